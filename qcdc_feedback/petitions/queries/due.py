"""What has to happen by itself today."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row, Select, select

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import State

_SAID = (State.ANSWERED, State.CLOSED)


def waiting_since(day: date) -> Sequence[Row[tuple[int, date]]]:
    """Return the petitions that wait for their submitter since that day or longer, and since when."""
    statement = select(Petition.id, Petition.paused_on).where(
        Petition.state == State.AWAITING_SUBMITTER, Petition.paused_on <= day
    )
    return db.session.execute(statement.order_by(Petition.id)).all()


def promises_due_before(today: date) -> Sequence[int]:
    """Return the petitions whose promise was for a day before today."""
    unkept = Petition.promise.in_((Promise.OPEN, Promise.REPORTED))
    return _ids(select(Petition.id).where(Petition.state.in_(_SAID), unkept, Petition.promised_on < today))


def answered_before(day: date) -> Sequence[int]:
    """Return the answered petitions without an open promise whose answer is older than the day."""
    open_promise = Petition.promise.in_((Promise.OPEN, Promise.REPORTED))
    settled = Petition.promise.is_(None) | ~open_promise
    return _ids(
        select(Petition.id).where(Petition.state == State.ANSWERED, settled, Petition.answered_on < day)
    )


def _ids(statement: Select[tuple[int]]) -> Sequence[int]:
    return db.session.scalars(statement.order_by(Petition.id)).all()
