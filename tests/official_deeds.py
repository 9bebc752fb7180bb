"""Every deed of an official as it is typed: who does it, from which state, where it leads."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO

from qcdc_feedback.core import clock
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.queries import categories
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import Action, Party, State
from tests import given
from tests.deeds import actor_for

WORDS = "Ngay góc chợ Đông Ba, cạnh trạm biến áp."


def soon():
    return clock.today() + timedelta(days=9)


def photo():
    name, raw = given.a_photo()
    return BytesIO(raw), name


@dataclass(frozen=True)
class Case:
    """A deed: who does it from which state, what is typed, where it leads."""

    person: str
    at: State
    to: State
    typed: dict = field(default_factory=dict)
    then: object = None
    outcome: Outcome = Outcome.EXPLAINED
    kind: Kind = Kind.FEEDBACK


def ask_for_time(petition, town):
    services.ask_extension(petition, town.officer, 5, "Chờ vật tư về kho.")


def ask_opinion(petition, town):
    services.consult_authority(
        petition, town.officer, town.id_of("H46.MTDT"), "Có vướng xe rác không?", soon()
    )


def demand(petition, town):
    services.demand_explanation(petition, town.supervisor, "Vì sao chậm đến thế?", soon())


def hide(petition, town):
    services.hide_petition(petition, actor_for(Party.DISPATCHER, petition, town), "Lộ số điện thoại.")


def report(petition, town):
    services.report_promise_kept(petition, town.officer, "Đã thay cáp ngầm.", [given.a_photo()])


def complaint(action, at, to, **typed):
    return Case("head", at, to, typed, kind=Kind.COMPLAINT)


# A word in angle brackets stands for an id: an authority by its code, a person, the other petition's number.
S, A = State, Action
CASES = {
    A.CLASSIFY: Case(
        "dispatcher", S.RECEIVED, S.RECEIVED, {"kind": "recommendation", "category_id": "<urban_order>"}
    ),
    A.RELEASE: Case(
        "dispatcher", S.RECEIVED, S.RECEIVED, {"title": "Đèn hỏng", "body": "Đèn tắt.", "address": "Lê Lợi"}
    ),
    A.REJECT: Case("dispatcher", S.RECEIVED, S.REJECTED, {"reason": "not_clear", "note": WORDS}),
    A.HAND_OVER: Case("dispatcher", S.RECEIVED, S.RECEIVED, {"desk_id": "<H46.19789>", "note": WORDS}),
    A.MERGE: Case("dispatcher", S.RECEIVED, S.MERGED, {"main_code": "<other>"}),
    A.UNMERGE: Case("dispatcher", S.MERGED, S.RECEIVED, {"note": WORDS}),
    A.ROUTE: Case("dispatcher", S.RECEIVED, S.ROUTED, {"authority_id": "<H46.SXD>", "variant": "urgent"}),
    A.REOPEN: Case("dispatcher", S.REOPEN_REQUESTED, S.IN_PROGRESS, {"note": WORDS}),
    A.DECLINE_REOPEN: Case("supervisor", S.REOPEN_REQUESTED, S.CLOSED, {"reason": WORDS}),
    A.HIDE: Case("dispatcher", S.ROUTED, S.ROUTED, {"reason": WORDS}),
    A.SHOW: Case("dispatcher", S.ROUTED, S.ROUTED, {"reason": WORDS}, hide),
    A.ASK: Case("officer", S.IN_PROGRESS, S.AWAITING_SUBMITTER, {"question": WORDS}),
    A.TAKE: Case("officer", S.ROUTED, S.IN_PROGRESS),
    A.CONSULT: Case(
        "officer",
        S.IN_PROGRESS,
        S.IN_PROGRESS,
        {"authority_id": "<H46.MTDT>", "question": WORDS, "due_on": "<soon>"},
    ),
    A.ADVISE: Case("other_officer", S.IN_PROGRESS, S.IN_PROGRESS, {"opinion": WORDS}, ask_opinion),
    A.EXTEND: Case("officer", S.IN_PROGRESS, S.IN_PROGRESS, {"days": "5", "reason": WORDS}),
    A.DRAFT: Case(
        "officer",
        S.IN_PROGRESS,
        S.AWAITING_APPROVAL,
        {"outcome": "explained", "body": WORDS, "legal_basis": "Nghị định 79/2009/NĐ-CP"},
    ),
    A.REPORT_KEPT: Case(
        "officer",
        S.ANSWERED,
        S.ANSWERED,
        {"evidence": WORDS, "files": "<photo>"},
        outcome=Outcome.WILL_DO,
    ),
    A.REFUSE: Case("head", S.ROUTED, S.RECEIVED, {"right_authority_id": "<H46.MTDT>", "why": WORDS}),
    A.ASSIGN: Case("head", S.ROUTED, S.IN_PROGRESS, {"officer_id": "<second_officer>"}),
    A.REASSIGN: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, {"officer_id": "<second_officer>"}),
    A.TRANSFER: Case("head", S.IN_PROGRESS, S.ROUTED, {"authority_id": "<H46.MTDT>", "why": WORDS}),
    A.GRANT_EXTENSION: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, then=ask_for_time),
    A.DENY_EXTENSION: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, {"note": WORDS}, ask_for_time),
    A.SEND_BACK: Case("head", S.AWAITING_APPROVAL, S.IN_PROGRESS, {"remark": WORDS}),
    A.PUBLISH: Case("head", S.AWAITING_APPROVAL, S.ANSWERED),
    A.KEEP_PROMISE: Case("head", S.ANSWERED, S.ANSWERED, then=report, outcome=Outcome.WILL_DO),
    A.EXPLAIN: Case("head", S.IN_PROGRESS, S.IN_PROGRESS, {"explanation": WORDS}, demand),
    A.DEMAND_EXPLANATION: Case("supervisor", S.ANSWERED, S.ANSWERED, {"question": WORDS, "due_on": "<soon>"}),
    A.ESCALATE: Case("supervisor", S.IN_PROGRESS, S.IN_PROGRESS, {"note": WORDS}),
    A.SIGN: Case(
        "dispatcher",
        S.AWAITING_SUBMITTER,
        S.RECEIVED,
        {"authority_id": "<H46.SXD>", "note": WORDS},
        kind=Kind.COMPLAINT,
    ),
    A.ACCEPT: complaint(A.ACCEPT, S.RECEIVED, S.ACCEPTED, note=WORDS),
    A.NOT_ACCEPT: complaint(A.NOT_ACCEPT, S.RECEIVED, S.NOT_ACCEPTED, note=WORDS),
    A.VERIFY: complaint(A.VERIFY, S.ACCEPTED, S.VERIFYING, note=""),
    A.SUSPEND: complaint(A.SUSPEND, S.VERIFYING, S.SUSPENDED, note=WORDS),
    A.RESUME: complaint(A.RESUME, S.SUSPENDED, S.VERIFYING, note=""),
    A.HOLD_DIALOGUE: complaint(A.HOLD_DIALOGUE, S.VERIFYING, S.DIALOGUE, note=""),
    A.DECIDE: complaint(A.DECIDE, S.DIALOGUE, S.DECIDED, note=WORDS),
    A.PUBLISH_DECISION: complaint(A.PUBLISH_DECISION, S.DECIDED, S.DECISION_PUBLISHED, note=WORDS),
}


def brought(office, action):
    """Bring a petition to where the deed can be done; return its number."""
    case = CASES[action]
    if case.kind == Kind.COMPLAINT and case.at in (S.AWAITING_SUBMITTER, S.RECEIVED):
        with office.app.app_context():
            petition = given.a_filing(kind=Kind.COMPLAINT)
            if case.at == S.RECEIVED:
                given._sign(petition, office.town, case.outcome)
            return petition.code
    return office.bring(at=case.at, then=case.then, outcome=case.outcome, kind=case.kind)


def typed(office, action, **more):
    """Return what a person types, with ids in the place of words in brackets."""
    return {name: _filled(office, text) for name, text in {**CASES[action].typed, **more}.items()}


def _filled(office, text):
    if not text.startswith("<"):
        return text
    word = text.strip("<>")
    if word == "soon":
        return soon().isoformat()
    if word == "photo":
        return photo()
    if word == "other":
        return office.bring()
    if word in office.town.people:
        return str(office.town.people[word].id)
    with office.app.app_context():
        field_of = categories.find_category(word)
        return str(field_of.id if field_of else office.town.id_of(word))


def page_of(code, action):
    return f"/workspace/{code}/{action.replace('_', '-')}"
