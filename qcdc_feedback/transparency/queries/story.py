"""One petition as everyone may read it: where it stands, what was done, what was answered, its photos."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, String, and_, bindparam, case, cast, func, select
from sqlalchemy.orm import aliased

from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.petitions.models import (
    Answer,
    Attachment,
    Card,
    Category,
    Commitment,
    Explanation,
    HistoryEntry,
    Petition,
    Rating,
    Release,
)
from qcdc_feedback.petitions.rules.escalation import CardStatus
from qcdc_feedback.petitions.rules.kinds import Kind, Purpose
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.transparency.queries.conditions import SEALED, newest_release


def _photos(*of: ColumnElement[bool]) -> ScalarSelect[str]:
    """Return the ids of released pictures, "13,12", so that they need no statement of their own."""
    ids = func.aggregate_strings(cast(Attachment.id, String), ",")
    return select(ids).where(*of, Attachment.is_public).scalar_subquery()


def _cards() -> ScalarSelect[str]:
    """Return the cards that stand, a line each with bars between its parts: no statement of their own."""
    parts = (
        Card.colour,
        cast(Card.days_late, String),
        cast(Card.decided_on, String),
        _late.name,
        _late.name_en,
    )
    line = reduce(lambda before, part: before + "|" + part, parts[1:], cast(parts[0], String))
    cards = (
        select(func.aggregate_strings(line, "\n"))
        .select_from(Card)
        .join(_late, _late.id == Card.authority_id)
    )
    confirmed = (Card.petition_id == Petition.id, Card.status == CardStatus.CONFIRMED)
    return cards.where(*confirmed).scalar_subquery()


_late = aliased(Authority)
_main, _desk, _target = aliased(Petition), aliased(Authority), aliased(Authority)
_PETITION = (
    select(
        Petition.id,
        Petition.code,
        Petition.kind,
        Petition.state,
        Petition.round,
        Petition.received_at,
        Petition.hidden_at,
        Petition.public_title,
        Petition.first_due_on,
        Petition.plain_due_on,
        Petition.due_on,
        Petition.answered_on,
        Petition.outcome,
        Petition.promise,
        Petition.promised_on,
        Category.name.label("category"),
        Category.name_en.label("category_en"),
        Unit.name.label("unit"),
        Authority.name.label("authority"),
        Authority.name_en.label("authority_en"),
        _desk.name.label("desk"),
        _desk.name_en.label("desk_en"),
        _main.code.label("main_code"),
        Release.title,
        Release.body,
        Release.address,
        _photos(Attachment.petition_id == Petition.id, Attachment.purpose != Purpose.EVIDENCE).label(
            "photos"
        ),
        _cards().label("cards"),
        SEALED.label("is_sealed"),
    )
    .join(Category, Category.id == Petition.category_id)
    .join(Unit, Unit.id == Petition.unit_id)
    .join(_desk, _desk.id == Petition.desk_id)
    .outerjoin(Authority, Authority.id == Petition.authority_id)
    .outerjoin(_main, _main.id == Petition.merged_into_id)
    .outerjoin(Release, newest_release())
    .where(Petition.code == bindparam("code"), Petition.kind != Kind.DENUNCIATION)
)
_demanded = (
    select(Explanation.due_on)
    .where(Explanation.petition_id == HistoryEntry.petition_id, Explanation.asked_at <= HistoryEntry.at)
    .order_by(Explanation.id.desc())
    .limit(1)
    .scalar_subquery()
)
_HISTORY = (
    select(
        HistoryEntry.action,
        HistoryEntry.state,
        HistoryEntry.round,
        HistoryEntry.at,
        HistoryEntry.party,
        HistoryEntry.reason,
        HistoryEntry.note,
        Authority.name.label("authority"),
        Authority.name_en.label("authority_en"),
        _target.name.label("target"),
        _target.name_en.label("target_en"),
        case((HistoryEntry.action == Action.DEMAND_EXPLANATION, _demanded)).label("due_on"),
    )
    .outerjoin(Authority, Authority.id == HistoryEntry.authority_id)
    .outerjoin(_target, _target.id == HistoryEntry.target_id)
    .where(HistoryEntry.petition_id == bindparam("petition_id"))
    .order_by(HistoryEntry.id)
)
_ANSWERS = (
    select(
        Answer.round,
        Answer.outcome,
        Answer.body,
        Answer.legal_basis,
        Answer.forwarded_to,
        Answer.published_at,
        Commitment.due_on.label("promised_on"),
        Commitment.owner,
        Commitment.status.label("promise"),
        Commitment.evidence,
        Commitment.ended_on,
        Rating.satisfaction,
        # By the petition too: attachments have an index on that, none on the answer.
        _photos(Attachment.petition_id == Answer.petition_id, Attachment.answer_id == Answer.id).label(
            "photos"
        ),
    )
    .outerjoin(Commitment, Commitment.answer_id == Answer.id)
    .outerjoin(Rating, and_(Rating.petition_id == Answer.petition_id, Rating.round == Answer.round))
    .where(Answer.petition_id == bindparam("petition_id"), Answer.published_at.is_not(None))
    .order_by(Answer.id)
)


def get_petition(code: str) -> Row[Any]:
    """Return a petition with the newest redacted copy and the ids of its released photos; raises NotFound."""
    found = db.session.execute(_PETITION, {"code": code}).one_or_none()
    if found is None:
        raise NotFound
    return found


def history(petition_id: int) -> Sequence[Row[Any]]:
    """Return what was done, oldest first; a demand of explanation with the day by which it is to be given."""
    return db.session.execute(_HISTORY, {"petition_id": petition_id}).all()


def answers(petition_id: int) -> Sequence[Row[Any]]:
    """Return the published answers, oldest first, each with promise, rating and the ids of its photos."""
    return db.session.execute(_ANSWERS, {"petition_id": petition_id}).all()


def get_photo(code: str, attachment_id: int) -> Row[Any]:
    """Return a released picture of a petition with what decides whether it may be shown; raises NotFound."""
    statement = (
        select(
            StoredFile.sha256,
            StoredFile.media_type,
            Attachment.purpose,
            Petition.kind,
            Petition.public_title,
            Petition.hidden_at,
            SEALED.label("is_sealed"),
        )
        .join(Attachment, Attachment.file_id == StoredFile.id)
        .join(Petition, Petition.id == Attachment.petition_id)
        .where(Petition.code == code, Attachment.id == attachment_id)
        .where(Attachment.is_public, StoredFile.width.is_not(None))
    )
    found = db.session.execute(statement).one_or_none()
    if found is None:
        raise NotFound
    return found
