"""What is said back: answers with an outcome, the promises they make, how the submitter rates them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.rules.outcomes import Outcome, Promise


class Answer(Base):
    """An answer: drafted by an officer, public once the head has published it; each draft is a row."""

    __tablename__ = "answers"
    __table_args__ = (Index("ix_answers_petition", "petition_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    round: Mapped[int]
    outcome: Mapped[Outcome]
    body: Mapped[str]
    legal_basis: Mapped[str] = mapped_column(default="")
    forwarded_to: Mapped[str] = mapped_column(default="")
    drafted_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    drafted_at: Mapped[datetime]
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    published_at: Mapped[datetime | None]
    remark: Mapped[str] = mapped_column(default="")  # why the head sent it back

    commitment: Mapped[Commitment | None] = relationship(back_populates="answer")


class Commitment(Base):
    """A promise with a date and an owner; it is not 'done' before it is kept with evidence."""

    __tablename__ = "commitments"

    id: Mapped[int] = mapped_column(primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("answers.id"), unique=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"), index=True)
    due_on: Mapped[date]
    owner: Mapped[str]
    status: Mapped[Promise] = mapped_column(default=Promise.OPEN)
    evidence: Mapped[str] = mapped_column(default="")
    reported_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    ended_on: Mapped[date | None]

    answer: Mapped[Answer] = relationship(back_populates="commitment")


class Rating(Base):
    """How satisfied the submitter is with the answer of a round: once."""

    __tablename__ = "ratings"
    __table_args__ = (UniqueConstraint("petition_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    round: Mapped[int]
    satisfaction: Mapped[int]  # rules.outcomes.Satisfaction
    comment: Mapped[str] = mapped_column(default="")
    rated_at: Mapped[datetime]
