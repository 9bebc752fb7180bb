"""Every deed of the feedback table as a call that holds, and who may do it, for tests of all rows."""

from collections.abc import Callable
from datetime import timedelta

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import GUEST, SYSTEM, Actor
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.escalation import Level
from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.outcomes import Outcome, RejectReason, Satisfaction
from qcdc_feedback.petitions.rules.procedure import Action, Move, Party, Stage, State
from tests import given
from tests.given import Town

Deed = Callable[[Petition, Town, Actor, int], object]
S = services


def _words(petition: Petition, town: Town, by: Actor, seen: int) -> object:
    return S.release_petition(petition, by, "Đèn hỏng", "Nội dung đã che.", "Lê Lợi", (), seen)


def _draft(petition: Petition, town: Town, by: Actor, seen: int) -> object:
    return S.draft_answer(petition, by, given.an_answer(), (), seen)


def _classify(petition: Petition, town: Town, by: Actor, seen: int) -> object:
    return S.classify_petition(petition, by, Kind.RECOMMENDATION, petition.category_id, seen)


def _report(petition: Petition, town: Town, by: Actor, seen: int) -> object:
    return S.report_promise_kept(petition, by, "Đã thay đèn.", [given.a_photo()], seen)


def _reassign(petition: Petition, town: Town, by: Actor, seen: int) -> object:
    return S.reassign_petition(petition, by, town.people["second_officer"].id, "Nghỉ phép.", seen)


def _consult(petition: Petition, town: Town, by: Actor, seen: int) -> object:
    office = town.id_of("H46.MTDT")
    return S.consult_authority(petition, by, office, "Có vướng xe rác không?", _soon(), seen)


def _soon() -> object:
    return clock.today() + timedelta(days=10)


DEEDS: dict[Action, Deed] = {
    Action.CLASSIFY: _classify,
    Action.RELEASE: _words,
    Action.ASK: lambda p, t, by, seen: S.ask_submitter(p, by, "Số cột đèn?", seen),
    Action.COMPLETE: lambda p, t, by, seen: S.complete_petition(p, by, "Cột 12.", (), seen),
    Action.REMIND: lambda p, t, by, seen: S.remind_submitter(p),
    Action.LAPSE: lambda p, t, by, seen: S.lapse_petition(p),
    Action.REJECT: lambda p, t, by, seen: S.reject_petition(p, by, RejectReason.NOT_CLEAR, "Không rõ.", seen),
    Action.APPEAL: lambda p, t, by, seen: S.appeal_rejection(p, by, "Tôi đã ghi rõ.", seen),
    Action.HAND_OVER: lambda p, t, by, seen: S.hand_over_petition(p, by, t.id_of("H46.19789"), "", seen),
    Action.MERGE: lambda p, t, by, seen: S.merge_petition(p, by, given.a_filing().code, seen),
    Action.UNMERGE: lambda p, t, by, seen: S.unmerge_petition(p, by, "Việc khác nhau.", seen),
    Action.ROUTE: lambda p, t, by, seen: S.route_petition(
        p, by, t.id_of("H46.SXD"), Variant.NORMAL, "", seen
    ),
    Action.REFUSE: lambda p, t, by, seen: S.refuse_petition(p, by, t.id_of("H46.MTDT"), "Của công ty.", seen),
    Action.TAKE: lambda p, t, by, seen: S.take_petition(p, by, seen),
    Action.ASSIGN: lambda p, t, by, seen: S.assign_petition(p, by, t.people["officer"].id, seen),
    Action.REASSIGN: _reassign,
    Action.TRANSFER: lambda p, t, by, seen: S.transfer_petition(
        p, by, t.id_of("H46.MTDT"), "Của công ty.", seen
    ),
    Action.CONSULT: _consult,
    Action.ADVISE: lambda p, t, by, seen: S.advise(p, by, "Không vướng.", seen),
    Action.EXTEND: lambda p, t, by, seen: S.ask_extension(p, by, 5, "Chờ vật tư.", seen),
    Action.GRANT_EXTENSION: lambda p, t, by, seen: S.grant_extension(p, by, seen),
    Action.DENY_EXTENSION: lambda p, t, by, seen: S.deny_extension(p, by, "Không đủ lý do.", seen),
    Action.DRAFT: _draft,
    Action.SEND_BACK: lambda p, t, by, seen: S.send_back_answer(p, by, "Nói rõ ngày.", seen),
    Action.PUBLISH: lambda p, t, by, seen: S.publish_answer(p, by, seen),
    Action.RATE: lambda p, t, by, seen: S.rate_answer(p, by, Satisfaction.DISSATISFIED, "Chưa xong.", seen),
    Action.ASK_REOPEN: lambda p, t, by, seen: S.ask_reopening(p, by, "Chưa xong.", (), seen),
    Action.REOPEN: lambda p, t, by, seen: S.reopen_petition(p, by, "Đúng.", seen),
    Action.DECLINE_REOPEN: lambda p, t, by, seen: S.decline_reopening(p, by, "Đã xong.", seen),
    Action.REPORT_KEPT: _report,
    Action.KEEP_PROMISE: lambda p, t, by, seen: S.keep_promise(p, by, seen),
    Action.BREAK_PROMISE: lambda p, t, by, seen: S.break_promise(p),
    Action.CLOSE: lambda p, t, by, seen: S.close_petition(p, by, seen),
    Action.DEMAND_EXPLANATION: lambda p, t, by, seen: S.demand_explanation(
        p, by, "Vì sao chậm?", _soon(), seen
    ),
    Action.EXPLAIN: lambda p, t, by, seen: S.explain(p, by, "Thiếu vật tư.", seen),
    Action.WITHDRAW: lambda p, t, by, seen: S.withdraw_petition(p, by, "Đã tự xong.", seen),
    Action.WARN: lambda p, t, by, seen: S.tell_lateness(p, Stage.ANSWER, Level.NEAR_DUE, seen),
    Action.ESCALATE: lambda p, t, by, seen: S.escalate_petition(p, by, "Quá chậm.", seen),
    Action.HIDE: lambda p, t, by, seen: S.hide_petition(p, by, "Lộ thông tin cá nhân.", seen),
    Action.SHOW: lambda p, t, by, seen: S.show_petition(p, by, "Đã che.", seen),
}

_OFFICIALS = {
    Party.DISPATCHER: "dispatcher",
    Party.HANDLER: "officer",
    Party.HEAD: "head",
    Party.SUPERVISOR: "supervisor",
    Party.CONSULTED: "other_officer",
}


def actor_for(party: Party, petition: Petition, town: Town) -> Actor:
    """Return someone who is that party to the petition, or would be if it were in the right state."""
    if party == Party.SYSTEM:
        return SYSTEM
    if party == Party.SUBMITTER:
        return given.submitter_of(petition)
    if party == Party.DISPATCHER and petition.barred_dispatcher_id == town.dispatcher.user_id:
        return town.second_dispatcher
    if party == Party.HEAD and petition.authority_id is None:
        return GUEST  # the desk of the small town has no head
    return getattr(town, _OFFICIALS[party])


def ready_for(move: Move, state: State, town: Town) -> Petition:
    """Return a petition in that state for which nothing but state and person decides about the move."""
    outcome = Outcome.WILL_DO if move.action in _ABOUT_PROMISES else Outcome.EXPLAINED
    if move.paused_in == State.IN_PROGRESS:
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
        return petition
    if outcome == Outcome.WILL_DO and state == State.CLOSED:
        petition = given.a_petition(town, at=State.REOPEN_REQUESTED, outcome=outcome)
        services.decline_reopening(petition, town.dispatcher, "Lời hứa chưa đến ngày.")
    else:
        petition = given.a_petition(town, at=state, outcome=outcome)
    _BEFORE.get(move.action, _nothing)(petition, town)
    return petition


def _nothing(petition: Petition, town: Town) -> None:
    """Need no preparation."""


def _ask_for_time(petition: Petition, town: Town) -> None:
    services.ask_extension(petition, town.officer, 5, "Chờ vật tư.")


def _ask_opinion(petition: Petition, town: Town) -> None:
    if petition.state == State.IN_PROGRESS:
        services.consult_authority(petition, town.officer, town.id_of("H46.MTDT"), "Ý kiến?", _soon())


def _report_kept(petition: Petition, town: Town) -> None:
    services.report_promise_kept(petition, town.officer, "Đã thay.", [given.a_photo()])


def _demand(petition: Petition, town: Town) -> None:
    services.demand_explanation(petition, town.supervisor, "Vì sao chậm?", _soon())


def _hide(petition: Petition, town: Town) -> None:
    services.hide_petition(petition, actor_for(Party.DISPATCHER, petition, town), "Lộ số điện thoại.")


_ABOUT_PROMISES = frozenset({Action.REPORT_KEPT, Action.KEEP_PROMISE, Action.BREAK_PROMISE})
_BEFORE = {
    Action.GRANT_EXTENSION: _ask_for_time,
    Action.DENY_EXTENSION: _ask_for_time,
    Action.ADVISE: _ask_opinion,
    Action.KEEP_PROMISE: _report_kept,
    Action.EXPLAIN: _demand,
    Action.SHOW: _hide,
}


def effects(petition: Petition) -> int:
    """Return how many lines of history the petition has."""
    return len(queries.history(petition.id))
