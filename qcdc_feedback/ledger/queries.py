"""What is asked of the record."""

from collections.abc import Generator, Sequence

from sqlalchemy import select

from qcdc_feedback.core.db import db
from qcdc_feedback.ledger.models import LedgerRow

_AT_A_TIME = 1000


def story(subject: str) -> Sequence[LedgerRow]:
    """Return all that happened in a case, in order."""
    return db.session.scalars(select(LedgerRow).filter_by(subject=subject).order_by(LedgerRow.id)).all()


def find_newest(subject: str) -> LedgerRow | None:
    """Return the last event of a case."""
    rows = select(LedgerRow).filter_by(subject=subject).order_by(LedgerRow.id.desc()).limit(1)
    return db.session.scalar(rows)


def rows_after(row_id: int, limit: int = _AT_A_TIME) -> Sequence[LedgerRow]:
    """Return the next events of all cases, in the order in which they were written."""
    rows = select(LedgerRow).where(LedgerRow.id > row_id).order_by(LedgerRow.id).limit(limit)
    return db.session.scalars(rows).all()


def cases() -> Generator[LedgerRow, None, None]:
    """Yield the whole record, case after case, a thousand rows in memory at a time."""
    record = select(LedgerRow).order_by(LedgerRow.subject, LedgerRow.id)
    with db.session.scalars(record, execution_options={"yield_per": _AT_A_TIME}) as rows:
        yield from rows
