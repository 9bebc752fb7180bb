"""An authority says that the matter is not its own, and whose it is."""

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def refuse_petition(
    petition: Petition, head: Actor, right_authority_id: int, why: str, seen: int | None = None
) -> None:
    """Send a petition back to the desk, naming the right authority; it is a bounce, and the clock goes on."""
    with moving(petition, Action.REFUSE, head, seen, why) as deed:
        right = authorities.get(right_authority_id)
        if right.id == petition.authority_id:
            raise NotNow(why="names_itself")
        deed.target_id = right.id
        petition.bounces += 1
        petition.former_authority_id = petition.authority_id
        petition.authority = None
