"""What has to happen by itself today."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import HistoryEntry, Petition
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import Action, State

_RUNNING = (State.RECEIVED, State.ROUTED, State.IN_PROGRESS, State.AWAITING_APPROVAL, State.REOPEN_REQUESTED)


def waiting_since(day: date) -> Sequence[int]:
    """Return the petitions that wait for their submitter since that day or longer."""
    return _ids(
        select(Petition.id).where(
            Petition.state == State.AWAITING_SUBMITTER,
            Petition.paused_on.is_not(None),
            Petition.paused_on <= day,
        )
    )


def promises_due_before(today: date) -> Sequence[int]:
    """Return the petitions whose promise was for a day before today."""
    unkept = Petition.promise.in_((Promise.OPEN, Promise.REPORTED))
    return _ids(
        select(Petition.id).where(Petition.state == State.ANSWERED, unkept, Petition.promised_on < today)
    )


def answered_before(day: date) -> Sequence[int]:
    """Return the answered petitions without an open promise whose answer is older than the day."""
    open_promise = Petition.promise.in_((Promise.OPEN, Promise.REPORTED))
    settled = Petition.promise.is_(None) | ~open_promise
    return _ids(
        select(Petition.id).where(Petition.state == State.ANSWERED, settled, Petition.answered_on < day)
    )


def overdue(today: date) -> Sequence[int]:
    """Return the open petitions whose due date has passed and that were never escalated in this round."""
    escalated = select(HistoryEntry.id).where(
        HistoryEntry.petition_id == Petition.id,
        HistoryEntry.action == Action.ESCALATE,
        HistoryEntry.round == Petition.round,
    )
    late = Petition.due_on < today
    return _ids(select(Petition.id).where(Petition.state.in_(_RUNNING), late, ~escalated.exists()))


def was_reminded(petition_id: int, since: date) -> bool:
    """Tell whether the submitter was reminded since the pause began."""
    statement = select(HistoryEntry.at).where(
        HistoryEntry.petition_id == petition_id, HistoryEntry.action == Action.REMIND
    )
    newest = db.session.scalar(statement.order_by(HistoryEntry.id.desc()).limit(1))
    return newest is not None and newest.date() >= since


def _ids(statement: Select[tuple[int]]) -> Sequence[int]:
    return db.session.scalars(statement.order_by(Petition.id)).all()
