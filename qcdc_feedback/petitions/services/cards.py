"""Yellow and red cards: proposed by rule, contested by the authority, decided by a supervisor."""

from qcdc_feedback.core import clock as office
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.core.errors import NotAllowed
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Card, Clock, Petition
from qcdc_feedback.petitions.rules import access
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.escalation import CardStatus, Colour
from qcdc_feedback.petitions.rules.procedure import Party


@transaction()
def propose_card(clock: Clock, colour: Colour, days_late: int) -> bool:
    """Propose a card for a late authority, once for each clock and colour; return whether it is new."""
    petition = db.session.get_one(Petition, clock.petition_id, with_for_update=True, populate_existing=True)
    if petition.authority_id is None or queries.find_card(clock.id, colour):
        return False
    card = Card(
        clock_id=clock.id,
        petition_id=petition.id,
        authority_id=petition.authority_id,
        colour=colour,
        status=CardStatus.PROPOSED,
        days_late=days_late,
        proposed_at=office.now(),
    )
    db.session.add(card)
    return True


@transaction()
def contest_card(card: Card, head: Actor, objection: str) -> None:
    """Say why the card would be wrong; only the head of the authority, and only before it is decided."""
    db.session.refresh(card, with_for_update=True)
    if card.authority_id not in head.authorities_as(Role.HEAD):
        raise NotAllowed
    if card.status != CardStatus.PROPOSED:
        raise NotNow(why="card_decided")
    card.status = CardStatus.CONTESTED
    card.objection = objection
    card.contested_by_id = head.user_id


@transaction()
def confirm_card(card: Card, supervisor: Actor, decision: str, seen: CardStatus | None = None) -> None:
    """Let the card stand; it is public from now on."""
    _decide(card, supervisor, decision, CardStatus.CONFIRMED, seen)


@transaction()
def drop_card(card: Card, supervisor: Actor, decision: str, seen: CardStatus | None = None) -> None:
    """Let the card fall, with the reason."""
    _decide(card, supervisor, decision, CardStatus.DROPPED, seen)


def _decide(
    card: Card, supervisor: Actor, decision: str, status: CardStatus, seen: CardStatus | None
) -> None:
    db.session.refresh(card, with_for_update=True)
    petition = queries.get_by_id(card.petition_id)
    if Party.SUPERVISOR not in access.parties(supervisor, petition):
        raise NotAllowed
    # An objection that came meanwhile must be read first.
    if card.status not in queries.WAITING or seen not in (None, card.status):
        raise NotNow(why="card_decided")
    card.status = status
    card.decision = decision
    card.decided_by_id = supervisor.user_id
    card.decided_at = office.now()
    card.decided_on = office.today()
