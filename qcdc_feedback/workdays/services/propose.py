"""One person proposes how the calendar should change; nothing counts differently until another confirms."""

from dataclasses import dataclass, replace
from datetime import date

from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import transaction
from qcdc_feedback.core.text import tidy
from qcdc_feedback.workdays import queries, steps
from qcdc_feedback.workdays.adapters import read_days
from qcdc_feedback.workdays.models import DayChange, SpecialDay
from qcdc_feedback.workdays.rules import (
    CalendarFileRefused,
    Change,
    Clash,
    DayContradicts,
    DayKind,
    Entry,
    Unreadable,
    compensations,
    require_fitting,
)
from qcdc_feedback.workdays.rules.changes import clash, faults_of, is_known

_ADMIN = frozenset({Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: days proposed, and days that were on record already."""

    proposed: int
    known: int


@transaction()
def propose_day(actor: Actor, day: date, kind: DayKind, name: str, legal_basis: str) -> DayChange:
    """Propose what a day is; a day that is only expected would be said anew, one confirmed contradicts."""
    require_role(actor, _ADMIN)
    entry = Entry(day, kind, tidy(name), tidy(legal_basis))
    require_fitting(entry)
    steps.hold_calendar()
    record = queries.standing()
    why = clash(entry, record)
    if why:
        kind_there = record.waiting.get(day) or record.confirmed.get(day)
        raise DayContradicts(why=why, day=day, kind=kind_there)
    return steps.propose(Change.ADD, entry, actor)


@transaction()
def propose_withdrawal(special: SpecialDay, actor: Actor, legal_basis: str) -> DayChange:
    """Propose that the day be an ordinary one again, and by which notice."""
    require_role(actor, _ADMIN)
    steps.hold_calendar()
    standing = queries.find_standing(special.day)
    if standing is None or standing.id != special.id:
        raise DayContradicts(why=Clash.GONE, day=special.day, kind=special.kind)
    waiting = queries.standing().waiting
    if special.day in waiting:
        raise DayContradicts(why=Clash.WAITS, day=special.day, kind=waiting[special.day])
    entry = replace(special.entry, legal_basis=tidy(legal_basis))
    require_fitting(entry)
    return steps.propose(Change.WITHDRAW, entry, actor)


@transaction()
def propose_year(actor: Actor, year: int, legal_basis: str) -> int:
    """Propose all days that are only expected in a year as its notice confirms them; return how many.

    Days off that compensate holidays on a weekend are proposed with them where they are missing.
    """
    require_role(actor, _ADMIN)
    steps.hold_calendar()
    record = queries.standing()
    there = [special.entry for special in queries.special_days(year)]
    days_there = {entry.day for entry in there}
    entries = [entry for entry in there if entry.day in record.expected]
    entries += [entry for entry in compensations(there) if entry.day not in days_there]
    new = [
        replace(entry, legal_basis=tidy(legal_basis)) for entry in entries if entry.day not in record.waiting
    ]
    for entry in new:
        require_fitting(entry)
        steps.propose(Change.ADD, entry, actor)
    return len(new)


@transaction()
def import_days(actor: Actor, name: str, raw: bytes) -> Imported:
    """Propose the days of a CSV or iCalendar file, all of them or, at the first fault, none."""
    require_role(actor, _ADMIN)
    lines = read_days(name, raw)
    steps.hold_calendar()
    record = queries.standing()
    faults = faults_of(lines, record)
    if faults:
        raise CalendarFileRefused(why=Unreadable.LINES, faults=faults)
    new = [entry for _, entry in lines if not is_known(entry, record)]
    for entry in new:
        steps.propose(Change.ADD, entry, actor)
    return Imported(proposed=len(new), known=len(lines) - len(new))
