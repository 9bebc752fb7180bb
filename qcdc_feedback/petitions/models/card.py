"""What happens to authorities that let people wait: the ladder, and cards."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.rules.escalation import CardStatus, Colour


class LadderStep(Base):
    """A step of the ladder that the city has set otherwise: a field of rules.escalation.Ladder."""

    __tablename__ = "ladder_steps"

    name: Mapped[str] = mapped_column(primary_key=True)
    days: Mapped[int]


class Card(Base):
    """A yellow or red card for an authority that is late: proposed by rule, confirmed by a person."""

    __tablename__ = "cards"
    __table_args__ = (UniqueConstraint("clock_id", "colour"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    clock_id: Mapped[int] = mapped_column(ForeignKey("clocks.id"))
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"), index=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authorities.id"), index=True)
    colour: Mapped[Colour]
    status: Mapped[CardStatus] = mapped_column(default=CardStatus.PROPOSED, index=True)
    days_late: Mapped[int]
    proposed_at: Mapped[datetime]
    objection: Mapped[str] = mapped_column(default="")
    contested_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decision: Mapped[str] = mapped_column(default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None]
    decided_on: Mapped[date | None]

    authority: Mapped[Authority] = relationship()
