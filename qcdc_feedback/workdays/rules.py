"""Counting days: which days are worked in public offices, and where a number of days ends."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from qcdc_feedback.core.errors import Unacceptable

_ONE = timedelta(days=1)
_SATURDAY = 5
# Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1: 1 + 5 + 1 + 1 + 2 + 1.
HOLIDAYS_A_YEAR = 11


class DayUnit(StrEnum):
    """In which days a time limit is counted."""

    WORKING = "working"
    CALENDAR = "calendar"


class DayKind(StrEnum):
    """Why a day differs from its weekday."""

    HOLIDAY = "holiday"
    COMPENSATION = "compensation"
    SWAP_OFF = "swap_off"
    SWAP_WORK = "swap_work"


class DayDoesNotFit(Unacceptable):
    """Only a weekend is worked by swap, and only a weekday is given off in exchange."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Monday to Friday, without the days off, with the weekend days worked instead."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    confirmed_years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether public offices work on the day."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def is_provisional(self, day: date) -> bool:
        """Tell whether the year of the day still waits for a person to confirm it."""
        return day.year not in self.confirmed_years

    def next_working(self, day: date) -> date:
        """Return the day itself if it is worked, or else the first one after it that is."""
        while not self.is_working(day):
            day += _ONE
        return day

    def after_working(self, start: date, n: int) -> date:
        """Return the n-th working day after the start; the start itself does not count."""
        _require_days(n)
        day = start
        for _ in range(n):
            day = self.next_working(day + _ONE)
        return day

    def after_calendar(self, start: date, n: int, roll: bool) -> date:
        """Return the n-th day after the start, rolled to a working day as Bộ luật Dân sự, Điều 148 has it."""
        _require_days(n)
        day = start + n * _ONE
        return self.next_working(day) if roll else day

    def working_between(self, start: date, end: date) -> int:
        """Return the number of working days after the start, up to and with the end."""
        return sum(self.is_working(start + ahead * _ONE) for ahead in range(1, (end - start).days + 1))


def calendar_of(days: Iterable[tuple[date, DayKind, bool]]) -> WorkCalendar:
    """Return the calendar that special days make: each with its kind and whether a person has confirmed it.

    A year is confirmed when all holidays that the law gives are, and nothing in it waits. Days that wait
    count all the same: they are the best guess there is.
    """
    known = list(days)
    waiting = {day.year for day, _, is_confirmed in known if not is_confirmed}
    holidays = Counter(day.year for day, kind, _ in known if kind is DayKind.HOLIDAY)
    return WorkCalendar(
        off=frozenset(day for day, kind, _ in known if kind is not DayKind.SWAP_WORK),
        worked=frozenset(day for day, kind, _ in known if kind is DayKind.SWAP_WORK),
        confirmed_years=frozenset(year for year, n in holidays.items() if n >= HOLIDAYS_A_YEAR) - waiting,
    )


def require_fitting(day: date, kind: DayKind) -> None:
    """Refuse a kind that the weekday rules out; raises DayDoesNotFit."""
    is_weekend = day.weekday() >= _SATURDAY
    if kind is not DayKind.HOLIDAY and is_weekend is not (kind is DayKind.SWAP_WORK):
        raise DayDoesNotFit(day=day, kind=kind)


def _require_days(n: int) -> None:
    if n < 0:
        raise ValueError(f"a time limit of {n} days")
