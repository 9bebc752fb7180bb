"""One petition as the public reads it: words, dates, answers, explanations, what was done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from qcdc_feedback.core import clock
from qcdc_feedback.petitions.rules.escalation import Colour
from qcdc_feedback.petitions.rules.kinds import Kind, Purpose
from qcdc_feedback.petitions.rules.outcomes import Outcome, Promise, Satisfaction
from qcdc_feedback.petitions.rules.privacy import has_public_words
from qcdc_feedback.petitions.rules.procedure import Action, State
from qcdc_feedback.transparency import rules
from qcdc_feedback.transparency.rules import Mark
from qcdc_feedback.transparency.serializers.events import Event, events, removal
from qcdc_feedback.transparency.serializers.naming import naming
from qcdc_feedback.workdays.rules import WorkCalendar


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """A published answer with what became of its promise; evidence is empty until the head confirms it."""

    round: int
    outcome: Outcome
    body: str
    legal_basis: str
    forwarded_to: str
    published_at: datetime
    authority: str
    promised_on: date | None
    owner: str
    promise: Promise | None
    ended_on: date | None
    evidence: str
    satisfaction: Satisfaction | None
    photos: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PublicExplanation:
    """What supervisors asked, by when, and what the head explained."""

    question: str
    asked_at: datetime
    due_on: date | None
    body: str = ""
    explained_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PublicCard:
    """A card that supervisors have confirmed."""

    colour: Colour
    authority: str
    days_late: int
    decided_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """How the dates stand: days are working days left, or late; not every step is about the answer."""

    mark: Mark
    due_on: date | None
    first_due_on: date | None
    is_extended: bool
    is_of_answer: bool
    days: int
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that a public petition page may show; what may not be read is empty."""

    code: str
    kind: Kind
    state: State
    received_at: datetime
    is_hidden: bool
    is_sealed: bool
    is_released: bool
    title: str
    body: str
    address: str
    photos: tuple[int, ...]
    category: str
    unit: str
    authority: str
    desk: str
    main_code: str
    standing: Standing
    answers: tuple[PublicAnswer, ...]
    explanations: tuple[PublicExplanation, ...]
    cards: tuple[PublicCard, ...]
    events: tuple[Event, ...]
    removal: Event | None


def story(
    petition: Any,
    history: Sequence[Any],
    answers: Sequence[Any],
    calendar: WorkCalendar,
    today: date,
) -> Story:
    """Return the petition as the public may read it."""
    is_hidden, is_sealed = petition.hidden_at is not None, bool(petition.is_sealed)
    is_plain = not is_hidden and not is_sealed
    may_read = has_public_words(petition.kind, petition.public_title is not None, is_hidden) and is_plain
    named = naming()
    shown = _answers(answers, history) if is_plain else ()
    return Story(
        code=petition.code,
        kind=petition.kind,
        state=petition.state,
        received_at=petition.received_at,
        is_hidden=is_hidden,
        is_sealed=is_sealed,
        is_released=may_read,
        title=petition.title if may_read else "",
        body=petition.body if may_read else "",
        address=petition.address if may_read else "",
        photos=_ids(petition.photos) if may_read else (),
        category=named(petition.category, petition.category_en) if is_plain else "",
        unit=petition.unit if is_plain else "",
        authority="" if is_hidden else named(petition.authority, petition.authority_en),
        desk=named(petition.desk, petition.desk_en),
        main_code=petition.main_code or "",
        standing=_standing(petition, shown, calendar, today),
        answers=shown,
        explanations=_explanations(history) if is_plain else (),
        cards=_cards(petition.cards) if is_plain else (),
        events=() if is_hidden else events(petition, history, today),
        removal=removal(history) if is_hidden else None,
    )


def may_see_photo(photo: Any) -> bool:
    """Tell whether a released picture may be shown: evidence with its answer, others with the words."""
    is_hidden = photo.hidden_at is not None
    if photo.is_sealed or is_hidden:
        return False
    if photo.purpose == Purpose.EVIDENCE:
        return True
    return has_public_words(photo.kind, photo.public_title is not None, is_hidden)


def _cards(lines: str | None) -> tuple[PublicCard, ...]:
    named = naming()
    cards = (line.split("|") for line in (lines or "").split("\n") if line)
    return tuple(
        PublicCard(Colour(colour), named(authority, english), int(days_late), date.fromisoformat(decided_on))
        for colour, days_late, decided_on, authority, english in cards
    )


def _ids(text: str | None) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number in text.split(","))) if text else ()


def _answers(rows: Sequence[Any], history: Sequence[Any]) -> tuple[PublicAnswer, ...]:
    named = naming()
    published = [row for row in history if row.action == Action.PUBLISH]
    authorities = {row.round: named(row.authority, row.authority_en) for row in published}
    return tuple(
        PublicAnswer(
            round=row.round,
            outcome=row.outcome,
            body=row.body,
            legal_basis=row.legal_basis,
            forwarded_to=row.forwarded_to,
            published_at=row.published_at,
            authority=authorities.get(row.round, ""),
            promised_on=row.promised_on,
            owner=row.owner or "",
            promise=row.promise,
            ended_on=row.ended_on,
            evidence=row.evidence if row.promise == Promise.KEPT else "",
            satisfaction=Satisfaction(row.satisfaction) if row.satisfaction else None,
            photos=_ids(row.photos),
        )
        for row in rows
    )


def _standing(
    petition: Any, answers: Sequence[PublicAnswer], calendar: WorkCalendar, today: date
) -> Standing:
    mark, _ = rules.mark_of(petition, today)
    answered_on = petition.answered_on
    if petition.state in rules.SETTLED:
        # A promise that was kept moves answered_on; the answer itself came when it was published.
        of_round = [answer for answer in answers if answer.round == petition.round]
        answered_on = clock.local(of_round[-1].published_at).date() if of_round else petition.answered_on
        mark, _ = rules.judged(petition, answered_on, today)
    due, first = petition.due_on, petition.first_due_on
    spans = {Mark.IN_TIME: (today, due), Mark.OVERDUE: (due, today), Mark.LATE: (due, answered_on)}
    days = calendar.working_between(*spans[mark]) if mark in spans else 0
    is_dated = mark not in (Mark.NONE, Mark.PAUSED)
    return Standing(
        mark=mark,
        due_on=due if is_dated else None,
        first_due_on=first if is_dated and first != due else None,
        is_extended=petition.due_on != petition.plain_due_on,
        is_of_answer=petition.state not in (State.RECEIVED, State.REOPEN_REQUESTED),
        days=days,
        is_provisional=mark == Mark.IN_TIME and due is not None and calendar.is_provisional(due),
    )


def _explanations(history: Sequence[Any]) -> tuple[PublicExplanation, ...]:
    asked: list[PublicExplanation] = []
    for row in history:
        if row.action == Action.DEMAND_EXPLANATION:
            asked.append(PublicExplanation(row.note, row.at, row.due_on))
        if row.action == Action.EXPLAIN:  # answers everything asked so far
            asked = [
                one if one.explained_at else replace(one, body=row.note, explained_at=row.at) for one in asked
            ]
    return tuple(asked)
