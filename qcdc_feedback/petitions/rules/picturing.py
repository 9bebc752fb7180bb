"""A count of days drawn on the pages of a calendar: what each day was to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from qcdc_feedback.petitions.rules.explaining import Counted
from qcdc_feedback.workdays.rules import DayUnit, Entry, WorkCalendar, month_grid

MOST_MONTHS = 8  # the longest limit with pauses and extension; longer ones show their end

_ONE = timedelta(days=1)


class Sign(StrEnum):
    """What a day is to a count."""

    START = "start"
    COUNTED = "counted"
    PAUSED = "paused"
    OFF = "off"
    WEEKEND = "weekend"
    FIRST_DUE = "first_due"
    DUE = "due"
    PLAIN = "plain"
    OUTSIDE = "outside"


class Span(Protocol):
    """Time that is not counted: after the first day, up to and with the last."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Drawn:
    """One day of a picture; number says the how manieth counted day it is."""

    day: date
    sign: Sign
    number: int = 0
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One month of a picture: weeks from Monday, and the special days that fall into it."""

    first: date
    weeks: tuple[tuple[Drawn, ...], ...]
    entries: tuple[Entry, ...]


def picture(clock: Counted, pauses: Iterable[Span], calendar: WorkCalendar) -> tuple[Page, ...]:
    """Return the months from the start of a clock to its end, with what each day was to the count."""
    drawn = {each.day: each for each in _days(clock, tuple(pauses), calendar)}
    months = sorted({(day.year, day.month) for day in drawn})[-MOST_MONTHS:]
    return tuple(_page(year, month, drawn, calendar) for year, month in months)


def _days(clock: Counted, pauses: tuple[Span, ...], calendar: WorkCalendar) -> Iterator[Drawn]:
    yield Drawn(clock.started_on, Sign.START, 0, calendar.entries.get(clock.started_on))
    number, all_days = 0, clock.days + clock.extended_days
    day = clock.started_on
    while day < clock.current_due:
        day += _ONE
        sign = _sign(day, clock, pauses, calendar, is_full=number >= all_days)
        number += sign == Sign.COUNTED
        is_counted = sign == Sign.COUNTED
        if day in (clock.current_due, clock.original_due):
            sign = Sign.DUE if day == clock.current_due else Sign.FIRST_DUE
        yield Drawn(day, sign, number if is_counted else 0, calendar.entries.get(day))


def _sign(day: date, clock: Counted, pauses: tuple[Span, ...], calendar: WorkCalendar, is_full: bool) -> Sign:
    # Beyond the last counted day lies only what a limit in calendar days rolls over.
    if (clock.unit == DayUnit.WORKING or is_full) and not calendar.is_working(day):
        return Sign.OFF if day in calendar.entries else Sign.WEEKEND
    if any(pause.since < day <= pause.until for pause in pauses):
        return Sign.PAUSED
    return Sign.PLAIN if is_full else Sign.COUNTED


def _page(year: int, month: int, drawn: dict[date, Drawn], calendar: WorkCalendar) -> Page:
    weeks = tuple(
        tuple(
            drawn.get(cell.day, _undrawn(cell.day, cell.is_working, cell.entry))
            if cell.is_in_month
            else Drawn(cell.day, Sign.OUTSIDE)
            for cell in week
        )
        for week in month_grid(year, month, calendar).weeks
    )
    entries = tuple(each.entry for week in weeks for each in week if each.entry)
    return Page(date(year, month, 1), weeks, entries)


def _undrawn(day: date, is_working: bool, entry: Entry | None) -> Drawn:
    if is_working:
        return Drawn(day, Sign.PLAIN, 0, entry)
    return Drawn(day, Sign.OFF if entry else Sign.WEEKEND, 0, entry)
