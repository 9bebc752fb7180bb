"""Every deed of the officials through its page: shown, done, refused, with what was typed kept."""

import pytest

from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.views.deeds import DEEDS
from tests.official_deeds import CASES, WORDS, A, S, brought, page_of, typed


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
    sent = {"reason": "not_clear", "note": WORDS, "seen": seen}
    answer = second.post(page_of(code, A.REJECT), data=sent)
    assert answer.status_code == 409
    assert WORDS in words(answer)
    assert f'value="{office.petition(code).version}"' in answer.text
    again = {**sent, "seen": str(office.petition(code).version)}
    assert second.post(page_of(code, A.REJECT), data=again).status_code == 302


def test_one_decides_while_another_types_the_other_hears_of_it_and_keeps_the_words(office, words):
    code = office.bring()
    seen = str(office.petition(code).version)
    first, second = office.browser("dispatcher"), office.browser("second_dispatcher")
    assert first.post(page_of(code, A.ROUTE), data=typed(office, A.ROUTE, seen=seen)).status_code == 302
    sent = {"reason": "not_clear", "note": WORDS, "seen": seen}
    answer = second.post(page_of(code, A.REJECT), data=sent)
    assert answer.status_code == 409
    assert WORDS in words(answer)
    assert "Đã chuyển cơ quan xử lý" in words(answer)


def test_the_same_form_sent_twice_is_done_once(office):
    code = office.bring(at=S.IN_PROGRESS)
    browser, sent = office.browser("officer"), {"question": WORDS, "seen": str(office.petition(code).version)}
    statuses = [browser.post(page_of(code, A.ASK), data=sent).status_code for _ in range(2)]
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
    sent = {name: text for name, text in typed(office, action).items() if name != missing}
    answer = office.browser(case.person).post(page_of(code, action), data=sent)
    page = words(answer)
    assert answer.status_code == 422
    assert "govuk-error-summary" in page
    assert f'href="#{missing}' in page
    for name, text in sent.items():
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


@pytest.mark.parametrize(("taken_by", "status"), [(A.REASSIGN, 403), (A.TRANSFER, 404)])
def test_who_lost_the_petition_while_writing_gets_the_words_back(office, words, taken_by, status):
    code = brought(office, A.DRAFT)
    sent = typed(office, A.DRAFT, seen=str(office.petition(code).version))
    office.browser("head").post(page_of(code, taken_by), data=typed(office, taken_by))
    answer = office.browser("officer").post(page_of(code, A.DRAFT), data=sent)
    assert answer.status_code == status
    assert WORDS in words(answer)
    assert 'href="/desk"' in answer.text
