"""The calendar has changed: running clocks are counted anew, in batches, each with a trace."""

from collections.abc import Sequence
from datetime import date

from qcdc_feedback.core import clock as office
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import AppliedChange
from qcdc_feedback.petitions.steps import clocks
from qcdc_feedback.workdays.queries import work_calendar


@transaction()
def correct_clocks(clock_ids: Sequence[int], day: date, why: str) -> int:
    """Count these clocks anew because of that day, and return how many dates moved; originals stay."""
    calendar, steps = work_calendar(), queries.ladder()
    moved = 0
    for clock, petition in queries.clocks_with_petitions(clock_ids):
        moved += clocks.correct(clock, petition, day, why, calendar, steps)
    return moved


@transaction()
def finish_change(change_id: int, moved: int) -> None:
    """Note that every running clock was counted by a change of the calendar."""
    if not queries.was_applied(change_id):
        db.session.add(AppliedChange(change_id=change_id, applied_at=office.now(), moved=moved))
