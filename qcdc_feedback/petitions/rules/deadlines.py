"""When something is due, how it is extended, and whether it came in time."""

from datetime import date, timedelta
from enum import StrEnum

from qcdc_feedback.core.errors import Conflict, Unacceptable
from qcdc_feedback.petitions.rules.limits import PAUSES_TOGETHER, Limit
from qcdc_feedback.workdays.rules import DayUnit, WorkCalendar


class Timeliness(StrEnum):
    """Three states, never two: an extension is time that the citizen waited."""

    RUNNING = "running"
    ON_TIME = "on_time"
    AFTER_EXTENSION = "after_extension"
    LATE = "late"


class NoMoreTime(Conflict):
    """The rule allows no further extension, or none so long."""


class BadDate(Unacceptable):
    """A date that must lie ahead does not."""


def due_date(start: date, days: int, unit: DayUnit, calendar: WorkCalendar, rolls: bool = True) -> date:
    """Return the last day on time: counting starts the day after (BLDS 2015 điều 147, 148)."""
    if unit == DayUnit.WORKING:
        return calendar.after_working(start, days)
    return calendar.after_calendar(start, days, roll=rolls)


def counted_days(since: date, until: date, unit: DayUnit, calendar: WorkCalendar) -> int:
    """Return how many counted days a pause took: those after its first day up to its last."""
    if unit == DayUnit.WORKING:
        return calendar.working_between(since, until)
    return (until - since).days


def pause_until(since: date, today: date, used: int) -> date:
    """Return the day a pause ends: all pauses of a petition together last at most PAUSES_TOGETHER days."""
    return min(today, since + timedelta(days=max(0, PAUSES_TOGETHER - used)))


def check_extension(limit: Limit | None, granted: int, days: int) -> None:
    """Refuse an extension beyond the rule; raises NoMoreTime."""
    if limit is None or granted >= limit.extensions or not 0 < days <= limit.extension_days:
        raise NoMoreTime(
            granted=granted,
            allowed=limit.extensions if limit else 0,
            longest=limit.extension_days if limit else 0,
        )


def check_ahead(day: date, today: date) -> None:
    """Refuse a promised date that is not in the future; raises BadDate."""
    if day <= today:
        raise BadDate(day=day)


def check_days(days: int) -> None:
    """Refuse a limit of no days; raises BadDate."""
    if days < 1:
        raise BadDate(day=days)


def check_order(since: date, until: date) -> None:
    """Refuse a period that ends before it begins; raises BadDate."""
    if until < since:
        raise BadDate(day=until)


def timeliness(plain_due: date | None, due: date | None, done_on: date | None, today: date) -> Timeliness:
    """Judge by the date without extensions (plain_due) and the one with them; late begins the day after."""
    if plain_due is None or due is None:
        return Timeliness.RUNNING if done_on is None else Timeliness.ON_TIME
    if done_on is None:
        return Timeliness.LATE if today > due else Timeliness.RUNNING
    if done_on <= plain_due:
        return Timeliness.ON_TIME
    return Timeliness.AFTER_EXTENSION if done_on <= due else Timeliness.LATE
