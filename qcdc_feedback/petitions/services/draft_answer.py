"""The officer writes what the authority will say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Answer, Commitment, Petition
from qcdc_feedback.petitions.rules import deadlines
from qcdc_feedback.petitions.rules.kinds import Purpose
from qcdc_feedback.petitions.rules.outcomes import Outcome, check_answer
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving
from qcdc_feedback.petitions.steps.attaching import Upload, attach, keep_all


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer as drafted: what came of the matter, in words, with what proves it."""

    outcome: Outcome
    body: str
    legal_basis: str = ""
    forwarded_to: str = ""
    promised_on: date | None = None
    owner: str = ""


@transaction()
def draft_answer(
    petition: Petition,
    officer: Actor,
    words: AnswerWords,
    uploads: Sequence[Upload] = (),
    seen: int | None = None,
) -> None:
    """Put an answer before the head; raises AnswerIncomplete for an outcome that is only claimed."""
    files = keep_all(uploads)  # first: cleaning pictures takes a while, and the lock is taken below
    with moving(petition, Action.DRAFT, officer, seen) as deed:
        answer = Answer(
            petition_id=petition.id,
            round=petition.round,
            outcome=words.outcome,
            body=words.body,
            legal_basis=words.legal_basis,
            forwarded_to=words.forwarded_to,
            drafted_by_id=officer.user_id,
            drafted_at=clock.now(),
        )
        db.session.add(answer)
        db.session.flush()
        attach(petition, files, Purpose.EVIDENCE, answer.id)
        has_evidence = bool(queries.evidence_of(petition.id, petition.round))
        check_answer(words.outcome, has_evidence, words.legal_basis, words.forwarded_to, words.owner)
        if words.outcome == Outcome.WILL_DO:
            promised_on = words.promised_on or clock.today()
            deadlines.check_ahead(promised_on, clock.today())
            answer.commitment = Commitment(petition_id=petition.id, due_on=promised_on, owner=words.owner)
        deed.words = {"answer": words.body, "legal_basis": words.legal_basis, "owner": words.owner}
        deed.files = files
