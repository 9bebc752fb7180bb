"""Which petitions stand in public lists, and which of them a filter lets through."""

from datetime import date, datetime, time

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from qcdc_feedback.core import clock
from qcdc_feedback.petitions.models import Clock, HistoryEntry, Petition, Release
from qcdc_feedback.petitions.rules.deadlines import Timeliness
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import RejectReason
from qcdc_feedback.petitions.rules.procedure import Action, Stage, State
from qcdc_feedback.transparency import rules
from qcdc_feedback.transparency.rules import Period, Status, Wanted

# No EXISTS: PostgreSQL would answer it by reading the whole history once for each page.
_DENOUNCED = (
    select(func.min(HistoryEntry.id))
    .where(
        HistoryEntry.petition_id == Petition.id,
        HistoryEntry.action == Action.REJECT,
        HistoryEntry.reason == RejectReason.DENUNCIATION.value,
    )
    .correlate(Petition)
    .scalar_subquery()
)
_DENOUNCING = and_(Petition.state == State.REJECTED, _DENOUNCED.is_not(None))
# Of these the public learns number, authority, dates and state: complaints, and what turned out to denounce.
SEALED = or_(Petition.kind == Kind.COMPLAINT, _DENOUNCING)

PUBLIC = (Petition.hidden_at.is_(None), Petition.kind != Kind.DENUNCIATION, ~_DENOUNCING)


def newest_release() -> ColumnElement[bool]:
    """Join the redacted copy that counts: the last version."""
    each = aliased(Release)
    versions = select(func.max(each.version)).where(each.petition_id == Release.petition_id)
    # Said outright: inside an EXISTS it would be the last version of all petitions.
    last = versions.correlate(Release).scalar_subquery()
    return and_(Release.petition_id == Petition.id, Release.version == last)


def fitting(wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
    """Return the conditions of a list; a number stands above all filters and finds what is hidden."""
    if wanted.code:
        return [Petition.code == wanted.code, Petition.kind != Kind.DENUNCIATION]
    offered = (
        (wanted.kind, Petition.kind == wanted.kind),
        (wanted.authority, Petition.authority_id == wanted.authority),
        (wanted.outcome, Petition.outcome == wanted.outcome),
    )
    chosen = [condition for value, condition in offered if value]
    return [*PUBLIC, *chosen, *_topics(wanted), *_standing(wanted.status, today), *_lately(wanted, today)]


def _topics(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Field, place and text of what is sealed must not be found out by filtering."""
    offered = ((wanted.category, Petition.category_id), (wanted.unit, Petition.unit_id))
    chosen = [column == value for value, column in offered if value]
    if wanted.words:
        found = [Release.folded.contains(word, autoescape=True) for word in wanted.words]
        chosen += [Petition.public_title.is_not(None), exists().where(newest_release(), *found)]
    return [*chosen, ~SEALED] if chosen else []


def _standing(status: Status | None, today: date) -> list[ColumnElement[bool]]:
    if status is None:
        return []
    narrower = {
        Status.OVERDUE: [Petition.due_on < today],
        Status.PROMISED: [Petition.promise.in_(rules.UNKEPT)],
    }
    return [Petition.state.in_(rules.STATES[status]), *narrower.get(status, [])]


def _lately(wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
    since = rules.period_start(today)
    if wanted.period == Period.RECEIVED:
        midnight = datetime.combine(since, time(), clock.OFFICE)
        return [Petition.received_at >= midnight]
    judged = _judged(wanted.timeliness)
    if wanted.period != Period.ANSWERED:
        return [Petition.outcome.is_not(None), _answer_clock(judged)] if judged else []
    # A kept promise moves answered_on, but never before the publication: its index leads to few rows.
    lately = (Petition.outcome.is_not(None), Petition.answered_on >= since)
    return [*lately, _answer_clock([Clock.stopped_on >= since, *judged])]


def _answer_clock(judged: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    # The clock of an answer stops on the day of publication; an outcome means that this round has one.
    of_round = (Clock.petition_id == Petition.id, Clock.stage == Stage.ANSWER, Clock.round == Petition.round)
    return exists().where(*of_round, Clock.stopped_on.is_not(None), *judged)


def _judged(timeliness: Timeliness | None) -> list[ColumnElement[bool]]:
    if timeliness is None:
        return []
    on_time, in_time = Clock.stopped_on <= Clock.plain_due, Clock.stopped_on <= Clock.current_due
    conditions: dict[Timeliness, list[ColumnElement[bool]]] = {
        Timeliness.ON_TIME: [on_time],
        Timeliness.AFTER_EXTENSION: [~on_time, in_time],
        Timeliness.LATE: [~in_time],
    }
    return conditions.get(timeliness, [false()])
