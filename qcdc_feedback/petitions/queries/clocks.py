"""The clocks of one petition."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Row, or_, select

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import (
    AppliedChange,
    Card,
    Clock,
    Correction,
    LadderStep,
    Pause,
    Petition,
    Pledge,
)
from qcdc_feedback.petitions.rules.escalation import Colour, Ladder
from qcdc_feedback.petitions.rules.procedure import Stage
from qcdc_feedback.workdays.models import DayChange
from qcdc_feedback.workdays.rules import ChangeStatus


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


def find_pledge(authority_id: int, category_id: int, day: date) -> Pledge | None:
    """Return the authority's shortest own promise for the category on the day."""
    statement = select(Pledge).where(
        Pledge.authority_id == authority_id,
        or_(Pledge.category_id == category_id, Pledge.category_id.is_(None)),
        Pledge.since <= day,
        or_(Pledge.until.is_(None), Pledge.until >= day),
    )
    return db.session.scalar(statement.order_by(Pledge.days, Pledge.id).limit(1))


def ladder() -> Ladder:
    """Return the steps of escalation as the city has set them."""
    rows = db.session.execute(select(LadderStep.name, LadderStep.days)).all()
    return replace(Ladder(), **dict(rows))


def clocks_to_tell(today: date, limit: int) -> Sequence[int]:
    """Return running clocks whose next notice is due, soonest first."""
    due = select(Clock.id).where(Clock.next_notice_on <= today)
    return db.session.scalars(due.order_by(Clock.next_notice_on, Clock.id).limit(limit)).all()


def get_clock(clock_id: int) -> Clock:
    """Return the clock of that id."""
    return db.session.get_one(Clock, clock_id)


def clocks_over(day: date, after_id: int, limit: int) -> Sequence[int]:
    """Return running clocks that count over the day, by id from the one given on."""
    statement = select(Clock.id).where(
        Clock.stopped_on.is_(None), Clock.started_on < day, Clock.current_due >= day, Clock.id > after_id
    )
    return db.session.scalars(statement.order_by(Clock.id).limit(limit)).all()


def clocks_with_petitions(clock_ids: Collection[int]) -> Sequence[Row[tuple[Clock, Petition]]]:
    """Return running clocks with their petitions, locked against other writers."""
    statement = select(Clock, Petition).join(Petition, Petition.id == Clock.petition_id)
    statement = statement.where(Clock.id.in_(clock_ids), Clock.stopped_on.is_(None))
    return db.session.execute(statement.order_by(Clock.id).with_for_update()).all()


def late_answers(before: date, colour: Colour, limit: int) -> Sequence[int]:
    """Return answer clocks due before the day and still running, that have no card of the colour."""
    carded = select(Card.id).where(Card.clock_id == Clock.id, Card.colour == colour)
    statement = select(Clock.id).where(
        Clock.stopped_on.is_(None),
        Clock.current_due < before,
        Clock.stage == Stage.ANSWER,
        Clock.paused_on.is_(None),
    )
    return db.session.scalars(statement.where(~carded.exists()).order_by(Clock.id).limit(limit)).all()


def find_card(clock_id: int, colour: Colour) -> Card | None:
    """Return the card of that colour for a clock."""
    return db.session.scalar(select(Card).where(Card.clock_id == clock_id, Card.colour == colour))


def changes_to_apply() -> Sequence[DayChange]:
    """Return the confirmed changes of the calendar that clocks have not been counted by, in their order."""
    applied = select(AppliedChange.change_id)
    statement = select(DayChange).where(
        DayChange.status == ChangeStatus.CONFIRMED, DayChange.id.not_in(applied)
    )
    return db.session.scalars(statement.order_by(DayChange.decided_at, DayChange.id)).all()


def was_applied(change_id: int) -> bool:
    """Tell whether clocks have been counted by a change."""
    return db.session.get(AppliedChange, change_id) is not None


def corrections(petition_id: int) -> Sequence[Correction]:
    """Return how the calendar has moved the dates of a petition, oldest first."""
    statement = select(Correction).join(Clock, Clock.id == Correction.clock_id)
    return db.session.scalars(statement.where(Clock.petition_id == petition_id).order_by(Correction.id)).all()


def pauses(petition_id: int) -> Sequence[Pause]:
    """Return the pauses of a petition's clocks, oldest first."""
    statement = select(Pause).join(Clock, Clock.id == Pause.clock_id)
    return db.session.scalars(statement.where(Clock.petition_id == petition_id).order_by(Pause.id)).all()


def days_paused(petition_id: int) -> int:
    """Return how many calendar days the pauses of a petition have taken together."""
    statement = (
        select(Pause.since, Pause.until)
        .join(Clock, Clock.id == Pause.clock_id)
        .where(Clock.petition_id == petition_id)
    )
    return sum((until - since).days for since, until in set(db.session.execute(statement).all()))
