"""How the calendar changes: one person proposes, another confirms, and what is contradictory is refused."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qcdc_feedback.core.errors import Conflict, Unacceptable
from qcdc_feedback.workdays.rules.days import DayKind, Entry, Misfit, misfit


class Change(StrEnum):
    """What is proposed about a day."""

    ADD = "add"
    WITHDRAW = "withdraw"


class ChangeStatus(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Clash(StrEnum):
    """How a proposal contradicts what stands or waits."""

    STANDS = "stands"
    WAITS = "waits"
    GONE = "gone"
    TWICE = "twice"


class DayContradicts(Conflict):
    """A proposal that contradicts the calendar or another proposal; facts['why'] is the Clash."""


class SamePerson(Conflict):
    """Who proposes a change of the calendar cannot be the one who confirms it."""


class AlreadyDecided(Conflict):
    """The proposal was confirmed or declined meanwhile."""


class Unreadable(StrEnum):
    """Why nothing can be taken from a file, or from one of its lines."""

    TYPE = "type"
    TOO_BIG = "too_big"
    ENCODING = "encoding"
    EMPTY = "empty"
    HEADER = "header"
    NOT_ICALENDAR = "not_icalendar"
    TRUNCATED = "truncated"
    LINE = "line"
    DATE = "date"
    KIND = "kind"
    REPEATS = "repeats"
    TOO_MANY = "too_many"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one line of a file; the value is what stands there."""

    line: int
    why: Unreadable | Misfit | Clash
    value: str = ""


class CalendarFileRefused(Unacceptable):
    """A file of which nothing was taken over; facts: why, and the faults line by line."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on record about days: those confirmed, those only expected, those proposed."""

    confirmed: Mapping[date, DayKind]
    expected: Collection[date]
    waiting: Mapping[date, DayKind]


def clash(entry: Entry, standing: Standing) -> Clash | None:
    """Return how adding the entry would contradict the record; an expected day may be said anew."""
    if entry.day in standing.waiting:
        return Clash.WAITS
    return Clash.STANDS if entry.day in standing.confirmed else None


def is_known(entry: Entry, standing: Standing) -> bool:
    """Tell whether the record says or proposes just this already."""
    return entry.kind in (standing.confirmed.get(entry.day), standing.waiting.get(entry.day))


def faults_of(entries: Iterable[tuple[int, Entry]], standing: Standing) -> tuple[Fault, ...]:
    """Return what is wrong with the entries of a file: by themselves, together, or with the record."""
    faults, seen = [], set()
    for line, entry in entries:
        why = Clash.TWICE if entry.day in seen else misfit(entry)
        if why is None and not is_known(entry, standing):
            why = clash(entry, standing)
        if why:
            faults.append(Fault(line, why, entry.day.isoformat()))
        seen.add(entry.day)
    return tuple(faults)


def require_waiting(status: ChangeStatus) -> None:
    """Refuse a proposal that is no longer open; raises AlreadyDecided."""
    if status is not ChangeStatus.WAITING:
        raise AlreadyDecided(status=status)


def require_another_person(proposed_by_id: int | None, confirming_id: int | None) -> None:
    """Refuse the proposer, and anyone who is not a person; raises SamePerson."""
    if confirming_id is None or confirming_id == proposed_by_id:
        raise SamePerson
