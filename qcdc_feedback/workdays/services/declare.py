"""A day is declared or withdrawn in one step, until the pages for two persons take over."""

from datetime import date

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.workdays import queries, steps
from qcdc_feedback.workdays.models import SpecialDay
from qcdc_feedback.workdays.rules import DayKind, Entry, require_fitting

_ADMIN = frozenset({Role.ADMIN})


@transaction()
def declare_day(actor: Actor, day: date, kind: DayKind, name: str, legal_basis: str) -> SpecialDay:
    """Confirm what a day is; this replaces whatever was on record about it."""
    require_role(actor, _ADMIN)
    require_fitting(Entry(day, kind, name, legal_basis))
    steps.hold_calendar()
    special = queries.find_standing(day) or SpecialDay(day=day)
    special.kind, special.name, special.legal_basis = kind, name, legal_basis
    special.confirmed_by, special.confirmed_at = actor.name, clock.now()
    db.session.add(special)
    return special


@transaction()
def withdraw_day(special: SpecialDay, actor: Actor) -> None:
    """Let the day be an ordinary one again; the record stays."""
    require_role(actor, _ADMIN)
    special.withdrawn_at = special.withdrawn_at or clock.now()
