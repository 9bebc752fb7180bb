"""What a date follows from, as everyone may know it: which petition, and the cards its authority got."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions.models import Card, Petition
from qcdc_feedback.petitions.rules.escalation import CardStatus
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.transparency.queries.conditions import SEALED

_DATED = select(
    Petition.id,
    Petition.code,
    Petition.kind,
    Petition.round,
    Petition.hidden_at,
    Petition.public_title,
    SEALED.label("is_sealed"),
).where(Petition.code == bindparam("code"), Petition.kind != Kind.DENUNCIATION)

_CARDS = (
    select(
        Card.colour,
        Card.days_late,
        Card.decided_at,
        Authority.name.label("authority"),
        Authority.name_en.label("authority_en"),
    )
    .join(Authority, Authority.id == Card.authority_id)
    .where(Card.petition_id == bindparam("petition_id"), Card.status == CardStatus.CONFIRMED)
    .order_by(Card.id)
)


def get_dated(code: str) -> Row[Any]:
    """Return what decides how much of a petition's dates is public; raises NotFound."""
    found = db.session.execute(_DATED, {"code": code}).one_or_none()
    if found is None:
        raise NotFound
    return found


def cards(petition_id: int) -> Sequence[Row[Any]]:
    """Return the cards that stand, with the authority that got each."""
    return db.session.execute(_CARDS, {"petition_id": petition_id}).all()
