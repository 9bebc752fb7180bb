"""What an authority promises beyond the law."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.db import Base
from qcdc_feedback.petitions.models.category import Category


class Pledge(Base):
    """An authority's own promise to answer sooner than the limit, for one category or all; never edited."""

    __tablename__ = "pledges"

    id: Mapped[int] = mapped_column(primary_key=True)
    authority_id: Mapped[int] = mapped_column(ForeignKey("authorities.id"), index=True)
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"))
    days: Mapped[int]  # in the unit of the limit
    since: Mapped[date]
    until: Mapped[date | None]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    authority: Mapped[Authority] = relationship()
    category: Mapped[Category | None] = relationship()
