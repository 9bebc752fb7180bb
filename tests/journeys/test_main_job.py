"""Lan reports a broken lamp: asked, routed, answered twice, reopened, closed; six people, real pages."""

import pytest

from tests import given

pytestmark = pytest.mark.browser


def _files(lan) -> tuple[str, str]:
    """Let someone file through the guided form; return number and secret from the receipt."""
    lan.goes_to("/")
    lan.follows("/file")
    lan.sends()
    lan.chooses("kind", "feedback")
    lan.sends()
    lan.picks("unit_id", "Phường Thuận Hóa")
    lan.types("address", "Trước số nhà 15 Lê Lợi")
    lan.sends()
    lan.page.get_by_label("Chiếu sáng – cây xanh").check()
    lan.sends()
    lan.types("title", "Đèn đường hỏng trên đường Lê Lợi")
    lan.types("body", "Ba bóng đèn tắt đã một tuần, gọi 0900 000 123 để biết thêm.")
    lan.sends()
    lan.attaches("files", given.a_photo())
    lan.sends()
    lan.types("name", "Trần Thị Lan")
    lan.types("email", "lan@example.com")
    lan.sends()
    lan.sees("Đèn đường hỏng trên đường Lê Lợi")
    lan.sends()
    number = lan.page.locator(".app-receipt__number").first.inner_text().strip()
    secret = lan.page.locator(".app-secret").first.inner_text().strip()
    return number, secret


def _tracks(lan, number: str, secret: str) -> None:
    lan.goes_to("/track")
    lan.types("number", number)
    lan.types("secret", secret)
    lan.sends()
    lan.sees(number)


def test_lan_reports_a_broken_lamp_and_does_not_put_up_with_a_poor_answer(person):
    lan, dispatcher, officer = person(), person("dispatcher"), person("officer")
    head, supervisor = person("head"), person("supervisor")
    number, secret = _files(lan)
    _tracks(lan, number, secret)
    _asks_and_routes(dispatcher, lan, number)
    _answers_poorly(officer, head, number)
    _is_not_content(lan, number)

    supervisor.goes_to("/supervision?tab=reopening")
    supervisor.sees(number)
    supervisor.does(number, "reopen", note="Người dân nói đúng.")
    _shows_it_done(officer, number)
    head.does(number, "publish")

    lan.goes_to(f"/track/{number}")
    lan.follows(f"/track/{number}/close")
    lan.sends()
    lan.goes_to(f"/petitions/{number}")
    lan.sees("Đã kết thúc")
    lan.sees("Đã thay cáp, đèn sáng lại.")
    assert "Trần Thị Lan" not in lan.page.content()
    assert "0900 000 123" not in lan.page.content()
    lan.follows(f"/en/petitions/{number}")
    lan.sees("Closed")


def _asks_and_routes(dispatcher, lan, number: str) -> None:
    dispatcher.goes_to("/reception")
    dispatcher.sees(number)
    dispatcher.does(number, "ask", question="Xin cho biết số cột đèn.")
    lan.goes_to(f"/track/{number}")
    lan.sees("Xin cho biết số cột đèn.")
    lan.follows(f"/track/{number}/complete")
    lan.types("reply", "Cột số 12.")
    lan.sends()
    dispatcher.does(number, "release")
    dispatcher.goes_to(f"/workspace/{number}")
    dispatcher.follows(f"/workspace/{number}/route")
    dispatcher.picks("authority_id", "Sở Xây dựng")
    dispatcher.chooses("variant", "normal")
    dispatcher.sends()


def _answers_poorly(officer, head, number: str) -> None:
    officer.goes_to("/desk?tab=to_take")
    officer.sees(number)
    officer.does(number, "take")
    officer.goes_to(f"/workspace/{number}")
    officer.sees("Cột số 12.")
    _drafts(officer, number, "Đã giao đội chiếu sáng kiểm tra.")
    head.goes_to("/head")
    head.sees(number)
    head.does(number, "send-back", remark="Nói rõ khi nào xong.")
    _drafts(officer, number, "Đội chiếu sáng đã kiểm tra; cáp ngầm hỏng, chờ thay.")
    head.does(number, "publish")


def _is_not_content(lan, number: str) -> None:
    lan.goes_to(f"/petitions/{number}")
    lan.sees("cáp ngầm hỏng, chờ thay")
    lan.goes_to(f"/track/{number}")
    lan.follows(f"/track/{number}/rate")
    lan.chooses("satisfaction", "1")
    lan.types("comment", "Đèn vẫn tắt.")
    lan.sends()
    lan.goes_to(f"/track/{number}")
    lan.follows(f"/track/{number}/ask-reopen")
    lan.types("reason", "Đèn vẫn tắt, xin đến xem lại.")
    lan.sends()


def _drafts(officer, number: str, words: str) -> None:
    officer.goes_to(f"/workspace/{number}")
    officer.follows(f"/workspace/{number}/draft")
    officer.chooses("outcome", "explained")
    officer.types("body", words)
    officer.types("legal_basis", "Nghị định 79/2009/NĐ-CP")
    officer.sends()


def _shows_it_done(officer, number: str) -> None:
    officer.goes_to(f"/workspace/{number}")
    officer.follows(f"/workspace/{number}/draft")
    officer.chooses("outcome", "done")
    officer.types("body", "Đã thay cáp, đèn sáng lại.")
    officer.attaches("files", given.a_photo("green"))
    officer.sends()


def test_an_administrator_sees_the_office_and_no_petition(person):
    admin = person("admin")
    for place in ("", "/people", "/authorities", "/categories", "/calendar", "/outbox"):
        admin.goes_to(f"/admin{place}")
    admin.sees("Quản trị")


def test_everyone_reads_the_public_pages_in_both_languages(person):
    visitor = person()
    for language in ("", "/en"):
        for place in ("/", "/petitions", "/authorities", "/how-it-works", "/denunciation", "/privacy"):
            visitor.goes_to(language + place)


def test_minh_files_and_follows_on_a_small_screen_without_scripts(person):
    minh = person(width=375, javascript=False)
    number, secret = _files(minh)
    _tracks(minh, number, secret.lower().replace("-", " "))
    minh.follows(f"/track/{number}/withdraw")
    minh.sends()
    minh.goes_to(f"/track/{number}")
    minh.sees("Đã rút")
