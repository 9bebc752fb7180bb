"""The clocks run: started, paused, resumed, extended, stopped inside the caller's transaction."""

from collections.abc import Iterable
from datetime import date, timedelta

from qcdc_feedback.core import clock as office
from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import Clock, Correction, Pause, Petition, Pledge
from qcdc_feedback.petitions.queries import clocks as queries
from qcdc_feedback.petitions.rules import deadlines, escalation, explaining, limits
from qcdc_feedback.petitions.rules.escalation import Ladder, Level
from qcdc_feedback.petitions.rules.limits import Limit
from qcdc_feedback.petitions.rules.procedure import Stage, Wait
from qcdc_feedback.workdays.queries import work_calendar
from qcdc_feedback.workdays.rules import DayUnit, WorkCalendar

PROMISED = "promised"


def start(petition: Petition, stage: Stage, today: date) -> None:
    """Start a stage by the limit of its day; the answer clock of a round that has one goes on instead."""
    if stage == Stage.ANSWER:
        clock = queries.find_clock(petition.id, stage, petition.round)
        if clock is not None:
            clock.stopped_on = None
            _count_to_notice(clock, work_calendar(), queries.ladder())
            return
    limit = limits.find_limit(petition.kind, stage, petition.variant, today, petition.instance)
    if limit is None:
        return
    pledge = _pledge(petition, stage, limit, today)
    clock = _clock(petition, stage, today, limit.unit, pledge.days if pledge else limit.days, limit.key)
    clock.pledge_id = pledge.id if pledge else None
    calendar = work_calendar()
    due = deadlines.due_date(today, clock.days, clock.unit, calendar, limit.rolls)
    _set_due(clock, due, calendar)


def start_until(petition: Petition, stage: Stage, today: date, due: date) -> None:
    """Start a stage whose end people have set: a promise, a reply demanded."""
    clock = _clock(petition, stage, today, DayUnit.CALENDAR, (due - today).days, PROMISED)
    _set_due(clock, due, work_calendar())


def stop(petition: Petition, stages: Iterable[Stage], today: date) -> None:
    """Stop the running clocks of these stages."""
    wanted = frozenset(stages)
    for clock in queries.running_clocks(petition.id):
        if clock.stage in wanted:
            clock.stopped_on = today
            clock.next_notice_on = None


def pause(petition: Petition, today: date, wait: Wait) -> None:
    """Let those clocks stand still whose law counts no days while this is waited for."""
    petition.paused_on = today
    for clock in queries.running_clocks(petition.id):
        limit = limits.limit_by_key(clock.rule)
        if limit and wait in limit.waits:
            clock.paused_on = today
            clock.next_notice_on = None


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
        _recount(clock, calendar, queries.ladder())
    petition.paused_on = None


def extend(petition: Petition, days: int) -> None:
    """Give the answer clock of this round more days; the original date stays as it was promised."""
    clock = queries.find_clock(petition.id, Stage.ANSWER, petition.round)
    if clock is None or clock.stopped_on:
        raise deadlines.NoMoreTime(granted=petition.extensions, allowed=0, longest=0)
    deadlines.check_extension(limits.limit_by_key(clock.rule), petition.extensions, days)
    clock.extended_days += days
    _recount(clock, work_calendar(), queries.ladder())


def mirror(petition: Petition) -> None:
    """Copy the dates of the clock that matters now onto the petition, where lists read them."""
    db.session.flush()
    running = {clock.stage: clock for clock in queries.running_clocks(petition.id)}
    silent = [
        clock for clock in running.values() if clock.next_notice_on is None and clock.level < max(Level)
    ]
    for clock in silent:  # a petition that was merged and is taken apart again is told of as before
        _count_to_notice(clock, work_calendar(), queries.ladder())
    leading = next((running[stage] for stage in explaining.LEADING if stage in running), None)
    clock = leading or queries.find_clock(petition.id, Stage.ANSWER, petition.round)
    if clock:
        petition.first_due_on = clock.original_due
        petition.plain_due_on = clock.plain_due
        petition.due_on = clock.current_due


def correct(
    clock: Clock, petition: Petition, day: date, why: str, calendar: WorkCalendar, steps: Ladder
) -> bool:
    """Count a running clock anew after the calendar changed, and return whether its date moved.

    The original stays as it was promised; a trace tells from what to what, and why.
    """
    before = clock.current_due
    _recount(clock, calendar, steps)
    if clock.current_due == before:
        return False
    trace = Correction(
        clock_id=clock.id, at=office.now(), from_due=before, to_due=clock.current_due, day=day, why=why
    )
    db.session.add(trace)
    if petition.due_on == before:
        petition.plain_due_on, petition.due_on = clock.plain_due, clock.current_due
    return True


def _pledge(petition: Petition, stage: Stage, limit: Limit, today: date) -> Pledge | None:
    if stage != Stage.ANSWER or petition.authority_id is None:
        return None
    pledge = queries.find_pledge(petition.authority_id, petition.category_id, today)
    return pledge if pledge and pledge.days < limit.days else None


def _clock(petition: Petition, stage: Stage, today: date, unit: DayUnit, days: int, rule: str) -> Clock:
    return Clock(
        petition_id=petition.id,
        stage=stage,
        round=petition.round,
        rule=rule,
        unit=unit,
        days=days,
        paused_days=0,
        extended_days=0,
        level=Level.NONE,
        started_on=today,
    )


def _set_due(clock: Clock, due: date, calendar: WorkCalendar) -> None:
    clock.original_due = clock.plain_due = clock.current_due = due
    _count_to_notice(clock, calendar, queries.ladder())
    db.session.add(clock)


def _recount(clock: Clock, calendar: WorkCalendar, steps: Ladder) -> None:
    limit = limits.limit_by_key(clock.rule)
    if limit is None:  # a date that people set stays as they set it
        return
    plain = clock.days + clock.paused_days
    clock.plain_due = deadlines.due_date(clock.started_on, plain, clock.unit, calendar, limit.rolls)
    longest = plain + clock.extended_days
    clock.current_due = deadlines.due_date(clock.started_on, longest, clock.unit, calendar, limit.rolls)
    _count_to_notice(clock, calendar, steps)


def _count_to_notice(clock: Clock, calendar: WorkCalendar, steps: Ladder) -> None:
    if clock.paused_on or clock.stopped_on:
        return
    reached = escalation.reached(office.today(), clock.current_due, steps, calendar)
    clock.level = min(clock.level, reached)  # a later date may have undone a warning
    upwards = escalation.next_notice(Level(clock.level), clock.current_due, steps, calendar)
    # A stage of one day is near its date from the start: that is no news on the day it begins.
    clock.next_notice_on = upwards and max(upwards, clock.started_on + timedelta(days=1))
