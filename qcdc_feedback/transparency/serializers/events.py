"""What was done with a petition, line by line as the public may read it, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask_babel.speaklater import LazyString

from qcdc_feedback.petitions.labels import LABELS
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.limits import CLOSE_AFTER
from qcdc_feedback.petitions.rules.outcomes import RejectReason
from qcdc_feedback.petitions.rules.privacy import INSIDE, SHOWN
from qcdc_feedback.petitions.rules.procedure import Action, Party, State
from qcdc_feedback.transparency import labels, rules
from qcdc_feedback.transparency.rules import Mark
from qcdc_feedback.transparency.serializers.naming import naming

_TROUBLE = frozenset({Action.BREAK_PROMISE, Action.ESCALATE})
_SUCCESS = frozenset({Action.PUBLISH, Action.KEEP_PROMISE, Action.CLOSE, Action.DECIDE})
# Told in a section of their own, question and reply together.
_APART = frozenset({Action.DEMAND_EXPLANATION, Action.EXPLAIN})


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done, or the next to come, as components/timeline.html draws it."""

    title: LazyString | str
    at: datetime | None = None
    day: date | None = None
    by: str = ""
    text: str = ""
    mark: str = ""


def events(petition: Any, history: Sequence[Any], today: date) -> tuple[Event, ...]:
    """Return what was done, oldest first, and what comes next; of what is sealed only changes of state."""
    told = [row for row in history if row.action not in INSIDE]
    if petition.is_sealed:
        before = [None, *(row.state for row in told)]
        told = [row for row, state in zip(told, before, strict=False) if row.state != state]
    done = [_event(row, "" if petition.is_sealed else _reason(row)) for row in told]
    coming = _coming(petition, today)
    return (*done, coming) if coming else tuple(done)


def removal(history: Sequence[Any]) -> Event | None:
    """Return when, by whom and why a petition was hidden last."""
    hidden = [row for row in history if row.action == Action.HIDE]
    return _event(hidden[-1], hidden[-1].note) if hidden else None


def _event(row: Any, text: str) -> Event:
    named = naming()
    target = named(row.target, row.target_en)
    title = labels.DEEDS_TO[row.action] % {"authority": target} if target else labels.DEEDS[row.action]
    mark = "late" if row.action in _TROUBLE else "done" if row.action in _SUCCESS else ""
    authority, party = named(row.authority, row.authority_en), str(LABELS[Party][row.party])
    by = f"{party}, {authority}" if authority else party
    return Event(title, at=row.at, by=by, text=text, mark=mark)


def _reason(row: Any) -> str:
    if row.reason == RejectReason.DENUNCIATION:
        return ""
    known = row.action in (Action.REJECT, Action.LAPSE) and row.reason in set(RejectReason)
    reason = str(LABELS[RejectReason][RejectReason(row.reason)]) if known else ""
    note = row.note if row.action in SHOWN - _APART else ""
    return "\n".join(text for text in (reason, note) if text)


def _coming(petition: Any, today: date) -> Event | None:
    mark, day = rules.mark_of(petition, today)
    following = labels.NEXT_OF_COMPLAINT if petition.kind == Kind.COMPLAINT else labels.NEXT
    if petition.state in following:
        by = str(labels.OVERDUE) if mark == Mark.OVERDUE else ""
        return Event(following[petition.state], day=day, by=by, mark="late" if by else "next")
    if petition.state != State.ANSWERED or petition.answered_on is None:
        return None
    if mark in (Mark.PROMISED, Mark.PROMISE_LATE):
        by = str(labels.OVERDUE) if mark == Mark.PROMISE_LATE else ""
        return Event(labels.PROMISED_NEXT, day=day, by=by, mark="late" if by else "next")
    return Event(labels.CLOSING_NEXT, day=petition.answered_on + timedelta(days=CLOSE_AFTER), mark="next")
