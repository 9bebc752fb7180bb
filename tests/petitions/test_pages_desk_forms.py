"""What the forms of officials propose, what must be read before, and where a deed leads."""

from io import BytesIO

import pytest

from qcdc_feedback.accounts import queries as people
from qcdc_feedback.accounts import services as accounts
from qcdc_feedback.authorities import queries as offices
from qcdc_feedback.core.actors import SYSTEM, Role
from qcdc_feedback.petitions.rules.outcomes import Outcome
from tests.official_deeds import CASES, WORDS, A, S, brought, page_of, typed


@pytest.mark.parametrize(
    ("outcome", "more"),
    [
        ("done", {"files": "<photo>"}),
        ("will_do", {"owner": "Đội 2", "promised_on": "<soon>"}),
        ("forwarded", {"forwarded_to": "Công ty Điện lực"}),
        ("unfounded", {}),
    ],
)
def test_a_draft_with_its_proof_stands_in_full_before_the_head(office, words, outcome, more):
    code = brought(office, A.DRAFT)
    sent = typed(office, A.DRAFT, outcome=outcome, legal_basis="", **more)
    assert office.browser("officer").post(page_of(code, A.DRAFT), data=sent).status_code == 302
    page = words(office.browser("head").get(page_of(code, A.PUBLISH)))
    assert WORDS in page
    for name, text in more.items():
        if name in ("owner", "forwarded_to"):
            assert text in page
        if name == "files":
            assert f"/workspace/{code}/files/" in page


def test_a_draft_that_was_sent_back_is_there_to_be_mended(office, words):
    code = office.bring(at=S.AWAITING_APPROVAL, outcome=Outcome.WILL_DO)
    office.browser("head").post(page_of(code, A.SEND_BACK), data={"remark": WORDS})
    page = words(office.browser("officer").get(page_of(code, A.DRAFT)))
    assert WORDS in page
    for text in ("Tuyến cáp ngầm đang chờ thay", "Đội quản lý chiếu sáng số 2"):
        assert text in page


def test_the_copy_is_proposed_with_what_gives_people_away_blacked_out(office, words):
    code = office.bring(body="Bà Tám ở số nhà 15, gọi 0900 000 123 hoặc tam@example.com, xe 75H1-123.45.")
    page = words(office.browser("dispatcher").get(page_of(code, A.RELEASE)))
    typed_there = page[page.index("<textarea") : page.index("</textarea>")]
    for secret in ("0900", "tam@", "75H1", "số nhà 15"):
        assert secret not in typed_there
    office.browser("dispatcher").post(page_of(code, A.RELEASE), data=typed(office, A.RELEASE))
    assert "Đèn tắt." in words(office.browser("dispatcher").get(page_of(code, A.RELEASE)))


def test_routing_proposes_what_the_rules_say_and_then_what_the_refusal_named(office, words):
    code = office.bring()
    browser = office.browser("dispatcher")
    assert "selected>Sở Xây dựng" in words(browser.get(page_of(code, A.ROUTE)))
    browser.post(page_of(code, A.ROUTE), data=typed(office, A.ROUTE))
    office.browser("head").post(page_of(code, A.REFUSE), data=typed(office, A.REFUSE))
    page = words(browser.get(page_of(code, A.ROUTE)))
    assert "selected>Công ty Môi trường và Công trình đô thị" in page
    assert WORDS in page
    assert "Sở Xây dựng đã trả lại" in page


def test_who_loses_the_petition_by_the_deed_is_led_to_their_list(office, words):
    code = brought(office, A.TRANSFER)
    browser = office.browser("head")
    answer = browser.post(page_of(code, A.TRANSFER), data=typed(office, A.TRANSFER))
    assert (answer.status_code, answer.location) == (302, "/head")
    assert code in words(browser.get("/head"))
    assert browser.get(f"/workspace/{code}").status_code == 404


@pytest.mark.parametrize(("action", "told"), [(A.PUBLISH, "Người gửi"), (A.TAKE, "Không gửi thông báo")])
def test_the_page_says_who_will_be_told(office, words, action, told):
    code = brought(office, action)
    assert told in words(office.browser(CASES[action].person).get(page_of(code, action)))


def test_nobody_publishes_their_own_draft(office, words):
    code = office.bring(at=S.AWAITING_APPROVAL)
    with office.app.app_context():
        officer = people.find_by_email("officer@example.com")
        accounts.appoint(officer, offices.get_by_code("H46.SXD"), SYSTEM, Role.HEAD)
    answer = office.browser("officer").post(page_of(code, A.PUBLISH), data={})
    assert answer.status_code == 409
    assert "Việc này cần hai người" in words(answer)
    assert office.petition(code).state == S.AWAITING_APPROVAL


def test_a_file_that_lies_is_refused_and_the_words_are_kept(office, words):
    code = brought(office, A.DRAFT)
    sent = typed(office, A.DRAFT, files="x")
    sent["files"] = (BytesIO(b"<html>"), "anh.jpg")
    answer = office.browser("officer").post(page_of(code, A.DRAFT), data=sent)
    assert answer.status_code == 422
    assert WORDS in words(answer)
    assert office.petition(code).state == S.IN_PROGRESS
