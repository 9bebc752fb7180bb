"""Counting days: which days are worked in public offices, and where a number of days ends."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import accumulate
from types import MappingProxyType

from qcdc_feedback.workdays.rules.days import DayKind, Entry, is_weekend
from qcdc_feedback.workdays.rules.holidays import confirmed_years
from qcdc_feedback.workdays.rules.policies import POLICY, Intake, Policy

_ONE = timedelta(days=1)
_WEEK, _WEEKDAYS = 7, 5
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Monday to Friday, without the days off, with the weekend days worked instead.

    The entries say how special days are called; counting does without them. Counting is arithmetic on
    whole weeks and the few days that differ, so that a long limit costs no more than a short one.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    confirmed_years: frozenset[int] = frozenset()
    entries: Mapping[date, Entry] = field(default_factory=dict, compare=False, repr=False)
    _differing: tuple[int, ...] = field(init=False, compare=False, repr=False)
    _gained: tuple[int, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        changes = {day.toordinal(): -1 for day in self.off if not is_weekend(day) and day not in self.worked}
        changes |= {day.toordinal(): 1 for day in self.worked if is_weekend(day)}
        differing = tuple(sorted(changes))
        object.__setattr__(self, "_differing", differing)
        # Working days gained over plain weekdays by the first 0, 1, 2, … differing days.
        gained = tuple(accumulate((changes[number] for number in differing), initial=0))
        object.__setattr__(self, "_gained", gained)

    def is_working(self, day: date) -> bool:
        """Tell whether public offices work on the day."""
        return day in self.worked or (not is_weekend(day) and day not in self.off)

    def is_provisional(self, day: date) -> bool:
        """Tell whether the year of the day still waits for people to confirm it."""
        return day.year not in self.confirmed_years

    def next_working(self, day: date) -> date:
        """Return the day itself if it is worked, or else the first one after it that is."""
        return day if self.is_working(day) else self.after_working(day, 1)

    def after_working(self, start: date, n: int) -> date:
        """Return the n-th working day after the start; the start itself does not count."""
        _require_days(n)
        if n == 0:
            return start
        number = start.toordinal()
        passed = bisect_right(self._differing, number)
        wanted = _weekdays_until(number) + n + self._gained[passed]
        end = _nth_weekday(wanted - self._gained[passed])
        while passed < len(self._differing) and self._differing[passed] <= end:
            passed += 1
            # A weekend day that is worked may itself be the last day.
            end = max(self._differing[passed - 1], _nth_weekday(wanted - self._gained[passed]))
        return date.fromordinal(end)

    def after_calendar(self, start: date, n: int, roll: bool) -> date:
        """Return the n-th day after the start, rolled to a working day as Bộ luật Dân sự, Điều 148 has it."""
        _require_days(n)
        day = start + n * _ONE
        return self.next_working(day) if roll else day

    def working_between(self, start: date, end: date) -> int:
        """Return the number of working days after the start, up to and with the end."""
        return self._worked_until(end) - self._worked_until(start) if end > start else 0

    def _worked_until(self, day: date) -> int:
        number = day.toordinal()
        return _weekdays_until(number) + self._gained[bisect_right(self._differing, number)]


def calendar_of(entries: Iterable[tuple[Entry, bool]]) -> WorkCalendar:
    """Return the calendar that entries make: each with whether people have confirmed it.

    Days that are only expected count all the same: they are the best guess there is.
    """
    known = list(entries)
    return WorkCalendar(
        off=frozenset(entry.day for entry, _ in known if entry.kind is not DayKind.SWAP_WORK),
        worked=frozenset(entry.day for entry, _ in known if entry.kind is DayKind.SWAP_WORK),
        confirmed_years=confirmed_years(known),
        entries=MappingProxyType({entry.day: entry for entry, _ in known}),
    )


def start_date(received: datetime, calendar: WorkCalendar, policy: Policy = POLICY) -> date:
    """Return the date from which days are counted for what came at that moment, as clocks in Huế show it."""
    day = received.date()
    if policy.after_hours is Intake.SAME_DAY:
        return day
    is_open = calendar.is_working(day) and received.time() < policy.closing
    return day if is_open else calendar.after_working(day, 1)


def needs_reminder(today: date, calendar: WorkCalendar) -> bool:
    """Tell whether it is December and next year's days still wait to be confirmed."""
    return today.month == _DECEMBER and today.year + 1 not in calendar.confirmed_years


def _weekdays_until(number: int) -> int:
    """Return how many weekdays there are from 1/1/1, a Monday, up to the day of that number."""
    weeks, days = divmod(number, _WEEK)
    return weeks * _WEEKDAYS + min(days, _WEEKDAYS)


def _nth_weekday(n: int) -> int:
    """Return the number of the n-th weekday since 1/1/1."""
    weeks, days = divmod(n - 1, _WEEKDAYS)
    return weeks * _WEEK + days + 1


def _require_days(n: int) -> None:
    if n < 0:
        raise ValueError(f"a time limit of {n} days")
