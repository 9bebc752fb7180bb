"""A poor answer is not the end: the submitter asks, the desk or a supervisor decides."""

from collections.abc import Sequence

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Message, Petition
from qcdc_feedback.petitions.rules import conditions
from qcdc_feedback.petitions.rules.kinds import Purpose
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import Action, Party
from qcdc_feedback.petitions.steps import moving
from qcdc_feedback.petitions.steps.attaching import Upload, attach, keep_all
from qcdc_feedback.petitions.steps.rounds import begin_round


@transaction()
def ask_reopening(
    petition: Petition, submitter: Actor, reason: str, uploads: Sequence[Upload] = (), seen: int | None = None
) -> None:
    """Say why the matter is not settled: within 15 days, or at any time after a broken promise."""
    files = keep_all(uploads)  # first: cleaning pictures takes a while, and the lock is taken below
    with moving(petition, Action.ASK_REOPEN, submitter, seen) as deed:
        attach(petition, files, Purpose.ADDED)
        db.session.add(Message(petition_id=petition.id, party=Party.SUBMITTER, body=reason, at=clock.now()))
        deed.words = {"reason": reason}
        deed.files = files


@transaction()
def reopen_petition(petition: Petition, by: Actor, note: str = "", seen: int | None = None) -> None:
    """Begin a new round with a new answer clock."""
    with moving(petition, Action.REOPEN, by, seen, note):
        if petition.promise in (Promise.OPEN, Promise.REPORTED):
            commitment = queries.get_commitment(petition.id)
            commitment.status = petition.promise = Promise.SUPERSEDED
            commitment.ended_on = clock.today()
            petition.promised_on = None
        begin_round(petition)


@transaction()
def decline_reopening(petition: Petition, by: Actor, reason: str, seen: int | None = None) -> None:
    """Let the answer stand, for a reason that everyone may read."""
    with moving(petition, Action.DECLINE_REOPEN, by, seen, reason):
        conditions.check_two_people(queries.answers(petition.id)[-1].published_by_id, by.user_id)
        petition.closed_on = clock.today()
