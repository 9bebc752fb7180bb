"""The base of all tables, and the one place where anything is committed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.orm import DeclarativeBase, Session, registry
from sqlalchemy.types import TypeDecorator

_writing: ContextVar[bool] = ContextVar("writing", default=False)
_OUTSIDE = "something was changed outside a use case: only functions in services write"
_NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone; write it in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back where the database forgets it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _values(words: type[Enum]) -> list[str]:
    return [str(member.value) for member in words]


class Base(DeclarativeBase):
    """The base of all tables."""

    # The map is set on a registry: on the class Flask-SQLAlchemy 3.1 loses it.
    registry = registry(
        metadata=sa.MetaData(naming_convention=_NAMES),
        type_annotation_map={
            datetime: UTCDateTime(),
            # Words in both databases: a new state needs no ALTER TYPE.
            Enum: sa.Enum(Enum, native_enum=False, values_callable=_values, length=40),
        },
    )


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


@contextmanager
def transaction() -> Iterator[None]:
    """Run a use case as one transaction: committed at its end, undone on any error.

    It is used as a decorator. Use cases do not nest: what two of them share is a step below both, never
    one calling the other.
    """
    if _writing.get():
        raise RuntimeError("a use case may not call another use case")
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError(_OUTSIDE)
    db.session.commit()  # ends the reading done so far, so that the writing starts afresh
    token = _writing.set(True)
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _writing.reset(token)


def forget() -> None:
    """Let go of everything read so far: long work over many rows keeps its memory flat."""
    db.session.commit()
    db.session.expunge_all()


def on_postgresql() -> bool:
    """Tell which of the two databases this is, for the few places where they need different words."""
    return db.session.get_bind().dialect.name == "postgresql"


@event.listens_for(Session, "before_flush")
def _refuse_stray_changes(session: Session, *_: Any) -> None:
    changed = session.new or session.deleted or any(session.is_modified(thing) for thing in session.dirty)
    if changed and not _writing.get():
        raise RuntimeError(_OUTSIDE)


@event.listens_for(Engine, "connect")
def _make_sqlite_behave(connection: Any, _record: Any) -> None:
    if not type(connection).__module__.startswith("sqlite3"):
        return
    connection.isolation_level = None  # we begin transactions ourselves, below
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=15000",
        "secure_delete=ON",
        "cache_size=-65536",
        "mmap_size=268435456",
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # A writer takes the lock at once: with plain BEGIN two writers who have read meet in SQLITE_BUSY.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
