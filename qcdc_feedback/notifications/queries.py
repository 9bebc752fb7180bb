"""What is asked about letters: what is due, what failed, where they go."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select

from qcdc_feedback.accounts.models import User
from qcdc_feedback.core.db import db
from qcdc_feedback.core.paging import Order, Page, page_of
from qcdc_feedback.identities import queries as identities
from qcdc_feedback.identities.queries import Address
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.notifications.rules import LetterState

_NEWEST_FIRST = Order((Letter.id,), (int,), lambda row: (row.Letter.id,), descending=True)


def is_due(now: datetime) -> ColumnElement[bool]:
    """Return what makes a letter due: its time has come, or the worker that had it died."""
    waiting = and_(Letter.state == LetterState.WAITING, Letter.due_at <= now)
    abandoned = and_(Letter.state == LetterState.CLAIMED, Letter.lease_until <= now)
    return or_(waiting, abandoned)


def failed(cursor: str | None = None) -> Page:
    """Return the letters that a person must look at."""
    return page_of(select(Letter).where(Letter.state == LetterState.FAILED), _NEWEST_FIRST, cursor)


def is_written(key: str) -> bool:
    """Tell whether the letter of that key was written, whatever became of it."""
    return db.session.scalar(select(Letter.id).where(Letter.key == key)) is not None


def counts() -> dict[LetterState, int]:
    """Return how many letters are in each state."""
    rows = db.session.execute(select(Letter.state, func.count()).group_by(Letter.state))
    return dict.fromkeys(LetterState, 0) | {row[0]: row[1] for row in rows}


def address_of(letter: Letter) -> Address | None:
    """Return where the letter goes; None for a closed account or a person without e-mail."""
    if letter.to_contact_id is not None:
        return identities.address_of(letter.to_contact_id)
    rows = select(User.name, User.email).where(User.id == letter.to_user_id, User.closed_at.is_(None))
    found = db.session.execute(rows).one_or_none()
    return Address(*found) if found else None
