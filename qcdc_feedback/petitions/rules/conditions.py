"""Conditions of an action that are about neither state nor person, for buttons and deeds alike."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

from qcdc_feedback.core.errors import Conflict
from qcdc_feedback.petitions.rules import limits
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import Action


class NotNow(Conflict):
    """State and person are right but something else stands in the way; facts['why'] says what."""


class Standing(Protocol):
    """The facts of a petition that the conditions ask for."""

    round: int
    rated_round: int
    appeals: int
    bounces: int
    rejected_on: date | None
    answered_on: date | None
    promise: Promise | None
    broken_promises: int
    is_extension_asked: bool
    open_demands: int
    is_hidden: bool
    is_instance_two: bool
    reminded_on: date | None


Condition = Callable[[Standing, date], str]


def _once_within_ten_days(petition: Standing, today: date) -> str:
    if petition.appeals:
        return "appealed_before"
    return _late(petition.rejected_on, limits.APPEAL_WITHIN, today)


def _soon_or_broken(petition: Standing, today: date) -> str:
    if petition.broken_promises:
        return ""
    return _late(petition.answered_on, limits.REOPEN_WITHIN, today)


def _late(since: date | None, within: int, today: date) -> str:
    return "too_late" if since is None or today > since + timedelta(days=within) else ""


def _promise_is(*wanted: Promise) -> Condition:
    return lambda petition, _today: "" if petition.promise in wanted else "no_such_promise"


def _no_promise_open(petition: Standing, _today: date) -> str:
    return "promise_open" if petition.promise in (Promise.OPEN, Promise.REPORTED) else ""


CONDITIONS: dict[Action, Condition] = {
    Action.REMIND: lambda petition, _: "reminded_before" if petition.reminded_on else "",
    Action.APPEAL: _once_within_ten_days,
    Action.RATE: lambda petition, _: "rated_before" if petition.rated_round >= petition.round else "",
    Action.ASK_REOPEN: _soon_or_broken,
    Action.CLOSE: _no_promise_open,
    Action.REPORT_KEPT: _promise_is(Promise.OPEN),
    Action.KEEP_PROMISE: _promise_is(Promise.REPORTED),
    Action.BREAK_PROMISE: _promise_is(Promise.OPEN, Promise.REPORTED),
    Action.EXTEND: lambda petition, _: "asked_already" if petition.is_extension_asked else "",
    Action.GRANT_EXTENSION: lambda petition, _: "" if petition.is_extension_asked else "not_asked",
    Action.DENY_EXTENSION: lambda petition, _: "" if petition.is_extension_asked else "not_asked",
    Action.EXPLAIN: lambda petition, _: "" if petition.open_demands else "not_asked",
    Action.HIDE: lambda petition, _: "hidden_already" if petition.is_hidden else "",
    Action.SHOW: lambda petition, _: "" if petition.is_hidden else "not_hidden",
    Action.COMPLAIN_AGAIN: lambda petition, _: "appealed_before" if petition.is_instance_two else "",
}


def check(petition: Standing, action: Action, today: date) -> None:
    """Refuse what is not possible now; raises NotNow."""
    if why := reason_against(petition, action, today):
        raise NotNow(why=why, action=action)


def reason_against(petition: Standing, action: Action, today: date) -> str:
    """Return the code of what stands in the way, or nothing."""
    condition = CONDITIONS.get(action)
    return condition(petition, today) if condition else ""


def check_two_people(first_id: int | None, second_id: int | None) -> None:
    """Refuse that one person does what takes two; raises NotNow."""
    if first_id is not None and first_id == second_id:
        raise NotNow(why="same_person")
