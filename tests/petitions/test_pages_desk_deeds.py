"""Every deed of the officials through its page: shown, done, refused, with what was typed kept."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO

import pytest

from qcdc_feedback.accounts import queries as people
from qcdc_feedback.accounts import services as accounts
from qcdc_feedback.authorities import queries as offices
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Role
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.queries import categories
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import Action, State
from qcdc_feedback.petitions.views.deeds import DEEDS
from tests import given

WORDS = "Ngay góc chợ Đông Ba, cạnh trạm biến áp."


def soon():
    return clock.today() + timedelta(days=9)


def photo():
    name, raw = given.a_photo()
    return BytesIO(raw), name


@dataclass(frozen=True)
class Case:
    """A deed: who does it from which state, what is typed, where it leads."""

    person: str
    at: State
    to: State
    typed: dict = field(default_factory=dict)
    then: object = None
    outcome: Outcome = Outcome.EXPLAINED
    kind: Kind = Kind.FEEDBACK


def ask_for_time(petition, town):
    services.ask_extension(petition, town.officer, 5, "Chờ vật tư về kho.")


def ask_opinion(petition, town):
    services.consult_authority(
        petition, town.officer, town.id_of("H46.MTDT"), "Có vướng xe rác không?", soon()
    )


def demand(petition, town):
    services.demand_explanation(petition, town.supervisor, "Vì sao chậm đến thế?", soon())


def hide(petition, town):
    services.hide_petition(petition, town.dispatcher, "Lộ số điện thoại.")


def report(petition, town):
    services.report_promise_kept(petition, town.officer, "Đã thay cáp ngầm.", [given.a_photo()])


def complaint(action, at, to, **typed):
    return Case("head", at, to, typed, kind=Kind.COMPLAINT)


# A word in angle brackets stands for an id: an authority by its code, a person, the other petition's number.
S, A = State, Action
CASES = {
    A.CLASSIFY: Case(
        "dispatcher", S.RECEIVED, S.RECEIVED, {"kind": "recommendation", "category_id": "<urban_order>"}
    ),
    A.RELEASE: Case(
        "dispatcher", S.RECEIVED, S.RECEIVED, {"title": "Đèn hỏng", "body": "Đèn tắt.", "address": "Lê Lợi"}
    ),
    A.REJECT: Case("dispatcher", S.RECEIVED, S.REJECTED, {"reason": "not_clear", "note": WORDS}),
    A.HAND_OVER: Case("dispatcher", S.RECEIVED, S.RECEIVED, {"desk_id": "<H46.19789>", "note": WORDS}),
    A.MERGE: Case("dispatcher", S.RECEIVED, S.MERGED, {"main_code": "<other>"}),
    A.UNMERGE: Case("dispatcher", S.MERGED, S.RECEIVED, {"note": WORDS}),
    A.ROUTE: Case("dispatcher", S.RECEIVED, S.ROUTED, {"authority_id": "<H46.SXD>", "variant": "urgent"}),
    A.REOPEN: Case("dispatcher", S.REOPEN_REQUESTED, S.IN_PROGRESS, {"note": WORDS}),
    A.DECLINE_REOPEN: Case("supervisor", S.REOPEN_REQUESTED, S.CLOSED, {"reason": WORDS}),
    A.HIDE: Case("dispatcher", S.ROUTED, S.ROUTED, {"reason": WORDS}),
    A.SHOW: Case("dispatcher", S.ROUTED, S.ROUTED, {"reason": WORDS}, hide),
    A.ASK: Case("officer", S.IN_PROGRESS, S.AWAITING_SUBMITTER, {"question": WORDS}),
    A.TAKE: Case("officer", S.ROUTED, S.IN_PROGRESS),
    A.CONSULT: Case(
        "officer",
        S.IN_PROGRESS,
        S.IN_PROGRESS,
        {"authority_id": "<H46.MTDT>", "question": WORDS, "due_on": "<soon>"},
    ),
    A.ADVISE: Case("other_officer", S.IN_PROGRESS, S.IN_PROGRESS, {"opinion": WORDS}, ask_opinion),
    A.EXTEND: Case("officer", S.IN_PROGRESS, S.IN_PROGRESS, {"days": "5", "reason": WORDS}),
    A.DRAFT: Case(
        "officer",
        S.IN_PROGRESS,
        S.AWAITING_APPROVAL,
        {"outcome": "explained", "body": WORDS, "legal_basis": "Nghị định 79/2009/NĐ-CP"},
    ),
    A.REPORT_KEPT: Case(
        "officer",
        S.ANSWERED,
        S.ANSWERED,
        {"evidence": WORDS, "files": "<photo>"},
        outcome=Outcome.WILL_DO,
    ),
    A.REFUSE: Case("head", S.ROUTED, S.RECEIVED, {"right_authority_id": "<H46.MTDT>", "why": WORDS}),
    A.ASSIGN: Case("head", S.ROUTED, S.IN_PROGRESS, {"officer_id": "<second_officer>"}),
    A.REASSIGN: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, {"officer_id": "<second_officer>"}),
    A.TRANSFER: Case("head", S.IN_PROGRESS, S.ROUTED, {"authority_id": "<H46.MTDT>", "why": WORDS}),
    A.GRANT_EXTENSION: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, then=ask_for_time),
    A.DENY_EXTENSION: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, {"note": WORDS}, ask_for_time),
    A.SEND_BACK: Case("head", S.AWAITING_APPROVAL, S.IN_PROGRESS, {"remark": WORDS}),
    A.PUBLISH: Case("head", S.AWAITING_APPROVAL, S.ANSWERED),
    A.KEEP_PROMISE: Case("head", S.ANSWERED, S.ANSWERED, then=report, outcome=Outcome.WILL_DO),
    A.EXPLAIN: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, {"explanation": WORDS}, demand),
    A.DEMAND_EXPLANATION: Case("supervisor", S.ANSWERED, S.ANSWERED, {"question": WORDS, "due_on": "<soon>"}),
    A.ESCALATE: Case("supervisor", S.IN_PROGRESS, S.IN_PROGRESS, {"note": WORDS}),
    A.SIGN: Case(
        "dispatcher",
        S.AWAITING_SUBMITTER,
        S.RECEIVED,
        {"authority_id": "<H46.SXD>", "note": WORDS},
        kind=Kind.COMPLAINT,
    ),
    A.ACCEPT: complaint(A.ACCEPT, S.RECEIVED, S.ACCEPTED, note=WORDS),
    A.NOT_ACCEPT: complaint(A.NOT_ACCEPT, S.RECEIVED, S.NOT_ACCEPTED, note=WORDS),
    A.VERIFY: complaint(A.VERIFY, S.ACCEPTED, S.VERIFYING, note=""),
    A.SUSPEND: complaint(A.SUSPEND, S.VERIFYING, S.SUSPENDED, note=WORDS),
    A.RESUME: complaint(A.RESUME, S.SUSPENDED, S.VERIFYING, note=""),
    A.HOLD_DIALOGUE: complaint(A.HOLD_DIALOGUE, S.VERIFYING, S.DIALOGUE, note=""),
    A.DECIDE: complaint(A.DECIDE, S.DIALOGUE, S.DECIDED, note=WORDS),
    A.PUBLISH_DECISION: complaint(A.PUBLISH_DECISION, S.DECIDED, S.DECISION_PUBLISHED, note=WORDS),
}


def brought(office, action):
    """Bring a petition to where the deed can be done; return its number."""
    case = CASES[action]
    if case.kind == Kind.COMPLAINT and case.at in (S.AWAITING_SUBMITTER, S.RECEIVED):
        with office.app.app_context():
            petition = given.a_filing(kind=Kind.COMPLAINT)
            if case.at == S.RECEIVED:
                given._sign(petition, office.town, case.outcome)
            return petition.code
    return office.bring(at=case.at, then=case.then, outcome=case.outcome, kind=case.kind)


def typed(office, action, **more):
    """Return what a person types, with ids in the place of words in brackets."""
    return {name: _filled(office, text) for name, text in {**CASES[action].typed, **more}.items()}


def _filled(office, text):
    if not text.startswith("<"):
        return text
    word = text.strip("<>")
    if word == "soon":
        return soon().isoformat()
    if word == "photo":
        return photo()
    if word == "other":
        return office.bring()
    if word in office.town.people:
        return str(office.town.people[word].id)
    with office.app.app_context():
        field_of = categories.find_category(word)
        return str(field_of.id if field_of else office.town.id_of(word))


def page_of(code, action):
    return f"/workspace/{code}/{action.replace('_', '-')}"


def test_every_deed_has_a_case():
    assert set(CASES) == set(DEEDS)


@pytest.mark.parametrize("action", CASES)
def test_the_deed_is_shown_done_and_told(office, words, action):
    case = CASES[action]
    code = brought(office, action)
    browser, address = office.browser(case.person), page_of(code, action)
    for language in ("", "/en"):
        shown = browser.get(language + address)
        assert shown.status_code == 200
        assert f'name="seen" type="hidden" value="{office.petition(code).version}"' in shown.text
    answer = browser.post(address, data=typed(office, action, seen=str(office.petition(code).version)))
    assert answer.status_code == 302, words(answer)
    assert office.petition(code).state == case.to
    landing = browser.get(answer.location)
    assert landing.status_code == 200
    assert "govuk-notification-banner--success" in landing.text


@pytest.mark.parametrize("action", CASES)
def test_a_stranger_to_the_deed_is_refused_before_and_after_typing(office, action):
    code = brought(office, action)
    petition = office.petition(code)
    other = "officer" if CASES[action].person == "supervisor" else "supervisor"
    browser, address = office.browser(other), page_of(code, action)
    expected = {403, 404} if petition.authority_id is None else {403}
    if action == A.DECLINE_REOPEN:
        expected = {403}
    if action in (A.REOPEN,):  # a supervisor may reopen too
        browser = office.browser("officer")
    assert browser.get(address).status_code in expected
    assert browser.post(address, data={}).status_code in expected
    assert browser.post(address, data=typed(office, action)).status_code in expected
    assert office.petition(code).version == petition.version


CLOSED_TO = {  # a state in which the same person has a part, but not this deed
    Kind.FEEDBACK: {
        "dispatcher": S.CLOSED,
        "officer": S.AWAITING_APPROVAL,
        "head": S.CLOSED,
        "supervisor": S.CLOSED,
    },
    Kind.COMPLAINT: {"dispatcher": S.ACCEPTED, "head": S.DECIDED},
}


@pytest.mark.parametrize(
    "action", [each for each in CASES if each not in (A.ADVISE, A.HIDE, A.PUBLISH_DECISION)]
)
def test_a_deed_that_is_not_open_now_is_refused_and_what_was_typed_is_kept(office, words, action):
    case = CASES[action]
    code = office.bring(at=CLOSED_TO[case.kind][case.person], kind=case.kind)
    version = office.petition(code).version
    browser, address = office.browser(case.person), page_of(code, action)
    assert browser.get(address).status_code == 409
    answer = browser.post(address, data=typed(office, action))
    if answer.status_code == 422:  # what it could be done with is gone too: no officers, no proof
        assert action in (A.ASSIGN, A.REASSIGN, A.REPORT_KEPT)
    else:
        assert answer.status_code == 409
        assert (WORDS in words(answer)) == (WORDS in case.typed.values())
    assert office.petition(code).version == version


def test_two_at_once_the_second_sees_the_fresh_state_and_keeps_the_words(office, words):
    code = office.bring()
    first, second = office.browser("dispatcher"), office.browser("second_dispatcher")
    seen = str(office.petition(code).version)
    kind = typed(office, A.CLASSIFY, seen=seen)
    assert first.post(page_of(code, A.CLASSIFY), data=kind).status_code == 302
    data = {"reason": "not_clear", "note": WORDS, "seen": seen}
    answer = second.post(page_of(code, A.REJECT), data=data)
    assert answer.status_code == 409
    assert WORDS in words(answer)
    assert f'value="{office.petition(code).version}"' in answer.text
    again = {**data, "seen": str(office.petition(code).version)}
    assert second.post(page_of(code, A.REJECT), data=again).status_code == 302


def test_one_decides_while_another_types_the_other_hears_of_it_and_keeps_the_words(office, words):
    code = office.bring()
    seen = str(office.petition(code).version)
    first, second = office.browser("dispatcher"), office.browser("second_dispatcher")
    assert first.post(page_of(code, A.ROUTE), data=typed(office, A.ROUTE, seen=seen)).status_code == 302
    data = {"reason": "not_clear", "note": WORDS, "seen": seen}
    answer = second.post(page_of(code, A.REJECT), data=data)
    assert answer.status_code == 409
    assert WORDS in words(answer)
    assert "Đã chuyển cơ quan xử lý" in words(answer)


def test_the_same_form_sent_twice_is_done_once(office):
    code = office.bring(at=S.IN_PROGRESS)
    browser, data = office.browser("officer"), {"question": WORDS, "seen": str(office.petition(code).version)}
    statuses = [browser.post(page_of(code, A.ASK), data=data).status_code for _ in range(2)]
    assert statuses == [302, 409]


REQUIRED = {
    action: next(name for name, text in case.typed.items() if text)
    for action, case in CASES.items()
    if any(case.typed.values()) and action not in (A.REOPEN,)
}


@pytest.mark.parametrize("action", REQUIRED)
def test_what_is_missing_is_asked_for_and_the_rest_is_kept(office, words, action):
    case, missing = CASES[action], REQUIRED[action]
    code = brought(office, action)
    version = office.petition(code).version
    data = {name: text for name, text in typed(office, action).items() if name != missing}
    answer = office.browser(case.person).post(page_of(code, action), data=data)
    page = words(answer)
    assert answer.status_code == 422
    assert "govuk-error-summary" in page
    assert f'href="#{missing}' in page
    for name, text in data.items():
        assert name == "files" or text in page
    assert office.petition(code).version == version


@pytest.mark.parametrize(
    ("action", "forged"),
    [
        (A.ROUTE, {"authority_id": "999999"}),
        (A.ROUTE, {"authority_id": "Sở Xây dựng"}),
        (A.ROUTE, {"variant": "procedure"}),
        (A.ROUTE, {"variant": "nothing"}),
        (A.ROUTE, {"seen": "abc"}),
        (A.CLASSIFY, {"kind": "complaint"}),
        (A.CLASSIFY, {"category_id": "0"}),
        (A.REJECT, {"reason": "not_completed"}),
        (A.REJECT, {"note": "   "}),
        (A.REJECT, {"note": "x" * 2001}),
        (A.RELEASE, {"photo_ids": "1"}),
        (A.RELEASE, {"title": "x" * 121}),
        (A.ASSIGN, {"officer_id": "1"}),
        (A.CONSULT, {"due_on": "31/12/2026"}),
        (A.CONSULT, {"due_on": "2020-01-01"}),
        (A.EXTEND, {"days": "nhiều"}),
        (A.DRAFT, {"outcome": "solved"}),
        (A.DRAFT, {"outcome": "done"}),
        (A.DRAFT, {"outcome": "will_do"}),
        (A.DRAFT, {"outcome": "will_do", "owner": "Đội 2", "promised_on": "ngày mai"}),
        (A.DRAFT, {"outcome": "will_do", "owner": "Đội 2", "promised_on": "2020-01-01"}),
        (A.DRAFT, {"outcome": "forwarded"}),
        (A.DRAFT, {"legal_basis": ""}),
    ],
)
def test_what_cannot_be_is_refused_in_words(office, words, action, forged):
    code = brought(office, action)
    version = office.petition(code).version
    answer = office.browser(CASES[action].person).post(
        page_of(code, action), data=typed(office, action, **forged)
    )
    assert answer.status_code == 422
    assert "govuk-error-summary" in words(answer)
    assert office.petition(code).version == version


@pytest.mark.parametrize(
    ("action", "forged"),
    [(A.EXTEND, {"days": "0"}), (A.EXTEND, {"days": "8"}), (A.MERGE, {"main_code": "PA-2026-999999"})],
)
def test_what_the_rules_forbid_comes_back_with_its_reason(office, words, action, forged):
    code = brought(office, action)
    answer = office.browser(CASES[action].person).post(
        page_of(code, action), data=typed(office, action, **forged)
    )
    assert answer.status_code == 409
    assert "govuk-error-summary" in words(answer)


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
    data = typed(office, A.DRAFT, outcome=outcome, legal_basis="", **more)
    assert office.browser("officer").post(page_of(code, A.DRAFT), data=data).status_code == 302
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
    data = typed(office, A.DRAFT, files="x")
    data["files"] = (BytesIO(b"<html>"), "anh.jpg")
    answer = office.browser("officer").post(page_of(code, A.DRAFT), data=data)
    assert answer.status_code == 422
    assert WORDS in words(answer)
    assert office.petition(code).state == S.IN_PROGRESS
