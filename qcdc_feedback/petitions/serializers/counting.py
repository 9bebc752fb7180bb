"""Counts of days written out: for a terminal and as JSON; the words stand in labels."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Protocol

from flask_babel import force_locale

from qcdc_feedback.core.i18n import day
from qcdc_feedback.petitions.labels import COUNT_WORDS
from qcdc_feedback.petitions.rules.explaining import Count
from qcdc_feedback.workdays.labels import LABELS, UNNAMED
from qcdc_feedback.workdays.rules import DayKind, Step


class Special(Protocol):
    """What is told of a day that differs from its weekday."""

    day: date
    kind: DayKind
    name: str
    legal_basis: str
    confirmed_at: Any


def count_json(count: Count) -> dict[str, Any]:
    """Return a count with its steps as plain values."""
    return {
        "due": count.due.isoformat(),
        "from": count.began.isoformat(),
        "unit": str(count.unit),
        "days": count.days,
        "rule": count.limit.key if count.limit else None,
        "citation": count.limit.citation if count.limit else None,
        "sure": count.limit.sure if count.limit else None,
        "provisional": count.is_provisional,
        "steps": [_step_json(step) for step in count.steps],
    }


def count_lines(count: Count) -> list[str]:
    """Return the steps of a count as lines in Vietnamese."""
    with force_locale("vi"):
        lines = [_line(step) for step in count.steps]
        cited = [str(COUNT_WORDS["by"]) % {"law": count.limit.citation}] if count.limit else []
        return [*cited, *lines, *([str(COUNT_WORDS["provisional"])] if count.is_provisional else [])]


def count_sentences(steps: Iterable[Step]) -> list[str]:
    """Return the steps of a count as sentences in the reader's language."""
    return [_line(step) for step in steps]


def days_json(days: Iterable[Special]) -> list[dict[str, Any]]:
    """Return special days as plain values."""
    return [
        {
            "date": each.day.isoformat(),
            "kind": str(each.kind),
            "name": each.name,
            "legal_basis": each.legal_basis,
            "confirmed": each.confirmed_at is not None,
        }
        for each in days
    ]


def day_lines(year: int, days: Sequence[Special], is_provisional: bool) -> list[str]:
    """Return the special days of a year as lines in Vietnamese."""
    with force_locale("vi"):
        head = [str(COUNT_WORDS["year"]) % {"year": year}]
        rows = [f"{each.day:%d/%m/%Y}  {LABELS[DayKind][each.kind]}: {each.name}" for each in days]
        return head + rows + ([str(COUNT_WORDS["provisional"])] if is_provisional else [])


def _step_json(step: Step) -> dict[str, Any]:
    return {
        "kind": str(step.kind),
        "since": step.since.isoformat(),
        "until": step.until.isoformat(),
        "days": step.days,
        "name": step.entry.name if step.entry else None,
        "legal_basis": step.entry.legal_basis if step.entry else None,
    }


def _line(step: Step) -> str:
    facts = {
        "since": day(step.since),
        "until": day(step.until),
        "days": step.days,
        "name": step.entry.name if step.entry else "",
        "law": (step.entry and step.entry.legal_basis) or str(UNNAMED),
    }
    one = f"{step.kind}_one"
    key = one if step.since == step.until and one in COUNT_WORDS else step.kind
    return str(COUNT_WORDS[key]) % facts
