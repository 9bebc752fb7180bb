"""What supervisors read of a petition, and to whom its files go out."""

import re

import pytest

from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import State
from tests import given
from tests.official_deeds import ask_opinion, hide

CANARY = "Chim hoàng yến của bà Tám"


def deeds_offered(page, code):
    return re.findall(rf'href="/workspace/{code}/([a-z-]+)"', page)


@pytest.mark.parametrize("state", list(given._WAYS))
def test_a_supervisor_never_reads_what_was_filed(office, words, state):
    kind = Kind.FEEDBACK if state in _FEEDBACK else Kind.COMPLAINT
    told = {"title": f"{CANARY} kêu to", "body": f"{CANARY} kêu suốt đêm, không ai ngủ được."}
    shown = office.bring(at=state, kind=kind, **told)
    hidden = office.bring(at=state, kind=kind, then=hide, **told)
    browser = office.browser("supervisor")
    for code in (shown, hidden):
        page = browser.get(f"/workspace/{code}")
        assert page.status_code == 200
        pages = [page, *(browser.get(f"/workspace/{code}/{name}") for name in deeds_offered(page.text, code))]
        for name in ("release", "classify", "draft", "publish", "route", "merge", "reject"):
            pages += [browser.get(f"/workspace/{code}/{name}"), browser.post(f"/workspace/{code}/{name}")]
            assert pages[-1].status_code in (403, 409)
            assert pages[-2].status_code in (403, 409)
        assert all(CANARY not in words(one) for one in pages)


_FEEDBACK = (
    State.RECEIVED,
    State.AWAITING_SUBMITTER,
    State.REJECTED,
    State.MERGED,
    State.ROUTED,
    State.IN_PROGRESS,
    State.AWAITING_APPROVAL,
    State.ANSWERED,
    State.REOPEN_REQUESTED,
    State.CLOSED,
    State.WITHDRAWN,
)


def test_a_supervisor_reads_the_copy_the_answer_and_what_was_asked_for_but_no_talk(office, words):
    def story(petition, town):
        services.ask_submitter(petition, town.officer, "Nhà bà ở đâu?")
        services.complete_petition(petition, given.submitter_of(petition), "Ở nhà số 15.")
        ask_opinion(petition, town)
        services.draft_answer(petition, town.officer, given.an_answer())
        services.send_back_answer(petition, town.head, "Còn tên người, bỏ đi.")

    code = office.bring(at=State.IN_PROGRESS, then=story)
    page = words(office.browser("supervisor").get(f"/workspace/{code}"))
    assert "Ba bóng đèn tắt đã một tuần." in page
    for inside in ("Nhà bà ở đâu?", "Ở nhà số 15.", "Có vướng xe rác", "Tuyến cáp ngầm", "Còn tên người"):
        assert inside not in page
    answered = office.bring(at=State.ANSWERED)
    assert "Tuyến cáp ngầm" in words(office.browser("supervisor").get(f"/workspace/{answered}"))


# ------------------------------------------------------------------ files


def with_photos(petition, town):
    services.ask_submitter(petition, town.dispatcher, "Có ảnh không?")
    services.complete_petition(
        petition, given.submitter_of(petition), "Có.", [given.a_photo(), given.a_photo("gold"), A_PDF]
    )
    ids = [row.id for row in queries.attachments(petition.id)]
    services.release_petition(petition, town.dispatcher, "Đèn hỏng", "Đèn tắt.", "Lê Lợi", ids[:1])


A_PDF = (
    "don.pdf",
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
)


def test_files_go_out_guarded_to_those_who_may_see_them(office):
    code = office.bring(then=with_photos)
    with office.app.app_context():
        shown, unshown, document = (row.id for row in queries.attachments(office.petition(code).id))
    other = office.bring()
    dispatcher, supervisor = office.browser("dispatcher"), office.browser("supervisor")
    for file in (shown, unshown, document):
        with dispatcher.get(f"/workspace/{code}/files/{file}") as answer:
            assert answer.status_code == 200
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Content-Disposition"].startswith(
                "attachment" if file == document else "inline"
            )
        assert dispatcher.get(f"/workspace/{other}/files/{file}").status_code == 404
    with supervisor.get(f"/workspace/{code}/files/{shown}") as answer:
        assert answer.status_code == 200
    for file in (unshown, document, 99999):
        assert supervisor.get(f"/workspace/{code}/files/{file}").status_code == 404


def test_what_is_hidden_from_the_public_is_hidden_from_supervisors_too(office):
    def then_hidden(petition, town):
        with_photos(petition, town)
        hide(petition, town)

    code = office.bring(then=then_hidden)
    with office.app.app_context():
        shown = queries.attachments(office.petition(code).id)[0].id
    assert office.browser("supervisor").get(f"/workspace/{code}/files/{shown}").status_code == 404
