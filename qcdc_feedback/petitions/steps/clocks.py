"""The clocks run: started, paused, resumed, extended, stopped inside the caller's transaction."""

from collections.abc import Iterable
from datetime import date

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import Clock, Pause, Petition
from qcdc_feedback.petitions.queries import clocks as queries
from qcdc_feedback.petitions.rules import deadlines, limits
from qcdc_feedback.petitions.rules.procedure import Stage, Wait
from qcdc_feedback.workdays.queries import work_calendar
from qcdc_feedback.workdays.rules import DayUnit, WorkCalendar

PROMISED = "promised"
_LEADING = (Stage.ANSWER, Stage.ACCEPTANCE, Stage.REOPENING, Stage.APPEAL, Stage.TRIAGE)


def start(petition: Petition, stage: Stage, today: date) -> None:
    """Start a stage by the limit of its day; the answer clock of a round that has one goes on instead."""
    if stage == Stage.ANSWER:
        clock = queries.find_clock(petition.id, stage, petition.round)
        if clock is not None:
            clock.stopped_on = None
            return
    limit = limits.find_limit(petition.kind, stage, petition.variant, today, petition.instance)
    if limit is None:
        return
    due = deadlines.due_date(today, limit.days, limit.unit, work_calendar())
    _add(petition, stage, limit.key, limit.unit, limit.days, today, due)


def start_until(petition: Petition, stage: Stage, today: date, due: date) -> None:
    """Start a stage whose end people have set: a promise, a reply demanded."""
    _add(petition, stage, PROMISED, DayUnit.CALENDAR, (due - today).days, today, due)


def stop(petition: Petition, stages: Iterable[Stage], today: date) -> None:
    """Stop the running clocks of these stages."""
    wanted = frozenset(stages)
    for clock in queries.running_clocks(petition.id):
        if clock.stage in wanted:
            clock.stopped_on = today


def pause(petition: Petition, today: date, wait: Wait) -> None:
    """Let those clocks stand still whose law counts no days while this is waited for."""
    petition.paused_on = today
    for clock in queries.running_clocks(petition.id):
        limit = limits.limit_by_key(clock.rule)
        if limit and wait in limit.waits:
            clock.paused_on = today


def resume(petition: Petition, today: date, reason: str) -> None:
    """Let the clocks run on, each later by the counted days of the pause."""
    calendar = work_calendar()
    used = queries.days_paused(petition.id)
    for clock in queries.running_clocks(petition.id):
        if clock.paused_on is None:
            continue
        until = deadlines.pause_until(clock.paused_on, today, used)
        days = deadlines.counted_days(clock.paused_on, until, clock.unit, calendar)
        db.session.add(Pause(clock_id=clock.id, since=clock.paused_on, until=until, days=days, reason=reason))
        clock.paused_days += days
        clock.paused_on = None
        _recount(clock, calendar)
    petition.paused_on = None


def extend(petition: Petition, days: int) -> None:
    """Give the answer clock of this round more days; the original date stays as it was promised."""
    clock = queries.find_clock(petition.id, Stage.ANSWER, petition.round)
    if clock is None or clock.stopped_on:
        raise deadlines.NoMoreTime(granted=petition.extensions, allowed=0, longest=0)
    deadlines.check_extension(limits.limit_by_key(clock.rule), petition.extensions, days)
    clock.extended_days += days
    _recount(clock, work_calendar())


def mirror(petition: Petition) -> None:
    """Copy the dates of the clock that matters now onto the petition, where lists read them."""
    db.session.flush()
    running = {clock.stage: clock for clock in queries.running_clocks(petition.id)}
    leading = next((running[stage] for stage in _LEADING if stage in running), None)
    clock = leading or queries.find_clock(petition.id, Stage.ANSWER, petition.round)
    if clock:
        petition.first_due_on = clock.original_due
        petition.plain_due_on = clock.plain_due
        petition.due_on = clock.current_due


def _add(
    petition: Petition, stage: Stage, rule: str, unit: DayUnit, days: int, today: date, due: date
) -> None:
    clock = Clock(
        petition_id=petition.id,
        stage=stage,
        round=petition.round,
        rule=rule,
        unit=unit,
        days=days,
        started_on=today,
        original_due=due,
        plain_due=due,
        current_due=due,
    )
    db.session.add(clock)


def _recount(clock: Clock, calendar: WorkCalendar) -> None:
    plain = clock.days + clock.paused_days
    clock.plain_due = deadlines.due_date(clock.started_on, plain, clock.unit, calendar)
    clock.current_due = deadlines.due_date(
        clock.started_on, plain + clock.extended_days, clock.unit, calendar
    )
