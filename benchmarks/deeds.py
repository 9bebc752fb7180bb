"""What each action leaves behind in the tables, beside the line of history and the clocks."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.clocks import Row
from benchmarks.courses import Deed
from qcdc_feedback.core import clock
from qcdc_feedback.core.text import fold
from qcdc_feedback.files.rules import MediaType
from qcdc_feedback.petitions.rules.kinds import CONTACT_REQUIRED, PUBLISHED, Purpose, Variant
from qcdc_feedback.petitions.rules.outcomes import Outcome, Promise, RejectReason
from qcdc_feedback.petitions.rules.procedure import Action, Party

if TYPE_CHECKING:
    from benchmarks.cases import Case

_OUTCOMES = {Outcome.DONE: 55, Outcome.EXPLAINED: 25, Outcome.FORWARDED: 8, Outcome.UNFOUNDED: 12}
_VARIANTS = {Variant.NORMAL: 80, Variant.URGENT: 12, Variant.COMPLEX: 8}
_WITH_CONTACT, _WITH_PHOTOS = 0.7, 0.4
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _submit(case: Case, deed: Deed) -> Row:
    written, petition, random = case.written, case.petition, case.scribe.random
    words = {"title": written.title, "body": written.body, "address": written.address}
    case.add("submissions", kind=petition["kind"], lat=written.lat, lon=written.lon, **words)
    if petition["kind"] in CONTACT_REQUIRED or random.random() < _WITH_CONTACT:
        petition["contact_id"] = _contact(case, deed)
    if random.random() < _WITH_PHOTOS:
        _attach(case, deed, random.randint(1, 3), Purpose.FILED)
    return {}


def _contact(case: Case, deed: Deed) -> int:
    number = case.petition["id"]
    # Every petition has a person of its own; six letters of base 32 name each differently.
    pseudonym = "".join(_CROCKFORD[number >> shift & 31] for shift in (25, 20, 15, 10, 5, 0))
    row = {"pseudonym": pseudonym, "name": f"Người gửi {number}", "email": f"nguoi-{number}@example.com"}
    row |= {"locale": "vi", "created_at": deed.at}
    return int(case.scribe.add("contacts", row)["id"])


def _attach(case: Case, deed: Deed, how_many: int, purpose: Purpose, answer_id: int | None = None) -> None:
    for _ in range(how_many):
        row = {"sha256": secrets.token_hex(32), "name": "anh.jpg", "media_type": MediaType.JPEG}
        row |= {"size": 130_000, "width": 1280, "height": 960, "kept_at": deed.at}
        kept = case.scribe.add("stored_files", row)
        attached = case.add("attachments", file_id=kept["id"], purpose=purpose, answer_id=answer_id)
        attached["is_public"] = False
        case.attachments.append(attached)


def _show(case: Case, purpose: Purpose) -> None:
    for attachment in case.attachments:
        attachment["is_public"] |= attachment["purpose"] == purpose


def _release(case: Case, deed: Deed) -> Row:
    if case.petition["kind"] not in PUBLISHED:
        return {}
    written = case.written
    words = {"title": written.title, "body": written.body, "address": written.address}
    by = case.official(Party.DISPATCHER)
    folded = fold(" ".join(words.values()))
    case.add("releases", version=1, folded=folded, released_at=deed.at, released_by_id=by, **words)
    _show(case, Purpose.FILED)
    case.petition["public_title"] = written.title
    return {}


def _route(case: Case, _deed: Deed) -> Row:
    petition, random = case.petition, case.scribe.random
    _, authority_id = case.scribe.town.destination(petition["category_id"], petition["unit_id"])
    petition["authority_id"] = authority_id
    if petition["kind"] == "feedback":
        petition["variant"] = random.choices([*_VARIANTS], [*_VARIANTS.values()])[0]
    return {"target_id": authority_id}


def _transfer(case: Case, _deed: Deed) -> Row:
    petition, before = case.petition, case.petition["authority_id"]
    petition["former_authority_id"], petition["former_officer_id"] = before, petition.get("officer_id")
    petition["authority_id"] = case.scribe.random.choice(
        [id_ for id_ in case.scribe.town.codes if id_ != before]
    )
    petition["officer_id"] = None
    return {"target_id": petition["authority_id"], "note": case.scribe.pen.say("transfer_reason")}


def _take(case: Case, _deed: Deed) -> Row:
    case.petition["officer_id"] = case.official(Party.HANDLER)
    return {}


def _ask(case: Case, deed: Deed) -> Row:
    question = case.scribe.pen.say("question")
    case.petition["asked_by_id"] = case.official(deed.party)
    case.add("messages", party=deed.party, body=question, at=deed.at)
    return {"note": question}


def _complete(case: Case, deed: Deed) -> Row:
    case.add("messages", party=deed.party, body=case.scribe.pen.say("completion"), at=deed.at)
    return {}


def _reject(case: Case, deed: Deed) -> Row:
    case.petition["rejected_on"] = clock.local(deed.at).date()
    case.petition["barred_dispatcher_id"] = case.official(Party.DISPATCHER)
    reasons = (RejectReason.NOT_CLEAR, RejectReason.ALREADY_SETTLED, RejectReason.NOT_COMPETENT)
    reason = case.scribe.random.choice(reasons)
    return {"reason": reason.value, "note": case.scribe.pen.say("reject_reason_text")}


def _merge(case: Case, _deed: Deed) -> Row:
    case.petition["merged_into_id"] = case.before_id
    return {}


def _extend(case: Case, deed: Deed) -> Row:
    reason = "Cần thêm thời gian để kiểm tra tại hiện trường."
    asked = {"days": 3, "reason": reason, "asked_by_id": case.official(Party.HANDLER), "asked_at": deed.at}
    case.extension = case.add("extensions", round=case.petition["round"], **asked)
    case.petition["is_extension_asked"] = True
    return {"note": reason}


def _grant(case: Case, deed: Deed) -> Row:
    decided = {"decided_by_id": case.official(Party.HEAD), "decided_at": deed.at, "is_granted": True}
    case.extension |= decided
    case.petition |= {"is_extension_asked": False, "extensions": 1}
    case.clocks.extend(case.extension["days"])
    return {"note": case.extension["reason"]}


def _draft(case: Case, deed: Deed) -> Row:
    random, pen = case.scribe.random, case.scribe.pen
    outcome = random.choices([*_OUTCOMES], [*_OUTCOMES.values()])[0]
    outcome = Outcome.WILL_DO if deed.is_promising else outcome
    answer = {"round": case.petition["round"], "outcome": outcome, "body": pen.say("answer")}
    answer |= {"drafted_by_id": case.official(Party.HANDLER), "drafted_at": deed.at}
    answer["legal_basis"] = pen.say("legal_basis") if outcome == Outcome.EXPLAINED else ""
    answer["forwarded_to"] = pen.say("forwarded_to") if outcome == Outcome.FORWARDED else ""
    case.answer = case.add("answers", **answer)
    if outcome == Outcome.DONE:
        _attach(case, deed, 1, Purpose.EVIDENCE, case.answer["id"])
    if outcome == Outcome.WILL_DO:
        due = clock.local(deed.at).date() + timedelta(days=random.randint(20, 70))
        promise = {"due_on": due, "owner": "Phòng chuyên môn", "status": Promise.OPEN}
        case.commitment = case.add("commitments", answer_id=case.answer["id"], **promise)
    return {}


def _publish(case: Case, deed: Deed) -> Row:
    day = clock.local(deed.at).date()
    case.answer |= {"published_by_id": case.official(Party.HEAD), "published_at": deed.at}
    case.petition |= {"outcome": case.answer["outcome"], "answered_on": day}
    _show(case, Purpose.EVIDENCE)
    if case.answer["outcome"] == Outcome.WILL_DO:
        due = case.commitment["due_on"]
        case.petition |= {"promise": Promise.OPEN, "promised_on": due}
        case.clocks.promise(day, due)
    return {}


def _rate(case: Case, deed: Deed) -> Row:
    rated = {"round": case.petition["round"], "satisfaction": case.scribe.random.randint(1, 4)}
    case.add("ratings", rated_at=deed.at, **rated)
    case.petition["rated_round"] = case.petition["round"]
    return {}


def _ask_reopen(case: Case, deed: Deed) -> Row:
    case.add("messages", party=deed.party, body=case.scribe.pen.say("reopen_reason"), at=deed.at)
    return {}


def _reopen(case: Case, _deed: Deed) -> Row:
    case.petition["round"] += 1
    case.petition["outcome"] = None
    return {}


def _report_kept(case: Case, deed: Deed) -> Row:
    case.petition["promise"] = case.commitment["status"] = Promise.REPORTED
    case.commitment |= {
        "evidence": case.scribe.pen.say("answer"),
        "reported_by_id": case.official(deed.party),
    }
    _attach(case, deed, 1, Purpose.EVIDENCE, case.answer["id"])
    return {}


def _keep_promise(case: Case, deed: Deed) -> Row:
    day = clock.local(deed.at).date()
    case.commitment |= {"status": Promise.KEPT, "ended_on": day}
    case.petition |= {"promise": Promise.KEPT, "outcome": Outcome.DONE, "answered_on": day}
    _show(case, Purpose.EVIDENCE)
    return {"note": case.commitment["evidence"]}


def _close(case: Case, deed: Deed) -> Row:
    case.petition["closed_on"] = clock.local(deed.at).date()
    return {}


def _decide(case: Case, deed: Deed) -> Row:
    case.petition["answered_on"] = clock.local(deed.at).date()
    return {}


EFFECTS: dict[Action, Callable[[Case, Deed], Row]] = {
    Action.SUBMIT: _submit,
    Action.RELEASE: _release,
    Action.ROUTE: _route,
    Action.SIGN: _route,
    Action.TRANSFER: _transfer,
    Action.TAKE: _take,
    Action.ASK: _ask,
    Action.COMPLETE: _complete,
    Action.REJECT: _reject,
    Action.MERGE: _merge,
    Action.EXTEND: _extend,
    Action.GRANT_EXTENSION: _grant,
    Action.DRAFT: _draft,
    Action.PUBLISH: _publish,
    Action.RATE: _rate,
    Action.ASK_REOPEN: _ask_reopen,
    Action.REOPEN: _reopen,
    Action.REPORT_KEPT: _report_kept,
    Action.KEEP_PROMISE: _keep_promise,
    Action.CLOSE: _close,
    Action.DECIDE: _decide,
}
