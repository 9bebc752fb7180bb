"""What becomes of a promise: kept with evidence, or broken on its date."""

from collections.abc import Sequence

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import conditions
from qcdc_feedback.petitions.rules.kinds import Purpose
from qcdc_feedback.petitions.rules.outcomes import AnswerIncomplete, Outcome, Promise
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving
from qcdc_feedback.petitions.steps.attaching import Upload, attach, keep_all
from qcdc_feedback.petitions.steps.rounds import begin_round


@transaction()
def report_promise_kept(
    petition: Petition, officer: Actor, evidence: str, uploads: Sequence[Upload], seen: int | None = None
) -> None:
    """Show the head that what was promised is done; raises AnswerIncomplete without a photo or document."""
    files = keep_all(uploads)  # first: cleaning pictures takes a while, and the lock is taken below
    with moving(petition, Action.REPORT_KEPT, officer, seen) as deed:
        commitment = queries.get_commitment(petition.id)
        if not attach(petition, files, Purpose.EVIDENCE, commitment.answer_id):
            raise AnswerIncomplete(why=Outcome.DONE)
        commitment.evidence = evidence
        commitment.reported_by_id = officer.user_id
        commitment.status = petition.promise = Promise.REPORTED
        deed.words = {"evidence": evidence}
        deed.files = files


@transaction()
def keep_promise(petition: Petition, head: Actor, seen: int | None = None) -> None:
    """Confirm that a promise was kept: only now the matter counts as done."""
    with moving(petition, Action.KEEP_PROMISE, head, seen) as deed:
        commitment = queries.get_commitment(petition.id)
        conditions.check_two_people(commitment.reported_by_id, head.user_id)
        commitment.status = petition.promise = Promise.KEPT
        commitment.ended_on = clock.today()
        petition.outcome = Outcome.DONE
        petition.answered_on = clock.today()
        deed.note = commitment.evidence
        for attachment in queries.evidence_of(petition.id, petition.round):
            attachment.is_public = attachment.file.is_image


@transaction()
def break_promise(petition: Petition) -> None:
    """Reopen by itself what was promised for a day that has passed."""
    with moving(petition, Action.BREAK_PROMISE, SYSTEM):
        commitment = queries.get_commitment(petition.id)
        commitment.status = petition.promise = Promise.BROKEN
        petition.broken_promises += 1
        commitment.ended_on = clock.today()
        begin_round(petition)
