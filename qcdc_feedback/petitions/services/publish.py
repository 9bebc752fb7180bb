"""The head decides on the draft: out to everyone, or back with a remark."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import conditions
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import Action, Stage
from qcdc_feedback.petitions.steps import clocks, moving


@transaction()
def publish_answer(petition: Petition, head: Actor, seen: int | None = None) -> None:
    """Publish the draft, which someone else wrote; one that promises starts the clock of the promise."""
    with moving(petition, Action.PUBLISH, head, seen) as deed:
        answer = queries.get_draft_answer(petition.id)
        conditions.check_two_people(answer.drafted_by_id, head.user_id)
        answer.published_by_id = head.user_id
        answer.published_at = clock.now()
        petition.outcome = answer.outcome
        petition.answered_on = clock.today()
        petition.is_extension_asked = False
        petition.promise = petition.promised_on = None
        if answer.commitment:
            petition.promise = Promise.OPEN
            petition.promised_on = answer.commitment.due_on
            clocks.start_until(petition, Stage.COMMITMENT, clock.today(), answer.commitment.due_on)
        for attachment in queries.evidence_of(petition.id, petition.round):
            attachment.answer_id = answer.id  # also what came with a draft that was sent back
            attachment.is_public = attachment.file.is_image
        deed.starts = ()
        deed.words = {"answer": answer.body}


@transaction()
def send_back_answer(petition: Petition, head: Actor, remark: str, seen: int | None = None) -> None:
    """Return the draft to the officer, saying what is missing."""
    with moving(petition, Action.SEND_BACK, head, seen, remark):
        queries.get_draft_answer(petition.id).remark = remark
