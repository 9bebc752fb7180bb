"""The submitter gives what was asked for; the clock runs on."""

from collections.abc import Sequence

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions.models import Message, Petition
from qcdc_feedback.petitions.rules.kinds import Purpose
from qcdc_feedback.petitions.rules.procedure import Action, Party
from qcdc_feedback.petitions.steps import moving
from qcdc_feedback.petitions.steps.attaching import Upload, attach, keep_all


@transaction()
def complete_petition(
    petition: Petition, submitter: Actor, reply: str, uploads: Sequence[Upload] = (), seen: int | None = None
) -> None:
    """Add what was missing; the petition goes back to where it was."""
    files = keep_all(uploads)  # first: cleaning pictures takes a while, and the lock is taken below
    with moving(petition, Action.COMPLETE, submitter, seen) as deed:
        attach(petition, files, Purpose.ADDED)
        db.session.add(Message(petition_id=petition.id, party=Party.SUBMITTER, body=reply, at=clock.now()))
        deed.words = {"reply": reply}
        deed.files = files
