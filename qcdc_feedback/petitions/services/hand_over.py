"""One reception desk hands a petition to another; no clock notices."""

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.core.errors import NotAllowed
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def hand_over_petition(
    petition: Petition, dispatcher: Actor, desk_id: int, note: str = "", seen: int | None = None
) -> None:
    """Give a petition to the desk of the city or of another commune."""
    with moving(petition, Action.HAND_OVER, dispatcher, seen, note) as deed:
        desk = authorities.get(desk_id)
        if not desk.is_desk or desk.closed_on or desk.id == petition.desk_id:
            raise NotAllowed(action=Action.HAND_OVER)
        petition.desk = desk
        deed.target_id = desk.id
