"""The last number given in each register."""

from sqlalchemy.orm import Mapped, mapped_column

from qcdc_feedback.core.db import Base


class Register(Base):
    """One kind's register of one year; its row is the counter where the database has no sequences."""

    __tablename__ = "registers"

    name: Mapped[str] = mapped_column(primary_key=True)
    last_number: Mapped[int] = mapped_column(default=0)
