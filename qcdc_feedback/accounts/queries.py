"""Every SELECT about the people who sign in."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import joinedload, selectinload

from qcdc_feedback.accounts.models import Assignment, User
from qcdc_feedback.accounts.rules import folded
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.core.paging import Order, Page, page_of

_WITH_POSTS = selectinload(User.assignments).joinedload(Assignment.authority)
_BY_NAME = Order((User.name, User.id), (str, int), lambda row: (row.User.name, row.User.id))


def find_by_email(email: str) -> User | None:
    """Return the person with the e-mail address, however it is written."""
    return db.session.scalar(select(User).where(User.email == folded(email)))


def find_by_session_key(key: str) -> User | None:
    """Return the person whose open account a session belongs to."""
    return db.session.scalar(select(User).where(User.session_key == key, User.closed_at.is_(None)))


def get(user_id: int) -> User:
    """Return the person; raises NotFound."""
    person = db.session.get(User, user_id)
    if person is None:
        raise NotFound
    return person


def get_assignment(assignment_id: int) -> Assignment:
    """Return the post with its holder; raises NotFound."""
    assignment = db.session.get(Assignment, assignment_id, options=[joinedload(Assignment.user)])
    if assignment is None:
        raise NotFound
    return assignment


def people(cursor: str | None = None) -> Page:
    """Return a page of all people by name, with their posts and authorities; each row has one User."""
    return page_of(select(User).options(_WITH_POSTS), _BY_NAME, cursor)


def holders(role: Role, authority_id: int) -> Sequence[Row[Any]]:
    """Return id, name and email of those who hold the role in the authority today, by name."""
    today = clock.today()
    held = (
        select(Assignment.user_id)
        .where(Assignment.role == role, Assignment.authority_id == authority_id, Assignment.since <= today)
        .where(Assignment.ended_at.is_(None), or_(Assignment.until.is_(None), Assignment.until >= today))
    )
    statement = select(User.id, User.name, User.email).where(User.id.in_(held), User.closed_at.is_(None))
    return db.session.execute(statement.order_by(User.name, User.id)).all()


def officers_of(authority_id: int) -> Sequence[Row[Any]]:
    """Return id, name and email of the officers of the authority, by name."""
    return holders(Role.OFFICER, authority_id)
