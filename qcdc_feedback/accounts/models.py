"""The tables of the people who sign in and of their posts."""

import secrets
from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Post, Role
from qcdc_feedback.core.db import Base


def new_session_key() -> str:
    """Return a key that nobody can guess."""
    return secrets.token_urlsafe(24)


class User(Base):
    """A person with an account; a new session_key ends every session opened under the old one."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str | None]
    session_key: Mapped[str] = mapped_column(unique=True, default=new_session_key)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    closed_at: Mapped[datetime | None]

    assignments: Mapped[list["Assignment"]] = relationship(
        back_populates="user", lazy="selectin", order_by="Assignment.id"
    )

    is_authenticated = True
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        """Tell whether the account is open."""
        return self.closed_at is None

    def get_id(self) -> str:
        """Return what a session remembers of the person."""
        return self.session_key

    @property
    def current_assignments(self) -> list["Assignment"]:
        """Return the posts held today."""
        today = clock.today()
        return [assignment for assignment in self.assignments if assignment.is_current(today)]

    @property
    def actor(self) -> Actor:
        """Return the person as one who acts, with the posts held today."""
        posts = frozenset(Post(held.role, held.authority_id) for held in self.current_assignments)
        return Actor(user_id=self.id, name=self.name, posts=posts)


class Assignment(Base):
    """A post: a role in an authority, from a day on, perhaps until a day; ended it stays on record."""

    __tablename__ = "assignments"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    role: Mapped[Role]
    authority_id: Mapped[int] = mapped_column(ForeignKey("authorities.id"), index=True)
    since: Mapped[date] = mapped_column(default=clock.today)
    until: Mapped[date | None]
    ended_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(back_populates="assignments")
    authority: Mapped[Authority] = relationship()

    def is_current(self, today: date) -> bool:
        """Tell whether the post is held today; its last day counts."""
        begun = self.since <= today
        return begun and self.ended_at is None and (self.until is None or today <= self.until)
