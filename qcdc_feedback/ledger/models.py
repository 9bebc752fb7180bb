"""The tables of the record: its rows, and the key of each case kept apart from them."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qcdc_feedback.core.db import Base


class LedgerRow(Base):
    """One event of one case; written once, never changed.

    A row names the row before it, and each row is named by one at most: a case cannot fork.
    """

    __tablename__ = "ledger_rows"
    __table_args__ = (Index("ix_ledger_rows_subject_id", "subject", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(32))
    event: Mapped[str] = mapped_column(String(40))
    content: Mapped[str] = mapped_column(Text)
    leaf_hash: Mapped[str] = mapped_column(String(64), unique=True)
    prev_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    # Filled by the sequencer, outside any request: numbered here, each writer would wait for the one before.
    place: Mapped[int | None] = mapped_column(unique=True)


class CaseKey(Base):
    """The wrapped key of a case: without it no commitment of the case can be tested any more."""

    __tablename__ = "case_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(32), unique=True)
    key_id: Mapped[int]
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
