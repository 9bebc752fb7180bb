"""Parts of changing the calendar: one writer at a time, a proposal written down, a proposal taking effect."""

from datetime import datetime

from sqlalchemy import func, select

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, on_postgresql
from qcdc_feedback.workdays import queries
from qcdc_feedback.workdays.models import DayChange, SpecialDay
from qcdc_feedback.workdays.rules import Change, ChangeStatus, Clash, DayContradicts, DayKind, Entry
from qcdc_feedback.workdays.rules.changes import require_waiting

_CHANGING = 7_202_602  # the advisory lock held while the calendar is changed


def hold_calendar() -> None:
    """Let nobody else change the calendar until this is done; SQLite has one writer anyway."""
    if on_postgresql():
        db.session.execute(select(func.pg_advisory_xact_lock(_CHANGING)))


def propose(change: Change, entry: Entry, actor: Actor) -> DayChange:
    """Write a proposal down."""
    proposal = DayChange(
        change=change,
        day=entry.day,
        kind=entry.kind,
        name=entry.name,
        legal_basis=entry.legal_basis,
        proposed_by=actor.name,
        proposed_by_id=actor.user_id,
        proposed_at=clock.now(),
    )
    db.session.add(proposal)
    return proposal


def read_waiting(proposal: DayChange) -> None:
    """Read the proposal anew and refuse one that was decided meanwhile."""
    db.session.refresh(proposal)
    require_waiting(proposal.status)


def decide(proposal: DayChange, status: ChangeStatus, actor: Actor) -> datetime:
    """Write down who decided the proposal, and when."""
    proposal.status = status
    proposal.decided_by, proposal.decided_by_id = actor.name, actor.user_id
    proposal.decided_at = clock.now()
    return proposal.decided_at


def take_effect(proposal: DayChange, actor: Actor) -> None:
    """Let a proposal change the calendar; raises DayContradicts when the calendar has moved on."""
    before = queries.find_standing(proposal.day)
    if proposal.change is Change.WITHDRAW and before is None:
        raise DayContradicts(why=Clash.GONE, day=proposal.day)
    if proposal.change is Change.ADD and before and before.confirmed_at:
        raise DayContradicts(why=Clash.STANDS, day=proposal.day, kind=before.kind)
    moment = decide(proposal, ChangeStatus.CONFIRMED, actor)
    if before:
        before.withdrawn_at, before.withdrawal_id = moment, proposal.id
        db.session.flush()  # the day must be free before it is something else
    if proposal.change is Change.ADD:
        entry = Entry(proposal.day, DayKind(proposal.kind), proposal.name, proposal.legal_basis)
        db.session.add(_confirmed(entry, proposal, actor.name, moment))


def _confirmed(entry: Entry, proposal: DayChange, name: str, moment: datetime) -> SpecialDay:
    return SpecialDay(
        day=entry.day,
        kind=entry.kind,
        name=entry.name,
        legal_basis=entry.legal_basis,
        confirmed_by=name,
        confirmed_at=moment,
        proposal_id=proposal.id,
    )
