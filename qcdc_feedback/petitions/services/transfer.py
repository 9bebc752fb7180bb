"""A petition goes to another authority; the clock goes on."""

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def transfer_petition(
    petition: Petition, by: Actor, authority_id: int, why: str, seen: int | None = None
) -> None:
    """Give a petition to another authority; the old one's part in it ends in the same moment."""
    with moving(petition, Action.TRANSFER, by, seen, why) as deed:
        authority = authorities.get(authority_id)
        if authority.id == petition.authority_id:
            raise NotNow(why="names_itself")
        if authority.closed_on:
            raise NotNow(why="authority_closed")
        petition.former_authority_id = petition.authority_id
        petition.former_officer_id = petition.officer_id
        petition.authority = authority
        petition.officer = None
        petition.is_extension_asked = False
        deed.target_id = authority.id
