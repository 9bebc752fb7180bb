"""What is said on the way: questions and completions, opinions of others, explanations demanded."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.rules.procedure import Party


class Message(Base):
    """A word between the submitter and those who handle the petition."""

    __tablename__ = "messages"
    __table_args__ = (Index("ix_messages_petition", "petition_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    party: Mapped[Party]
    body: Mapped[str]
    at: Mapped[datetime]


class Consultation(Base):
    """An opinion asked of another authority by a date."""

    __tablename__ = "consultations"

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"), index=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authorities.id"), index=True)
    question: Mapped[str]
    due_on: Mapped[date]
    opinion: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]

    authority: Mapped[Authority] = relationship()


class Explanation(Base):
    """What a supervisor asked the head to explain by a date, and the explanation."""

    __tablename__ = "explanations"

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"), index=True)
    question: Mapped[str]
    asked_at: Mapped[datetime]
    due_on: Mapped[date]
    body: Mapped[str] = mapped_column(default="")
    explained_at: Mapped[datetime | None]
