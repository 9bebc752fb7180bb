"""A petition is not taken up, with a coded reason and words that everyone may weigh."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.outcomes import RejectReason
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def reject_petition(
    petition: Petition, dispatcher: Actor, reason: RejectReason, note: str, seen: int | None = None
) -> None:
    """Refuse to take a petition up; the submitter may appeal once to another dispatcher."""
    with moving(petition, Action.REJECT, dispatcher, seen, note) as deed:
        deed.reason = reason
        petition.rejected_on = clock.today()
        petition.barred_dispatcher_id = dispatcher.user_id
