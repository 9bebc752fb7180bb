"""The submitter asks that another person look at a rejection."""

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.queries import recipients
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def appeal_rejection(petition: Petition, submitter: Actor, why: str, seen: int | None = None) -> None:
    """Bring a rejected petition back, once, to another dispatcher; to the city's desk if there is none."""
    with moving(petition, Action.APPEAL, submitter, seen, why):
        petition.appeals += 1
        others = set(recipients.holder_ids(Role.DISPATCHER, [petition.desk_id])) - {
            petition.barred_dispatcher_id
        }
        if not others:
            petition.desk = authorities.city_desk()
