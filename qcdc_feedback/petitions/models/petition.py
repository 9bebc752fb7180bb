"""The petition itself: where it stands, whose it is, when it is due; never its words."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.accounts.models import User
from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.authorities.rules import ancestors
from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.models.category import Category
from qcdc_feedback.petitions.models.conversation import Consultation
from qcdc_feedback.petitions.models.history import HistoryEntry
from qcdc_feedback.petitions.rules.kinds import Channel, Kind, Variant
from qcdc_feedback.petitions.rules.outcomes import Outcome, Promise
from qcdc_feedback.petitions.rules.procedure import State

_PUBLIC = text("hidden_at IS NULL")
_PLEDGED = text("promised_on IS NOT NULL")


class Petition(Base):
    """One matter that a citizen has put before the authorities."""

    __tablename__ = "petitions"
    __table_args__ = (
        UniqueConstraint("register", "number"),
        Index("ix_public_state", "state", "id", postgresql_where=_PUBLIC, sqlite_where=_PUBLIC),
        Index("ix_public_kind", "kind", "id", postgresql_where=_PUBLIC, sqlite_where=_PUBLIC),
        Index("ix_public_category", "category_id", "id", postgresql_where=_PUBLIC, sqlite_where=_PUBLIC),
        Index("ix_public_unit", "unit_id", "id", postgresql_where=_PUBLIC, sqlite_where=_PUBLIC),
        Index("ix_public_authority", "authority_id", "id", postgresql_where=_PUBLIC, sqlite_where=_PUBLIC),
        Index("ix_desk_state_due", "desk_id", "state", "due_on", "id"),
        Index("ix_authority_state_due", "authority_id", "state", "due_on", "id"),
        Index("ix_officer_state_due", "officer_id", "state", "due_on", "id"),
        Index("ix_state_due", "state", "due_on", "id"),
        Index("ix_public_received", "received_at", postgresql_where=_PUBLIC, sqlite_where=_PUBLIC),
        Index("ix_public_answered", "answered_on", "id", postgresql_where=_PUBLIC, sqlite_where=_PUBLIC),
        Index("ix_promised", "state", "promised_on", "id", postgresql_where=_PLEDGED, sqlite_where=_PLEDGED),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    register: Mapped[str]
    number: Mapped[int]
    kind: Mapped[Kind]
    channel: Mapped[Channel]
    variant: Mapped[Variant] = mapped_column(default=Variant.NORMAL)
    state: Mapped[State]
    resumes: Mapped[State | None]  # where it returns to after a pause
    round: Mapped[int] = mapped_column(default=1)
    instance: Mapped[int] = mapped_column(default=1)  # complaints: first or second
    version: Mapped[int] = mapped_column(default=1)
    received_at: Mapped[datetime]

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    category_id: Mapped[int] = mapped_column(ForeignKey("categories.id"))
    desk_id: Mapped[int] = mapped_column(ForeignKey("authorities.id"))
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authorities.id"))
    former_authority_id: Mapped[int | None] = mapped_column(ForeignKey("authorities.id"))
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    former_officer_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    barred_dispatcher_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("petitions.id"), index=True)

    # Who is behind it: a pseudonym here, the person in another room.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"), index=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str] = mapped_column(unique=True)  # its random name in the ledger

    due_on: Mapped[date | None]  # of the clock that matters now, with pauses and extensions
    plain_due_on: Mapped[date | None]  # without extensions
    first_due_on: Mapped[date | None]  # as first promised in this round: never changes
    paused_on: Mapped[date | None]
    reminded_on: Mapped[date | None]  # of the question that waits now

    public_title: Mapped[str | None]  # set when a redacted copy is released
    hidden_at: Mapped[datetime | None]
    rejected_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    outcome: Mapped[Outcome | None]
    promise: Mapped[Promise | None]
    promised_on: Mapped[date | None]
    broken_promises: Mapped[int] = mapped_column(default=0)
    rated_round: Mapped[int] = mapped_column(default=0)
    appeals: Mapped[int] = mapped_column(default=0)
    bounces: Mapped[int] = mapped_column(default=0)
    extensions: Mapped[int] = mapped_column(default=0)  # granted in this round
    is_extension_asked: Mapped[bool] = mapped_column(default=False)
    open_demands: Mapped[int] = mapped_column(default=0)

    unit: Mapped[Unit] = relationship()
    category: Mapped[Category] = relationship()
    desk: Mapped[Authority] = relationship(foreign_keys=desk_id)
    authority: Mapped[Authority | None] = relationship(foreign_keys=authority_id)
    officer: Mapped[User | None] = relationship(foreign_keys=officer_id)
    history: Mapped[list[HistoryEntry]] = relationship(order_by=HistoryEntry.id)
    consultations: Mapped[list[Consultation]] = relationship(order_by=Consultation.id)

    @property
    def watched_ids(self) -> frozenset[int]:
        """Return the ids of its desk, its authority and all above them."""
        paths = [self.desk.path] + ([self.authority.path] if self.authority else [])
        own = {self.desk_id, self.authority_id} - {None}
        return frozenset(own).union(*(ancestors(path) for path in paths))

    @property
    def consulted_ids(self) -> frozenset[int]:
        """Return the authorities whose opinion is still awaited."""
        return frozenset(row.authority_id for row in self.consultations if row.answered_at is None)

    @property
    def is_hidden(self) -> bool:
        """Tell whether it was taken from public view."""
        return self.hidden_at is not None

    @property
    def is_released(self) -> bool:
        """Tell whether a redacted copy is public."""
        return self.public_title is not None

    @property
    def is_instance_two(self) -> bool:
        """Tell whether this complaint is in its second instance."""
        return self.instance == 2
