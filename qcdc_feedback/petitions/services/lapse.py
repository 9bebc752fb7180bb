"""What happens by itself when the submitter does not reply."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.outcomes import RejectReason
from qcdc_feedback.petitions.rules.procedure import Action, State
from qcdc_feedback.petitions.steps import moving


@transaction()
def remind_submitter(petition: Petition) -> None:
    """Remind the submitter that an answer to the question is awaited."""
    with moving(petition, Action.REMIND, SYSTEM):
        petition.reminded_on = clock.today()


@transaction()
def lapse_petition(petition: Petition) -> None:
    """Go on without the reply: back to the handler, or rejected where the desk had asked."""
    with moving(petition, Action.LAPSE, SYSTEM) as deed:
        if petition.resumes == State.RECEIVED:
            petition.rejected_on = clock.today()
            deed.reason = RejectReason.NOT_COMPLETED
