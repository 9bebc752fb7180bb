"""A year as people hang it on a wall: months, weeks, and what each day is."""

from calendar import Calendar as Pages
from dataclasses import dataclass
from datetime import date

from qcdc_feedback.workdays.rules.counting import WorkCalendar
from qcdc_feedback.workdays.rules.days import Entry

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """One day on the page of a month; days of the months beside it fill the weeks."""

    day: date
    is_in_month: bool
    is_working: bool
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """The page of a month: weeks from Monday to Sunday."""

    year: int
    month: int
    weeks: tuple[tuple[Cell, ...], ...]


def month_grid(year: int, month: int, calendar: WorkCalendar) -> Month:
    """Return the page of a month."""
    weeks = Pages().monthdatescalendar(year, month)
    return Month(year, month, tuple(tuple(_cell(day, month, calendar) for day in week) for week in weeks))


def year_grid(year: int, calendar: WorkCalendar) -> tuple[Month, ...]:
    """Return the twelve pages of a year."""
    return tuple(month_grid(year, month, calendar) for month in range(1, _MONTHS + 1))


def _cell(day: date, month: int, calendar: WorkCalendar) -> Cell:
    return Cell(day, day.month == month, calendar.is_working(day), calendar.entries.get(day))
