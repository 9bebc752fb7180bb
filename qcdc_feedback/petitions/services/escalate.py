"""A late or neglected petition is brought before those above."""

from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def escalate_petition(petition: Petition, by: Actor, note: str = "", seen: int | None = None) -> None:
    """Warn the head, the authority above and the supervisors."""
    with moving(petition, Action.ESCALATE, by, seen, note):
        pass
