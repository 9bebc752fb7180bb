"""What an address may ask for, and what dates come to."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from qcdc_feedback.core.errors import BadAddress
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import State
from qcdc_feedback.transparency import rules
from qcdc_feedback.transparency.rules import Mark, Status

TODAY = date(2026, 11, 25)
BEFORE, LATER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@dataclass
class Row:
    state: State = State.IN_PROGRESS
    due_on: date | None = LATER
    plain_due_on: date | None = LATER
    answered_on: date | None = None
    promise: Promise | None = None
    promised_on: date | None = None


@dataclass
class Choice:
    what: str = "unit"
    id: int = 7
    code: str = "19789"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("PA-2026-000123", "PA-2026-000123"),
        (" pa 2026 123 ", "PA-2026-000123"),
        ("gy-2026-1", "GY-2026-000001"),
        ("KN2026000004", "KN-2026-000004"),
        ("PA-2026-", ""),
        ("PA-2026-1234567", ""),
        ("XX-2026-1", ""),
        ("PA-2026-١٢٣", ""),
        ("đèn đường", ""),
    ],
)
def test_a_number_is_known_however_it_is_typed(typed, code):
    assert rules.code_in(typed) == code


def test_an_address_becomes_what_is_wanted():
    wanted = rules.wanted(
        {"q": " Đèn  đường đèn ", "kind": "feedback", "status": "overdue", "unit": "19789", "utm": "x"},
        [Choice()],
    )
    assert (wanted.kind, wanted.status, wanted.unit, wanted.words) == (
        Kind.FEEDBACK,
        Status.OVERDUE,
        7,
        ("den", "duong"),
    )
    assert wanted.query == {"q": "Đèn đường đèn", "kind": "feedback", "status": "overdue", "unit": "19789"}


def test_an_empty_value_is_no_filter():
    assert rules.wanted({"kind": "", "unit": " ", "q": ""}, []) == rules.Wanted()


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "petition"},
        {"kind": "FEEDBACK"},
        {"status": "done"},
        {"outcome": "x"},
        {"period": "30"},
        {"timeliness": "late "[:-1] + "!"},
        {"unit": "1"},
        {"authority": "19789"},
        {"category": "7"},
    ],
)
def test_a_value_that_no_list_offers_is_refused(query):
    with pytest.raises(BadAddress):
        rules.wanted(query, [Choice()])


def test_a_search_is_bounded():
    wanted = rules.wanted({"q": "a1 a2 a3 a4 a5 a6 a7 a8 a9 " + "b" * 200}, [])
    assert len(wanted.words) == rules.MOST_WORDS
    assert all(len(word) <= rules.LONGEST_SEARCH for word in wanted.words)


def test_every_state_stands_in_exactly_one_plain_status():
    narrow = {Status.OVERDUE, Status.PROMISED}
    for state in State:
        assert len([s for s in Status if s not in narrow and state in rules.STATES[s]]) == 1, state


@pytest.mark.parametrize(
    ("row", "mark"),
    [
        (Row(), Mark.IN_TIME),
        (Row(due_on=TODAY), Mark.TODAY),
        (Row(due_on=BEFORE), Mark.OVERDUE),
        (Row(due_on=None), Mark.NONE),
        (Row(State.AWAITING_SUBMITTER, due_on=BEFORE), Mark.PAUSED),
        (Row(State.AWAITING_SUBMITTER, due_on=None), Mark.NONE),
        (Row(State.REJECTED, due_on=BEFORE), Mark.NONE),
        (Row(State.MERGED), Mark.NONE),
        (Row(State.ANSWERED, TODAY, TODAY, answered_on=TODAY), Mark.ON_TIME),
        (Row(State.ANSWERED, TODAY, BEFORE, answered_on=TODAY), Mark.EXTENDED),
        (Row(State.CLOSED, BEFORE, BEFORE, answered_on=TODAY), Mark.LATE),
        (Row(State.ANSWERED, BEFORE, BEFORE, TODAY, Promise.OPEN, LATER), Mark.PROMISED),
        (Row(State.ANSWERED, BEFORE, BEFORE, TODAY, Promise.REPORTED, LATER), Mark.PROMISED),
        (Row(State.ANSWERED, BEFORE, BEFORE, BEFORE, Promise.OPEN, TODAY), Mark.PROMISED),
        (Row(State.ANSWERED, BEFORE, BEFORE, BEFORE, Promise.OPEN, BEFORE), Mark.PROMISE_LATE),
        (Row(State.ANSWERED, BEFORE, BEFORE, TODAY, Promise.KEPT, LATER), Mark.KEPT),
    ],
)
def test_dates_come_to(row, mark):
    assert rules.mark_of(row, TODAY)[0] == mark


def test_the_period_counts_today():
    assert (TODAY - rules.period_start(TODAY)).days == rules.PERIOD_DAYS - 1
