"""Lines of public lists, what these can be narrowed to, and authorities with their numbers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from qcdc_feedback.authorities.rules import LEVELS
from qcdc_feedback.core.text import fold
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.privacy import has_public_words
from qcdc_feedback.petitions.rules.procedure import State
from qcdc_feedback.transparency import labels
from qcdc_feedback.transparency.rules import Mark, mark_of
from qcdc_feedback.transparency.serializers.naming import named


class Line(NamedTuple):
    """One petition in a list, in the order in which it is unpacked; what may not be read is empty."""

    code: str
    title: str
    kind: Kind
    state: State
    outcome: Outcome | None
    category: str
    unit: str
    authority: str
    received_at: datetime
    mark: Mark
    day: date | None
    is_hidden: bool


def lines(rows: Iterable[Any], today: date) -> list[Line]:
    """Return the petitions of a list without anything that the public may not read."""
    return [_line(row, today) for row in rows]


def _line(row: Any, today: date) -> Line:
    is_hidden, is_sealed = row.hidden_at is not None, bool(row.is_sealed)
    may_read = has_public_words(row.kind, row.public_title is not None, is_hidden) and not is_sealed
    is_plain = not is_hidden and not is_sealed
    mark, day = (Mark.NONE, None) if is_hidden else mark_of(row, today)
    return Line(
        row.code,
        row.public_title if may_read else "",
        row.kind,
        row.state,
        row.outcome if is_plain else None,
        named(row.category, row.category_en) if is_plain else "",
        row.unit if is_plain else "",
        "" if is_hidden else named(row.authority, row.authority_en),
        row.received_at,
        mark,
        day,
        is_hidden,
    )


def options(choices: Sequence[Any], chosen: Mapping[str, str]) -> dict[str, list[tuple[str, str, bool]]]:
    """Return for each filter what can be chosen, as (value, words, is chosen)."""
    found: dict[str, list[tuple[str, str, bool]]] = {"category": [], "unit": [], "authority": []}
    for row in sorted(choices, key=_place):
        found[row.what].append((row.code, named(row.name, row.name_en), row.code == chosen.get(row.what)))
    fixed = {
        "kind": labels.KINDS,
        "status": labels.STATUSES,
        "outcome": labels.OUTCOMES,
        "period": labels.PERIODS,
        "timeliness": labels.TIMELINESS,
    }
    for name, words_of in fixed.items():
        found[name] = [(code.value, str(words), code == chosen.get(name)) for code, words in words_of.items()]
    return found


def _place(row: Any) -> tuple[str, int, str]:
    return row.what, row.position, _folded(row.name)


@lru_cache(maxsize=512)
def _folded(name: str) -> str:
    return fold(name)


def by_level(rows: Iterable[Any]) -> list[tuple[Any, list[tuple[str, str, int, int]]]]:
    """Return the authorities level by level, each as (code, name, open, overdue)."""
    ordered = sorted(rows, key=lambda row: (LEVELS.index(row.level), _folded(row.name)))
    return [
        (level, [(row.code, named(row.name, row.name_en), row.open, row.overdue) for row in of_level])
        for level, of_level in groupby(ordered, key=lambda row: row.level)
    ]
