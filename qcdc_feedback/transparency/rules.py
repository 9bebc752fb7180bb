"""What the public lists offer to look for, and how a petition's dates are judged in public."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from qcdc_feedback.core.errors import BadAddress
from qcdc_feedback.core.text import fold, tidy
from qcdc_feedback.petitions.rules.deadlines import Timeliness, timeliness
from qcdc_feedback.petitions.rules.kinds import REGISTERS, Kind, code_of
from qcdc_feedback.petitions.rules.outcomes import Outcome, Promise
from qcdc_feedback.petitions.rules.procedure import State

PERIOD_DAYS = 30
LONGEST_SEARCH = 100
MOST_WORDS = 8

_NAMES = frozenset(
    {"q", "kind", "category", "unit", "authority", "status", "outcome", "period", "timeliness"}
)
_CODE = re.compile(
    rf"({'|'.join(REGISTERS.values())})[-\s]?(\d{{4}})[-\s]?(\d{{1,6}})", re.IGNORECASE | re.ASCII
)


class Status(StrEnum):
    """How far a petition has come, in the words a reader looks for."""

    OPEN = "open"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    PROMISED = "promised"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class Period(StrEnum):
    """What happened in the last PERIOD_DAYS days."""

    RECEIVED = "received"
    ANSWERED = "answered"


class Mark(StrEnum):
    """What the dates of a petition come to; the word is the colour of components/due.html, or more exact."""

    NONE = "none"
    IN_TIME = "ok"
    EXPECTED = "expected"  # in time, by a calendar that is not confirmed
    TODAY = "today"
    OVERDUE = "late"
    PAUSED = "paused"
    ON_TIME = "done"
    EXTENDED = "done_extended"
    LATE = "done_late"
    PROMISED = "promised"
    PROMISE_LATE = "promise_late"
    KEPT = "kept"


PAUSED = frozenset({State.AWAITING_SUBMITTER, State.SUSPENDED})
RUNNING = frozenset(
    {
        State.RECEIVED,
        State.ROUTED,
        State.IN_PROGRESS,
        State.AWAITING_APPROVAL,
        State.REOPEN_REQUESTED,
        State.ACCEPTED,
        State.VERIFYING,
        State.DIALOGUE,
    }
)
SETTLED = frozenset({State.ANSWERED, State.CLOSED, State.DECIDED, State.DECISION_PUBLISHED})
UNKEPT = frozenset({Promise.OPEN, Promise.REPORTED})
STATES: dict[Status, frozenset[State]] = {
    Status.OPEN: RUNNING | PAUSED,
    Status.OVERDUE: RUNNING,
    Status.ANSWERED: SETTLED - {State.CLOSED},
    Status.PROMISED: frozenset({State.ANSWERED}),
    Status.CLOSED: frozenset({State.CLOSED}),
    Status.REJECTED: frozenset({State.REJECTED, State.NOT_ACCEPTED}),
    Status.WITHDRAWN: frozenset({State.WITHDRAWN}),
    Status.MERGED: frozenset({State.MERGED}),
}
_JUDGED = {
    Timeliness.RUNNING: Mark.NONE,
    Timeliness.ON_TIME: Mark.ON_TIME,
    Timeliness.AFTER_EXTENSION: Mark.EXTENDED,
    Timeliness.LATE: Mark.LATE,
}
_Word = TypeVar("_Word", bound=StrEnum)


class Choice(Protocol):
    """A category, commune or authority that a list can be narrowed to."""

    what: str
    id: int
    code: str


class Dated(Protocol):
    """The dates of a petition by which its timeliness is judged."""

    state: State
    due_on: date | None
    plain_due_on: date | None
    answered_on: date | None
    promise: Promise | None
    promised_on: date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list shows; query is the same as it stands in the address."""

    kind: Kind | None = None
    category: int | None = None
    unit: int | None = None
    authority: int | None = None
    status: Status | None = None
    outcome: Outcome | None = None
    period: Period | None = None
    timeliness: Timeliness | None = None
    code: str = ""
    words: tuple[str, ...] = ()
    query: Mapping[str, str] = field(default_factory=dict)


# The numbers of the front page: each is the length of the list that its link shows.
FIGURES: dict[str, Wanted] = {
    "received": Wanted(period=Period.RECEIVED),
    "answered": Wanted(period=Period.ANSWERED),
    "done": Wanted(period=Period.ANSWERED, outcome=Outcome.DONE),
    "on_time": Wanted(period=Period.ANSWERED, timeliness=Timeliness.ON_TIME),
    "extended": Wanted(period=Period.ANSWERED, timeliness=Timeliness.AFTER_EXTENSION),
    "late": Wanted(period=Period.ANSWERED, timeliness=Timeliness.LATE),
    "overdue": Wanted(status=Status.OVERDUE),
    "promised": Wanted(status=Status.PROMISED),
}


def wanted(query: Mapping[str, str], choices: Collection[Choice]) -> Wanted:
    """Return what an address asks for; raises BadAddress for a value that no list offers."""
    query = {name: text for name, value in query.items() if (text := tidy(value)) and name in _NAMES}
    searched = query.get("q", "")[:LONGEST_SEARCH]
    code = code_in(searched)
    return Wanted(
        kind=_word(Kind, query, "kind"),
        category=_id(choices, query, "category"),
        unit=_id(choices, query, "unit"),
        authority=_id(choices, query, "authority"),
        status=_word(Status, query, "status"),
        outcome=_word(Outcome, query, "outcome"),
        period=_word(Period, query, "period"),
        timeliness=_word(Timeliness, query, "timeliness"),
        code=code,
        words=() if code else tuple(dict.fromkeys(fold(searched).split()))[:MOST_WORDS],
        query=query,
    )


def code_in(text: str) -> str:
    """Return the petition number that the text is, however it was typed, or nothing."""
    found = _CODE.fullmatch(text.strip())
    return code_of(f"{found[1].upper()}-{found[2]}", int(found[3])) if found else ""


def period_start(today: date) -> date:
    """Return the first day of the last PERIOD_DAYS days, today included."""
    return today - timedelta(days=PERIOD_DAYS - 1)


def mark_of(petition: Dated, today: date) -> tuple[Mark, date | None]:
    """Return what the dates come to in a list, with the date that says it."""
    if petition.state in PAUSED:
        return (Mark.PAUSED if petition.due_on else Mark.NONE), None
    if petition.state in RUNNING:
        return _running(petition.due_on, today)
    if petition.state not in SETTLED:
        return Mark.NONE, None
    if petition.promise == Promise.KEPT:
        return Mark.KEPT, petition.answered_on
    if petition.promise in UNKEPT:
        is_late = petition.promised_on is not None and petition.promised_on < today
        return (Mark.PROMISE_LATE if is_late else Mark.PROMISED), petition.promised_on
    return judged(petition, petition.answered_on, today)


def judged(petition: Dated, answered_on: date | None, today: date) -> tuple[Mark, date | None]:
    """Return whether the answer of that day came in time."""
    mark = _JUDGED[timeliness(petition.plain_due_on, petition.due_on, answered_on, today)]
    return (mark, answered_on) if answered_on else (Mark.NONE, None)


def _running(due_on: date | None, today: date) -> tuple[Mark, date | None]:
    if due_on is None:
        return Mark.NONE, None
    if due_on == today:
        return Mark.TODAY, due_on
    return (Mark.IN_TIME if today < due_on else Mark.OVERDUE), due_on


def _word(words: type[_Word], query: Mapping[str, str], name: str) -> _Word | None:
    if name not in query:
        return None
    try:
        return words(query[name])
    except ValueError as error:
        raise BadAddress(what=name) from error


def _id(choices: Collection[Choice], query: Mapping[str, str], name: str) -> int | None:
    if name not in query:
        return None
    for choice in choices:
        if choice.what == name and choice.code == query[name]:
            return choice.id
    raise BadAddress(what=name)
