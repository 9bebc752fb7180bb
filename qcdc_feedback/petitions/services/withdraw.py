"""The submitter takes a petition back."""

from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def withdraw_petition(petition: Petition, submitter: Actor, note: str = "", seen: int | None = None) -> None:
    """Take a petition back before it is answered."""
    with moving(petition, Action.WITHDRAW, submitter, seen, note):
        petition.is_extension_asked = False
