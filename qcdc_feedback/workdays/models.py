"""The table of days that differ from their weekday."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from qcdc_feedback.core.db import Base
from qcdc_feedback.workdays.rules import DayKind


class SpecialDay(Base):
    """A day off, or a weekend day worked instead; withdrawn it stays on record and no longer counts."""

    __tablename__ = "special_days"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(unique=True)
    kind: Mapped[DayKind]
    name: Mapped[str]
    legal_basis: Mapped[str]
    confirmed_by: Mapped[str | None]
    confirmed_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
