"""What a citizen has typed so far, one thing a page; it turns into a petition once, or is swept away."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.core.db import Base
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.petitions.rules.kinds import Kind


class Draft(Base):
    """A filing under way, found by the hash of a token that only the browser holds."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[Kind | None]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"))
    address: Mapped[str] = mapped_column(default="")
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    is_contact_settled: Mapped[bool] = mapped_column(default=False)  # given, or left out on purpose
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petitions.id"), unique=True)

    files: Mapped[list[DraftFile]] = relationship(order_by="DraftFile.id", cascade="all, delete-orphan")


class DraftFile(Base):
    """A file attached to a filing under way."""

    __tablename__ = "draft_files"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))

    file: Mapped[StoredFile] = relationship()
