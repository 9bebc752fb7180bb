"""The tables of authorities and of the administrative units they serve."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.authorities.rules import Level, UnitKind
from qcdc_feedback.core.db import Base


class Unit(Base):
    """A ward or commune of Huế, of now or of before."""

    __tablename__ = "units"
    # New units took over codes of former ones: a code is one unit's only among those of the same time.
    __table_args__ = (
        UniqueConstraint("code", "valid_from"),
        UniqueConstraint("code", "valid_to"),
        CheckConstraint("valid_from IS NOT NULL OR valid_to IS NOT NULL", name="has_a_beginning_or_an_end"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[UnitKind]
    district: Mapped[str | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    area_km2: Mapped[float | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class UnitSuccession(Base):
    """One step of history: what a former unit, or a part of it, became."""

    __tablename__ = "unit_successions"

    former_id: Mapped[int] = mapped_column(ForeignKey("units.id"), primary_key=True)
    successor_id: Mapped[int] = mapped_column(ForeignKey("units.id"), primary_key=True, index=True)


class Authority(Base):
    """An office that receives or answers petitions; its path answers questions about the tree."""

    __tablename__ = "authorities"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_en: Mapped[str]
    level: Mapped[Level]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("authorities.id"), index=True)
    path: Mapped[str] = mapped_column(default="", index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    is_desk: Mapped[bool] = mapped_column(default=False)
    closed_on: Mapped[date | None]

    parent: Mapped["Authority | None"] = relationship(remote_side=[id])
    unit: Mapped[Unit | None] = relationship()

    @property
    def is_open(self) -> bool:
        """Tell whether the authority may be given anything new."""
        return self.closed_on is None
