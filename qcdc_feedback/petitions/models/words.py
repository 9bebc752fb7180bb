"""The words of a petition: as filed, never changed and never public; and the redacted copies that are."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.rules.kinds import Kind


class Submission(Base):
    """What the submitter wrote: kept as it came in."""

    __tablename__ = "submissions"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"), primary_key=True)
    kind: Mapped[Kind]  # as chosen by the submitter: a hint
    title: Mapped[str]
    body: Mapped[str]
    address: Mapped[str]
    lat: Mapped[float | None]
    lon: Mapped[float | None]


class Release(Base):
    """A redacted copy that everyone may read; each change is a new version."""

    __tablename__ = "releases"
    __table_args__ = (UniqueConstraint("petition_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    version: Mapped[int]
    title: Mapped[str]
    body: Mapped[str]
    address: Mapped[str]
    folded: Mapped[str]  # for search: without marks
    released_at: Mapped[datetime]
    released_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
