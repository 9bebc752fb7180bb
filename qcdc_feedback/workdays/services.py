"""What administrators do with the working calendar: declare and withdraw special days, load a list."""

from collections.abc import Iterable, Mapping
from datetime import date

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.workdays import queries
from qcdc_feedback.workdays.models import SpecialDay
from qcdc_feedback.workdays.rules import DayKind, require_fitting

_ADMIN = frozenset({Role.ADMIN})


@transaction()
def declare_day(actor: Actor, day: date, kind: DayKind, name: str, legal_basis: str) -> SpecialDay:
    """Confirm what a day is; this replaces whatever was on record about it."""
    require_role(actor, _ADMIN)
    require_fitting(day, kind)
    special = queries.find_day(day) or SpecialDay(day=day)
    special.kind, special.name, special.legal_basis = kind, name, legal_basis
    special.confirmed_by, special.confirmed_at = actor.name, clock.now()
    special.withdrawn_at = None
    db.session.add(special)
    return special


@transaction()
def withdraw_day(special: SpecialDay, actor: Actor) -> None:
    """Let the day be an ordinary one again; the record stays."""
    require_role(actor, _ADMIN)
    special.withdrawn_at = special.withdrawn_at or clock.now()


@transaction()
def load_days(actor: Actor, rows: Iterable[Mapping[str, str]]) -> None:
    """Add the days about which nothing is on record: what a person declared or withdrew stands."""
    require_role(actor, _ADMIN)
    known = queries.days_on_record()
    db.session.add_all(_special_day(row) for row in rows if date.fromisoformat(row["date"]) not in known)


def _special_day(row: Mapping[str, str]) -> SpecialDay:
    is_confirmed = row["sure"] == "confirmed"
    return SpecialDay(
        day=date.fromisoformat(row["date"]),
        kind=DayKind(row["kind"]),
        name=row["name"],
        legal_basis=row["legal_basis"],
        confirmed_by=row["legal_basis"] if is_confirmed else None,
        confirmed_at=clock.now() if is_confirmed else None,
    )
