"""The one place that asks the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Asia/Ho_Chi_Minh")
_set_to: ContextVar[datetime | None] = ContextVar("clock_set_to", default=None)


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return _set_to.get() or datetime.now(UTC)


def today() -> date:
    """Return the date it is in the offices of Huế."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """Return the moment as a clock in Huế shows it."""
    return moment.astimezone(OFFICE)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be another time inside the block: for the demo town and for tests."""
    token = _set_to.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _set_to.reset(token)
