"""The clocks of one petition."""

from collections.abc import Sequence

from sqlalchemy import select

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import Clock, Pause
from qcdc_feedback.petitions.rules.procedure import Stage


def find_clock(petition_id: int, stage: Stage, round_number: int) -> Clock | None:
    """Return the newest clock of a stage in a round."""
    statement = select(Clock).where(
        Clock.petition_id == petition_id, Clock.stage == stage, Clock.round == round_number
    )
    return db.session.scalar(statement.order_by(Clock.id.desc()).limit(1))


def running_clocks(petition_id: int) -> Sequence[Clock]:
    """Return the clocks that have not stopped, oldest first."""
    statement = select(Clock).where(Clock.petition_id == petition_id, Clock.stopped_on.is_(None))
    return db.session.scalars(statement.order_by(Clock.id)).all()


def clocks_of(petition_id: int) -> Sequence[Clock]:
    """Return all clocks of a petition, oldest first."""
    return db.session.scalars(select(Clock).where(Clock.petition_id == petition_id).order_by(Clock.id)).all()


def days_paused(petition_id: int) -> int:
    """Return how many calendar days the pauses of a petition have taken together."""
    statement = (
        select(Pause.since, Pause.until)
        .join(Clock, Clock.id == Pause.clock_id)
        .where(Clock.petition_id == petition_id)
    )
    return sum((until - since).days for since, until in set(db.session.execute(statement).all()))
