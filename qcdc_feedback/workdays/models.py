"""The tables of the working calendar: days that differ from their weekday, and proposals to change them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.core.db import Base
from qcdc_feedback.workdays.rules import Change, ChangeStatus, DayKind, Entry

# A day is one thing at a time, and one proposal about it waits at a time.
_STANDS = text("withdrawn_at IS NULL")
_WAITS = text("status = 'waiting'")


class DayChange(Base):
    """A proposal about a day by one person, decided by another; it stays on record whatever became of it."""

    __tablename__ = "day_changes"
    __table_args__ = (
        Index("uq_day_changes_waiting", "day", unique=True, postgresql_where=_WAITS, sqlite_where=_WAITS),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    change: Mapped[Change]
    status: Mapped[ChangeStatus] = mapped_column(default=ChangeStatus.WAITING)
    day: Mapped[date]
    kind: Mapped[DayKind]
    name: Mapped[str]
    legal_basis: Mapped[str]
    proposed_by: Mapped[str]
    proposed_by_id: Mapped[int | None]
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None]
    decided_by_id: Mapped[int | None]
    decided_at: Mapped[datetime | None] = mapped_column(index=True)
    remark: Mapped[str] = mapped_column(default="")


class SpecialDay(Base):
    """A day off, or a weekend day worked instead; withdrawn it stays on record and no longer counts.

    Without confirmed_at it is only expected: it counts, and its year is provisional.
    """

    __tablename__ = "special_days"
    __table_args__ = (
        Index("uq_special_days_standing", "day", unique=True, postgresql_where=_STANDS, sqlite_where=_STANDS),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    kind: Mapped[DayKind]
    name: Mapped[str]
    legal_basis: Mapped[str]
    confirmed_by: Mapped[str | None]
    confirmed_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("day_changes.id"))
    withdrawal_id: Mapped[int | None] = mapped_column(ForeignKey("day_changes.id"))

    proposal: Mapped[DayChange | None] = relationship(foreign_keys=[proposal_id])
    withdrawal: Mapped[DayChange | None] = relationship(foreign_keys=[withdrawal_id])

    @property
    def entry(self) -> Entry:
        """Return what the day is, without who said so."""
        return Entry(self.day, self.kind, self.name, self.legal_basis)
