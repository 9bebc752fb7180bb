"""The end of a matter that nobody disputes."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def close_petition(petition: Petition, by: Actor, seen: int | None = None) -> None:
    """Close an answered petition: the submitter confirms, or 15 days have passed without a word."""
    with moving(petition, Action.CLOSE, by, seen):
        petition.closed_on = clock.today()
