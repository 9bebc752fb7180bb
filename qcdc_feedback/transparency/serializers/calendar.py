"""The working calendar of one year, as everyone may hang it on a wall."""

from datetime import date
from typing import Any

from qcdc_feedback.workdays.rules import WorkCalendar, year_grid


def year(number: int, calendar: WorkCalendar) -> dict[str, Any]:
    """Return the months of a year, whether it may still change, and the years beside it that have days."""
    known = {day.year for day in calendar.entries}
    return {
        "year": number,
        "months": year_grid(number, calendar),
        "is_provisional": calendar.is_provisional(date(number, 1, 1)),
        "before": number - 1 if number - 1 in known else None,
        "after": number + 1 if number + 1 in known else None,
    }
