"""The cards of late authorities, for those who decide about them and those who got them."""

from typing import Any

from sqlalchemy import Row, Select, select

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.core.paging import Order, Page, page_of
from qcdc_feedback.petitions.models import Card, Petition
from qcdc_feedback.petitions.queries.desks import watched
from qcdc_feedback.petitions.rules.escalation import CardStatus

WAITING = (CardStatus.PROPOSED, CardStatus.CONTESTED)
# What lies longest comes first; what was decided last comes first.
CARD_TABS: dict[str, tuple[tuple[CardStatus, ...], Order]] = {
    "waiting": (WAITING, Order((Card.id,), (int,), lambda row: (row.id,))),
    "decided": (
        (CardStatus.CONFIRMED, CardStatus.DROPPED),
        Order((Card.id,), (int,), lambda row: (row.id,), descending=True),
    ),
}
_COLUMNS = (
    Card.id,
    Card.colour,
    Card.status,
    Card.days_late,
    Card.proposed_at,
    Card.objection,
    Card.decision,
    Card.decided_at,
    Petition.code,
    Petition.kind,
    Authority.name.label("authority"),
    Authority.name_en.label("authority_en"),
)


def cards(viewer: Actor, role: Role, tab: str, cursor: str | None) -> Page:
    """Return a page of the cards of the viewer's authorities, or of those that the viewer supervises."""
    statuses, order = CARD_TABS[tab]
    return page_of(_seen(viewer, role).where(Card.status.in_(statuses)), order, cursor)


def get_card_line(card_id: int, viewer: Actor, role: Role) -> Row[Any]:
    """Return a card with its petition and authority, as it is now; raises NotFound for others' cards."""
    found = db.session.execute(_seen(viewer, role).where(Card.id == card_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def get_card(card_id: int) -> Card:
    """Return the card of that id."""
    return db.session.get_one(Card, card_id)


def _seen(viewer: Actor, role: Role) -> Select[Any]:
    mine = viewer.authorities_as(role)
    is_mine = watched(mine) if role == Role.SUPERVISOR else Card.authority_id.in_(mine)
    return (
        select(*_COLUMNS)
        .join(Petition, Petition.id == Card.petition_id)
        .join(Authority, Authority.id == Card.authority_id)
        .where(is_mine)
    )
