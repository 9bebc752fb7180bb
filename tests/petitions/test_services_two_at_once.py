"""Two clock runs at once do what one would have done, and pausing costs exactly the days it took."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.cli import run_night
from qcdc_feedback.petitions.models import Card, HistoryEntry
from qcdc_feedback.petitions.rules import deadlines
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import Party, State
from qcdc_feedback.workdays.rules import DayUnit, WorkCalendar
from tests import given

FILED = datetime.fromisoformat("2026-09-07T10:00:00+07:00")
LATER = datetime.fromisoformat("2026-10-12T06:00:00+07:00")
TOWN = (State.RECEIVED, State.AWAITING_SUBMITTER, State.ROUTED, State.IN_PROGRESS, State.ANSWERED)


def _traces() -> tuple[list, list, list]:
    """Return what the system did, whom it wrote to, which cards it proposed."""
    lines = sa.select(HistoryEntry.action, HistoryEntry.reason)
    lines = lines.where(HistoryEntry.party == Party.SYSTEM)
    letters = sa.select(Letter.template)
    cards = sa.select(Card.colour)
    return tuple(sorted(map(str, db.session.execute(each))) for each in (lines, letters, cards))


def _a_late_town() -> None:
    with clock.at(FILED):
        town = given.a_town()
        for state in TOWN:
            given.a_petition(town, at=state)
        given.a_petition(town, at=State.ANSWERED, outcome=Outcome.WILL_DO)


@pytest.mark.races
def test_four_clock_runs_at_once_leave_what_one_run_leaves(clean):
    with clean.app_context():
        _a_late_town()
        with clock.at(LATER):
            run_night()
        alone = _traces()
    barrier = threading.Barrier(4)

    def one(_number: int) -> None:
        with clean.app_context(), clock.at(LATER):
            barrier.wait()
            run_night()

    _forget_everything(clean)
    with clean.app_context():
        _a_late_town()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(4)))
    with clean.app_context():
        together = _traces()
    assert together == alone


def _forget_everything(app) -> None:
    with app.app_context(), db.engine.begin() as connection:
        for table in reversed(db.metadata.sorted_tables):
            connection.execute(table.delete())


HOLIDAYS = WorkCalendar(
    frozenset({date(2026, 9, 1), date(2026, 9, 2), date(2026, 11, 24)}), frozenset(), frozenset()
)


@examples(
    st.dates(date(2026, 1, 1), date(2026, 12, 1)),
    st.integers(1, 60),
    st.integers(0, 30),
    st.sampled_from(list(DayUnit)),
)
@settings(deadline=None)
def test_a_pause_moves_the_date_before_rolling_by_exactly_its_counted_days(start, days, paused, unit):
    plain = deadlines.due_date(start, days, unit, HOLIDAYS, rolls=False)
    later = deadlines.due_date(start, days + paused, unit, HOLIDAYS, rolls=False)
    assert deadlines.counted_days(plain, later, unit, HOLIDAYS) == paused


@pytest.mark.parametrize("waited", [0, 1, 5, 12])
def test_the_clock_of_a_petition_stands_still_for_the_working_days_waited(inside, waited):
    town = given.a_town()
    with clock.at(FILED):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
        before = petition.due_on
    with clock.at(FILED + timedelta(days=waited)):
        services.complete_petition(petition, given.submitter_of(petition), "Cột 12.")
    expected = deadlines.counted_days(
        date(2026, 9, 7), date(2026, 9, 7) + timedelta(days=waited), DayUnit.WORKING, HOLIDAYS
    )
    assert deadlines.counted_days(before, petition.due_on, DayUnit.WORKING, HOLIDAYS) == expected
