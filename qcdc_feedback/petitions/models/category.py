"""The fields a petition may be about, and who gets it by field and place."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.core.db import Base


class Category(Base):
    """A field (lĩnh vực) that a citizen chooses from."""

    __tablename__ = "categories"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_en: Mapped[str]
    hint: Mapped[str] = mapped_column(default="")
    hint_en: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    is_open: Mapped[bool] = mapped_column(default=True)


class RoutingRule(Base):
    """Where a category's petitions go: unit None is anywhere, authority None the commune's own."""

    __tablename__ = "routing_rules"
    __table_args__ = (Index("ix_routing_category", "category_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    category_id: Mapped[int] = mapped_column(ForeignKey("categories.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authorities.id"))
    at_city_desk: Mapped[bool]
    why: Mapped[str] = mapped_column(default="")

    category: Mapped[Category] = relationship()
    unit: Mapped[Unit | None] = relationship()
    authority: Mapped[Authority | None] = relationship()
