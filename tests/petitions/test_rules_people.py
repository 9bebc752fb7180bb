"""What someone is to a petition, and what stands in the way of a deed."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from qcdc_feedback.core.actors import GUEST, SYSTEM, Actor, Post, Role
from qcdc_feedback.petitions.rules import (
    access,
    conditions,
)
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import Action, Party, State
from qcdc_feedback.workdays.rules import WorkCalendar

TODAY = date(2026, 11, 20)
CALENDAR = WorkCalendar(frozenset({date(2026, 11, 24)}), frozenset(), frozenset({2026}))


# ------------------------------------------------------------------ who is who

DESK, OFFICE, ELSEWHERE, CITY = 2, 3, 4, 1


@dataclass
class Facts:
    id: int = 9
    state: State = State.ROUTED
    desk_id: int = DESK
    authority_id: int | None = OFFICE
    officer_id: int | None = None
    barred_dispatcher_id: int | None = None
    watched_ids: frozenset[int] = frozenset({CITY, DESK, OFFICE})
    consulted_ids: frozenset[int] = field(default_factory=frozenset)


def person(user_id: int, role: Role, authority_id: int) -> Actor:
    return Actor(user_id=user_id, posts=frozenset({Post(role, authority_id)}))


@pytest.mark.parametrize(
    ("actor", "facts", "expected"),
    [
        (SYSTEM, Facts(), {Party.SYSTEM}),
        (GUEST, Facts(), set()),
        (Actor(holds=frozenset({9})), Facts(), {Party.SUBMITTER}),
        (Actor(holds=frozenset({8})), Facts(), set()),
        (person(5, Role.DISPATCHER, DESK), Facts(), {Party.DISPATCHER}),
        (person(5, Role.DISPATCHER, ELSEWHERE), Facts(), set()),
        (person(5, Role.DISPATCHER, DESK), Facts(barred_dispatcher_id=5), set()),
        (person(5, Role.OFFICER, OFFICE), Facts(), {Party.HANDLER}),
        (person(5, Role.OFFICER, OFFICE), Facts(officer_id=6), set()),
        (person(5, Role.OFFICER, OFFICE), Facts(officer_id=5), {Party.HANDLER}),
        (person(5, Role.OFFICER, ELSEWHERE), Facts(officer_id=5), set()),
        (person(5, Role.HEAD, OFFICE), Facts(), {Party.HEAD}),
        (person(5, Role.HEAD, DESK), Facts(), set()),
        (person(5, Role.HEAD, DESK), Facts(authority_id=None), {Party.HEAD}),
        (person(5, Role.SUPERVISOR, CITY), Facts(), {Party.SUPERVISOR}),
        (person(5, Role.SUPERVISOR, ELSEWHERE), Facts(), set()),
        (person(5, Role.OFFICER, ELSEWHERE), Facts(consulted_ids=frozenset({ELSEWHERE})), {Party.CONSULTED}),
        (person(5, Role.ADMIN, OFFICE), Facts(), set()),
    ],
)
def test_what_someone_is_to_a_petition(actor, facts, expected):
    assert access.parties(actor, facts) == expected


def test_a_colleague_of_the_officer_may_read_but_not_act():
    colleague = person(6, Role.OFFICER, OFFICE)
    assert access.may_know(colleague, Facts(officer_id=5))
    assert not access.parties(colleague, Facts(officer_id=5))


def test_an_official_elsewhere_and_the_submitter_do_not_enter_the_workspace():
    assert not access.may_know(person(5, Role.OFFICER, ELSEWHERE), Facts())
    assert not access.may_know(Actor(holds=frozenset({9})), Facts())


# ------------------------------------------------------------------ conditions


@dataclass
class Standing:
    round: int = 1
    rated_round: int = 0
    appeals: int = 0
    bounces: int = 0
    rejected_on: date | None = TODAY
    answered_on: date | None = TODAY
    promise: Promise | None = None
    broken_promises: int = 0
    is_extension_asked: bool = False
    open_demands: int = 0
    is_hidden: bool = False
    is_instance_two: bool = False
    reminded_on: date | None = None


@pytest.mark.parametrize(
    ("action", "facts", "days_later", "why"),
    [
        (Action.APPEAL, {}, 10, ""),
        (Action.APPEAL, {}, 11, "too_late"),
        (Action.APPEAL, {"appeals": 1}, 0, "appealed_before"),
        (Action.RATE, {}, 0, ""),
        (Action.RATE, {"rated_round": 1}, 0, "rated_before"),
        (Action.RATE, {"rated_round": 1, "round": 2}, 0, ""),
        (Action.ASK_REOPEN, {}, 15, ""),
        (Action.ASK_REOPEN, {}, 16, "too_late"),
        (Action.ASK_REOPEN, {"broken_promises": 1}, 400, ""),
        (Action.CLOSE, {"promise": Promise.OPEN}, 0, "promise_open"),
        (Action.CLOSE, {"promise": Promise.KEPT}, 0, ""),
        (Action.REPORT_KEPT, {}, 0, "no_such_promise"),
        (Action.KEEP_PROMISE, {"promise": Promise.OPEN}, 0, "no_such_promise"),
        (Action.KEEP_PROMISE, {"promise": Promise.REPORTED}, 0, ""),
        (Action.EXTEND, {"is_extension_asked": True}, 0, "asked_already"),
        (Action.GRANT_EXTENSION, {}, 0, "not_asked"),
        (Action.EXPLAIN, {}, 0, "not_asked"),
        (Action.HIDE, {"is_hidden": True}, 0, "hidden_already"),
        (Action.SHOW, {}, 0, "not_hidden"),
        (Action.TAKE, {}, 0, ""),
    ],
)
def test_what_stands_in_the_way(action, facts, days_later, why):
    assert conditions.reason_against(Standing(**facts), action, TODAY + timedelta(days=days_later)) == why


def test_nobody_does_alone_what_takes_two():
    with pytest.raises(conditions.NotNow):
        conditions.check_two_people(5, 5)
    conditions.check_two_people(5, 6)
