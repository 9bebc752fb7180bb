"""The lights of work lists: green, amber, today, red, paused, done, by working days."""

from dataclasses import dataclass
from datetime import date

import pytest

from qcdc_feedback.petitions.rules import lights
from qcdc_feedback.petitions.rules.lights import Light, Pressing
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import State
from qcdc_feedback.workdays.rules import WorkCalendar

TODAY = date(2026, 11, 23)  # a Monday; Tuesday is off
CALENDAR = WorkCalendar(off=frozenset({date(2026, 11, 24)}), confirmed_years=frozenset({2026}))


@dataclass(frozen=True)
class Facts:
    state: State = State.IN_PROGRESS
    due_on: date | None = None
    promise: Promise | None = None
    promised_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True)
class Stage:
    current_due: date
    paused_on: date | None = None
    stopped_on: date | None = None


def day(number):
    return date(2026, 11, number)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (day(20), Pressing(Light.LATE, 1)),
        (day(16), Pressing(Light.LATE, 5)),
        (day(22), Pressing(Light.LATE, 1)),
        (day(23), Pressing(Light.TODAY)),
        (day(24), Pressing(Light.SOON, 0)),
        (day(25), Pressing(Light.SOON, 1)),
        (day(26), Pressing(Light.SOON, 2)),
        (day(27), Pressing(Light.OK, 3)),
        (day(30), Pressing(Light.OK, 4)),
        (None, Pressing(Light.NONE)),
    ],
)
def test_days_off_do_not_count(due, expected):
    assert lights.of_petition(Facts(due_on=due), TODAY, CALENDAR) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(State.AWAITING_SUBMITTER, day(1)), Pressing(Light.PAUSED)),
        (Facts(State.SUSPENDED, day(1)), Pressing(Light.PAUSED)),
        (Facts(State.ANSWERED, day(10), answered_on=day(10)), Pressing(Light.DONE)),
        (Facts(State.CLOSED, day(10), answered_on=day(12)), Pressing(Light.DONE_LATE, 2)),
        (Facts(State.ANSWERED, None, answered_on=day(12)), Pressing(Light.DONE)),
        (Facts(State.ANSWERED, day(1), Promise.OPEN, day(27), day(1)), Pressing(Light.OK, 3)),
        (Facts(State.ANSWERED, day(1), Promise.REPORTED, day(20), day(1)), Pressing(Light.LATE, 1)),
        (Facts(State.ANSWERED, day(1), Promise.KEPT, day(20), day(1)), Pressing(Light.DONE)),
        (Facts(State.REJECTED, day(1)), Pressing(Light.NONE)),
        (Facts(State.MERGED, day(1)), Pressing(Light.NONE)),
        (Facts(State.WITHDRAWN, day(1)), Pressing(Light.NONE)),
    ],
)
def test_what_waits_is_paused_and_what_ended_is_judged(facts, expected):
    assert lights.of_petition(facts, TODAY, CALENDAR) == expected


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_light(state):
    assert lights.of_petition(Facts(state, day(27)), TODAY, CALENDAR).light in Light


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (Stage(day(20)), Pressing(Light.LATE, 1)),
        (Stage(day(20), paused_on=day(19)), Pressing(Light.PAUSED)),
        (Stage(day(20), stopped_on=day(20)), Pressing(Light.DONE)),
        (Stage(day(20), stopped_on=day(23)), Pressing(Light.DONE_LATE, 1)),
        (Stage(day(20), paused_on=day(18), stopped_on=day(19)), Pressing(Light.DONE)),
    ],
)
def test_each_stage_has_a_light_of_its_own(stage, expected):
    assert lights.of_clock(stage, TODAY, CALENDAR) == expected


def test_a_date_ahead_in_a_year_that_nobody_has_confirmed_may_still_move():
    unconfirmed = WorkCalendar()
    assert lights.of_petition(Facts(due_on=day(30)), TODAY, unconfirmed).is_provisional
    assert not lights.of_petition(Facts(due_on=day(30)), TODAY, CALENDAR).is_provisional
    assert not lights.of_petition(Facts(due_on=day(20)), TODAY, unconfirmed).is_provisional
