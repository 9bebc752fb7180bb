"""What a letter may carry, and how patiently it is sent."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from urllib.parse import quote

OFFICIAL_LOCALE = "vi"
LEASE = timedelta(minutes=10)  # much longer than a mail server may think: 15 seconds a line
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(minutes=24)
JITTER = 0.25
MAX_AGE = timedelta(days=5)


class Channel(StrEnum):
    """The ways a letter can go."""

    EMAIL = "email"
    SMS = "sms"
    CONSOLE = "console"


class LetterState(StrEnum):
    """Where a letter is on its way."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


def patience(attempts: int, luck: float) -> timedelta:
    """Return how long to wait after so many attempts: twice as long each time, half an hour at most.

    Luck, from 0 to 1, spreads letters that failed together, so that they do not all come back at once.
    """
    pause = min(FIRST_PAUSE * 2 ** min(attempts - 1, 10), LONGEST_PAUSE)
    return pause * (1 + JITTER * luck)


def is_hopeless(first_tried_at: datetime, now: datetime) -> bool:
    """Tell whether a letter has been tried for so long that a person must look at it."""
    return now - first_tried_at >= MAX_AGE


def packed(context: Mapping[str, object]) -> dict[str, object]:
    """Return the context as it can be kept; raises ValueError for what is not a plain value."""
    return {name: _packed(name, value) for name, value in context.items()}


def unpacked(context: Mapping[str, object]) -> dict[str, object]:
    """Return the context as a template wants it: …_on a date again, …_at a moment."""
    return {name: _unpacked(name, value) for name, value in context.items()}


def message_id(key: str, host: str) -> str:
    """Return the name under which mail programs know a letter: the same at each attempt."""
    return f"<{quote(key, safe='')}@{host}>"


def _packed(name: str, value: object) -> object:
    kind = _moment_or_day(name)
    if kind is not None and type(value) is kind:
        return value.isoformat()
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, list | tuple):
        return [_packed("", item) for item in value]
    raise ValueError(f"not for a letter: {name} = {value!r}")


def _unpacked(name: str, value: object) -> object:
    kind = _moment_or_day(name)
    return kind.fromisoformat(value) if kind is not None and isinstance(value, str) else value


def _moment_or_day(name: str) -> type[date] | None:
    return datetime if name.endswith("_at") else date if name.endswith("_on") else None
