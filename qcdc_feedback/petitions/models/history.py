"""What was done with a petition, line by line; lines are only added."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.rules.procedure import Action, Party, State


class HistoryEntry(Base):
    """One thing done: what, when, by whom as what, with which result and words."""

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_petition", "petition_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    action: Mapped[Action]
    state: Mapped[State]  # after it
    round: Mapped[int]
    at: Mapped[datetime]
    party: Mapped[Party]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authorities.id"))
    target_id: Mapped[int | None] = mapped_column(
        ForeignKey("authorities.id")
    )  # the authority that the deed names
    reason: Mapped[str] = mapped_column(default="")  # a code
    note: Mapped[str] = mapped_column(default="")

    authority: Mapped[Authority | None] = relationship(foreign_keys=authority_id)
    target: Mapped[Authority | None] = relationship(foreign_keys=target_id)
