"""The clocks of a petition: one for each stage and round, with its pauses and extensions."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.rules.escalation import Level
from qcdc_feedback.petitions.rules.procedure import Stage
from qcdc_feedback.workdays.rules import DayUnit

_TO_TELL = text("next_notice_on IS NOT NULL")
_RUNNING = text("stopped_on IS NULL")


class Clock(Base):
    """How long a stage may take: original_due never changes, plain_due adds pauses, current_due all."""

    __tablename__ = "clocks"
    __table_args__ = (
        Index("ix_clocks_petition", "petition_id", "stage", "round"),
        Index("ix_clocks_stopped", "stage", "stopped_on"),
        Index("ix_clocks_notice", "next_notice_on", "id", postgresql_where=_TO_TELL, sqlite_where=_TO_TELL),
        Index("ix_clocks_running", "current_due", "id", postgresql_where=_RUNNING, sqlite_where=_RUNNING),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    stage: Mapped[Stage]
    round: Mapped[int]
    rule: Mapped[str]  # key of the limit; "promised" for a date that people set
    unit: Mapped[DayUnit]
    days: Mapped[int]
    paused_days: Mapped[int] = mapped_column(default=0)
    extended_days: Mapped[int] = mapped_column(default=0)
    started_on: Mapped[date]
    original_due: Mapped[date]
    plain_due: Mapped[date]
    current_due: Mapped[date]
    paused_on: Mapped[date | None]
    stopped_on: Mapped[date | None]
    pledge_id: Mapped[int | None] = mapped_column(ForeignKey("pledges.id"))  # that set the days
    level: Mapped[int] = mapped_column(
        default=Level.NONE
    )  # rules.escalation.Level: how far up it was brought
    next_notice_on: Mapped[date | None]  # when the next level is reached; None while paused or stopped

    @property
    def is_running(self) -> bool:
        """Tell whether the stage has not ended."""
        return self.stopped_on is None


class Pause(Base):
    """Time that the authority waited for someone else."""

    __tablename__ = "pauses"

    id: Mapped[int] = mapped_column(primary_key=True)
    clock_id: Mapped[int] = mapped_column(ForeignKey("clocks.id"), index=True)
    since: Mapped[date]
    until: Mapped[date]
    days: Mapped[int]
    reason: Mapped[str]


class Correction(Base):
    """A due date that moved because the calendar did: from, to, and which day was the reason."""

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    clock_id: Mapped[int] = mapped_column(ForeignKey("clocks.id"), index=True)
    at: Mapped[datetime]
    from_due: Mapped[date]
    to_due: Mapped[date]
    day: Mapped[date]
    why: Mapped[str]


class AppliedChange(Base):
    """A confirmed change of the calendar by which every running clock has been counted anew."""

    __tablename__ = "applied_changes"

    change_id: Mapped[int] = mapped_column(ForeignKey("day_changes.id"), primary_key=True)
    applied_at: Mapped[datetime]
    moved: Mapped[int]  # how many dates it moved


class Extension(Base):
    """More time, asked for by the handler and decided by the head."""

    __tablename__ = "extensions"

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"), index=True)
    round: Mapped[int]
    days: Mapped[int]
    reason: Mapped[str]
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None]
    is_granted: Mapped[bool] = mapped_column(default=False)
