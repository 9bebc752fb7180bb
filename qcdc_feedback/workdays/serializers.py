"""The calendar and the steps of a count as text for a terminal, JSON, CSV and iCalendar."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from qcdc_feedback.core.i18n import day as written
from qcdc_feedback.workdays import labels
from qcdc_feedback.workdays.adapters import icalendar, spreadsheet
from qcdc_feedback.workdays.rules import DayKind, Entry, Step, WorkCalendar

CSV, ICALENDAR = "text/csv; charset=utf-8", "text/calendar; charset=utf-8"


def calendar_text(year: int, calendar: WorkCalendar) -> str:
    """Return a year's days off and worked weekend days, a line each; the first line warns if provisional."""
    lines = [_warning(date(year, 1, 1))] if calendar.is_provisional(date(year, 1, 1)) else []
    for entry in entries_of(year, calendar):
        weekday = labels.WEEKDAYS[entry.day.weekday()]
        lines.append(f"{entry.day}  {weekday}  {labels.word(entry.kind)}: {entry.name} ({entry.legal_basis})")
    return "\n".join(lines)


def calendar_json(year: int, calendar: WorkCalendar) -> dict[str, Any]:
    """Return a year's special days as plain values."""
    return {
        "year": year,
        "is_provisional": calendar.is_provisional(date(year, 1, 1)),
        "days": [
            {**_entry_json(entry), "is_working": entry.kind is DayKind.SWAP_WORK}
            for entry in entries_of(year, calendar)
        ],
    }


def calendar_csv(days: Iterable[Any]) -> str:
    """Return special days as CSV, safe to open in a spreadsheet and good to import again."""
    return spreadsheet.write(_with_certainty(days))


def calendar_ical(days: Iterable[Any], stamp: datetime) -> str:
    """Return special days as an iCalendar file, good to subscribe to and to import again."""
    return icalendar.write(_with_certainty(days), stamp)


def entries_of(year: int, calendar: WorkCalendar) -> list[Entry]:
    """Return what the calendar says about a year, by day."""
    return [calendar.entries[day] for day in sorted(calendar.entries) if day.year == year]


def due_text(due: date, steps: Sequence[Step], calendar: WorkCalendar) -> str:
    """Return the due date alone on the first line, then the steps that lead to it."""
    lines = [due.isoformat(), *steps_text(steps)]
    if calendar.is_provisional(due):
        lines.append(_warning(due))
    return "\n".join(lines)


def due_json(due: date, steps: Sequence[Step], calendar: WorkCalendar) -> dict[str, Any]:
    """Return the due date, whether it may still move, and the steps that lead to it."""
    return {
        "due": due.isoformat(),
        "is_provisional": calendar.is_provisional(due),
        "steps": steps_json(steps),
    }


def steps_text(steps: Iterable[Step]) -> list[str]:
    """Return a sentence for each step."""
    return [_sentence(step) for step in steps]


def steps_json(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Return the steps as plain values."""
    return [
        {
            "step": step.kind.value,
            "since": step.since.isoformat(),
            "until": step.until.isoformat(),
            "days": step.days,
            **({"day": _entry_json(step.entry)} if step.entry else {}),
        }
        for step in steps
    ]


def _sentence(step: Step) -> str:
    since, until = written(step.since), written(step.until)
    facts = {
        "since": since,
        "until": until,
        "span": since if step.since == step.until else f"{since} – {until}",
        "days": step.days,
        "name": f"{labels.word(step.entry.kind)}: {step.entry.name}" if step.entry else labels.OFF,
        "basis": step.entry.legal_basis if step.entry else labels.UNNAMED,
    }
    return str(labels.STEPS[step.kind]) % facts


def _warning(day: date) -> str:
    return str(labels.PROVISIONAL) % {"year": day.year}


def _entry_json(entry: Entry) -> dict[str, str]:
    return {
        "date": entry.day.isoformat(),
        "kind": entry.kind.value,
        "name": entry.name,
        "legal_basis": entry.legal_basis,
    }


def _with_certainty(days: Iterable[Any]) -> list[tuple[Entry, bool]]:
    return [(special.entry, special.confirmed_at is not None) for special in days]
