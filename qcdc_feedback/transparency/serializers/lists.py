"""Lines of public lists, what these can be narrowed to, and authorities with their numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from qcdc_feedback.authorities.rules import LEVELS
from qcdc_feedback.core import clock
from qcdc_feedback.core.i18n import day, language
from qcdc_feedback.core.text import fold
from qcdc_feedback.petitions.labels import LABELS
from qcdc_feedback.petitions.rules.kinds import REGISTERS, Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.privacy import has_public_words
from qcdc_feedback.petitions.rules.procedure import State
from qcdc_feedback.transparency import labels
from qcdc_feedback.transparency.rules import SETTLED, Mark, mark_of
from qcdc_feedback.transparency.serializers.naming import naming
from qcdc_feedback.workdays.rules import WorkCalendar

Options = dict[str, list[tuple[str, str]]]
Spoken = dict[type, dict[Any, str]]

_LEVELS = {
    Mark.EXTENDED: "done",
    Mark.PROMISED: "ok",
    Mark.PROMISE_LATE: "late",
    Mark.KEPT: "done",
    Mark.EXPECTED: "ok",
}


class Line(NamedTuple):
    """One petition in a list, in words, in the order of unpacking; what may not be read is empty."""

    code: str
    title: str
    kind: str
    state: State
    standing: str
    category: str
    unit: str
    authority: str
    received_on: str
    level: str  # the colour of components/due.html
    dates: str
    is_hidden: bool


def lines(rows: Iterable[Any], today: date, calendar: WorkCalendar) -> list[Line]:
    """Return the petitions of a list without anything that the public may not read."""
    spoken, named = _spoken(language()), naming()
    return [_line(row, today, calendar, spoken, named) for row in rows]


def _line(
    row: Any,
    today: date,
    calendar: WorkCalendar,
    spoken: Spoken,
    named: Callable[[str | None, str | None], str],
) -> Line:
    is_hidden, is_sealed = row.hidden_at is not None, bool(row.is_sealed)
    may_read = has_public_words(row.kind, row.public_title is not None, is_hidden) and not is_sealed
    is_plain = not is_hidden and not is_sealed
    mark, on = (Mark.NONE, None) if is_hidden else mark_of(row, today)
    # A promise is a date that people set: no calendar moves it.
    mark = Mark.EXPECTED if mark == Mark.IN_TIME and on and calendar.is_provisional(on) else mark
    is_settled = row.outcome is not None and row.state in SETTLED and is_plain
    return Line(
        row.code,
        row.public_title if may_read else "",
        spoken[Kind][row.kind],
        row.state,
        spoken[Outcome][row.outcome] if is_settled else spoken[State][row.state],
        named(row.category, row.category_en) if is_plain else "",
        row.unit if is_plain else "",
        "" if is_hidden else named(row.authority, row.authority_en),
        day(clock.local(row.received_at).date()),
        _LEVELS.get(mark, mark.value),
        spoken[Mark][mark] % {"day": day(on)} if mark != Mark.NONE else "",
        is_hidden,
    )


@lru_cache(maxsize=8)
def _spoken(_language: str) -> Spoken:
    # In a loop over rows nothing is translated: the words of a language are asked for once.
    known = {Kind: LABELS[Kind], State: LABELS[State], Outcome: LABELS[Outcome], Mark: labels.MARKS}
    return {codes: {code: str(words) for code, words in texts.items()} for codes, texts in known.items()}


def options(choices: Sequence[Any]) -> Options:
    """Return for each filter what can be chosen, as (value, words)."""
    return _options(tuple(choices), language())


@lru_cache(maxsize=8)
def _options(choices: tuple[Any, ...], _language: str) -> Options:
    # The same rows in the same language give the same words: sorted and translated once, not for each reader.
    named = naming()
    found: dict[str, list[tuple[str, str]]] = {what: [] for what in ("category", "unit", "authority")}
    for row in sorted(choices, key=lambda row: (row.position, fold(row.name))):
        found[row.what].append((row.code, named(row.name, row.name_en)))
    fixed: dict[str, Mapping[Any, Any]] = {
        "kind": {kind: LABELS[Kind][kind] for kind in REGISTERS},
        "status": labels.STATUSES,
        "outcome": LABELS[Outcome],
        "period": labels.PERIODS,
        "timeliness": labels.TIMELINESS,
    }
    return found | {
        name: [(code.value, str(words)) for code, words in of.items()] for name, of in fixed.items()
    }


def by_level(rows: Iterable[Any]) -> list[tuple[Any, list[tuple[str, str, int, int]]]]:
    """Return the authorities level by level, each as (code, name, open, overdue)."""
    named = naming()
    ordered = sorted(rows, key=lambda row: (LEVELS.index(row.level), fold(row.name)))
    return [
        (level, [(row.code, named(row.name, row.name_en), row.open, row.overdue) for row in of_level])
        for level, of_level in groupby(ordered, key=lambda row: row.level)
    ]
