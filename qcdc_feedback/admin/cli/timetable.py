"""When each deed of a story happens: when people do such things, in order, never in the future."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from random import Random

from qcdc_feedback.core.clock import OFFICE
from qcdc_feedback.workdays.rules import WorkCalendar

_ONE = timedelta(days=1)


class Hours(Enum):
    """When people do such things: officials at their desks on working days, citizens on any day."""

    DESK = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))
    HOME = ((time(6, 30), time(21, 30)),)


@dataclass(frozen=True, slots=True)
class Step:
    """One deed of a story, so many days after the petition was filed."""

    deed: Callable[..., None]
    day: int
    hours: Hours = Hours.DESK


def moments(
    key: str, filed_on: date, steps: Sequence[Step], calendar: WorkCalendar, latest: datetime
) -> list[datetime]:
    """Return when each step happens: later than planned over days off, earlier where the future begins.

    The same story on the same days always gives the same hours.
    """
    chance = Random(key)
    planned: list[datetime] = []
    for step in steps:
        wish = _some_time(filed_on + step.day * _ONE, step.hours, chance)
        after = planned[-1] + _minutes(chance, 40, 140) if planned else wish
        planned.append(_next_open(max(wish, after), step.hours, calendar, chance))
    latest -= _minutes(chance, 3, 25)
    for place in reversed(range(len(steps))):
        if planned[place] > latest:
            planned[place] = last_open(latest, steps[place].hours, calendar, chance)
        latest = planned[place] - _minutes(chance, 8, 20)
    return planned


def last_open(moment: datetime, hours: Hours, calendar: WorkCalendar, chance: Random) -> datetime:
    """Return the moment, or one shortly before people last stopped."""
    day = moment.date()
    while True:
        for opens, closes in reversed(hours.value if _is_open(day, hours, calendar) else ()):
            if moment > _at(day, closes):
                return _at(day, closes) - _minutes(chance, 3, 50)
            if moment >= _at(day, opens):
                return moment
        day -= _ONE


def _next_open(moment: datetime, hours: Hours, calendar: WorkCalendar, chance: Random) -> datetime:
    day = moment.date()
    while True:
        for opens, closes in hours.value if _is_open(day, hours, calendar) else ():
            if moment < _at(day, opens):
                return _at(day, opens) + _minutes(chance, 3, 50)
            if moment <= _at(day, closes):
                return moment
        day += _ONE


def _is_open(day: date, hours: Hours, calendar: WorkCalendar) -> bool:
    return hours is Hours.HOME or calendar.is_working(day)


def _some_time(day: date, hours: Hours, chance: Random) -> datetime:
    opens, closes = hours.value[0][0], hours.value[-1][1]
    return _at(day, opens) + chance.random() * (_at(day, closes) - _at(day, opens))


def _minutes(chance: Random, least: int, most: int) -> timedelta:
    return timedelta(minutes=chance.randint(least, most), seconds=chance.randint(0, 59))


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, OFFICE)
