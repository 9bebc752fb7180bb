"""What the forms of deeds are offered: the choices that a petition leaves, and what must be read first."""

from datetime import date
from typing import Any

from qcdc_feedback.accounts import queries as accounts
from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.rules import deadlines, limits
from qcdc_feedback.petitions.rules.procedure import Action, Stage
from qcdc_feedback.workdays.queries import work_calendar

Offer = dict[str, Any]

_CONSULT_WITHIN = 5  # working days, unless the officer says otherwise


def nothing(_petition: Any) -> Offer:
    """Offer nothing: the form asks for words only."""
    return {}


def categories(_petition: Any) -> Offer:
    """Offer the open categories."""
    return {"categories": queries.open_categories()}


def offices(_petition: Any) -> Offer:
    """Offer the open authorities."""
    return {"authorities": authorities.open_authorities()}


def desks(_petition: Any) -> Offer:
    """Offer the reception desks."""
    return {"desks": authorities.desks()}


def officers(petition: Any) -> Offer:
    """Offer the officers of the authority."""
    return {"officers": accounts.officers_of(petition.authority_id) if petition.authority_id else ()}


def copy(petition: Any) -> Offer:
    """Offer the last released copy, or what was filed, with its pictures."""
    newest = queries.find_release(petition.id) or queries.get_submission(petition.id)
    pictures = [row for row in queries.attachments(petition.id) if row.file.is_image and not row.answer_id]
    return {"words": newest, "photos": pictures}


def route(petition: Any) -> Offer:
    """Offer the authorities; propose what the last refusal named, or else the routing rules."""
    rows = authorities.open_authorities()
    proposed, why = queries.proposed_route(petition)
    refusal = _last_refusal(petition) if petition.bounces else None
    if refusal:
        proposed = next((row.id for row in rows if row.name == refusal.target), proposed)
    return {"authorities": rows, "proposed": proposed, "why": why, "refusal": refusal}


def consultation(petition: Any) -> Offer:
    """Offer the authorities, and a day for their reply."""
    due_on = work_calendar().after_working(clock.today(), _CONSULT_WITHIN)
    return {**offices(petition), "due_on": due_on}


def questions(petition: Any) -> Offer:
    """Offer what was asked of other authorities and waits for them."""
    return {"consultations": [row for row in petition.consultations if row.answered_at is None]}


def more_time(petition: Any) -> Offer:
    """Offer what the rule still allows."""
    clock_now = queries.find_clock(petition.id, Stage.ANSWER, petition.round)
    return {"clock": clock_now, "limit": limits.limit_by_key(clock_now.rule) if clock_now else None}


def extension(petition: Any) -> Offer:
    """Offer what was asked for, and the date that would come of it."""
    asked = [row for row in queries.extensions(petition.id) if row.decided_at is None]
    offer = more_time(petition)
    extended = _extended(offer["clock"], offer["limit"], asked[-1].days) if asked else None
    return {**offer, "extension": asked[-1] if asked else None, "due_on": extended}


def draft(petition: Any) -> Offer:
    """Offer the last draft of this round that was not published, and the proof that lies there."""
    drafts = [row for row in queries.answers(petition.id) if row.published_at is None]
    own = [row for row in drafts if row.round == petition.round]
    return {
        "answer": own[-1] if own else None,
        "evidence": queries.evidence_of(petition.id, petition.round),
    }


def promise(petition: Any) -> Offer:
    """Offer what was promised in the newest published answer, and what shows that it was kept."""
    promises = [row.commitment for row in queries.published_answers(petition.id) if row.commitment]
    return {
        "commitment": promises[-1] if promises else None,
        "evidence": queries.evidence_of(petition.id, petition.round),
    }


def demands(petition: Any) -> Offer:
    """Offer what supervisors have asked."""
    return {"demands": queries.open_demands(petition.id)}


def reply_date(petition: Any) -> Offer:
    """Offer the day by which the law wants an explanation."""
    today = clock.today()
    limit = limits.find_limit(petition.kind, Stage.EXPLANATION, petition.variant, today)
    days = limit.days if limit else 0
    return {"due_on": work_calendar().after_calendar(today, days, roll=True)}


def _last_refusal(petition: Any) -> Any:
    refusals = [line for line in queries.history(petition.id) if line.action == Action.REFUSE]
    return refusals[-1] if refusals else None


def _extended(running: Any, limit: Any, days: int) -> date | None:
    if running is None or limit is None:
        return None
    whole = running.days + running.paused_days + running.extended_days + days
    return deadlines.due_date(running.started_on, whole, running.unit, work_calendar(), limit.rolls)
