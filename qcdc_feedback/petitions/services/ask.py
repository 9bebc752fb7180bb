"""Something is missing: the submitter is asked, and the clock waits."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions.models import Message, Petition
from qcdc_feedback.petitions.queries.clocks import days_paused
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.limits import PAUSES_TOGETHER
from qcdc_feedback.petitions.rules.procedure import Action, Party, State
from qcdc_feedback.petitions.steps import moving


@transaction()
def ask_submitter(petition: Petition, official: Actor, question: str, seen: int | None = None) -> None:
    """Ask the submitter to complete the petition; raises NotNow once its pauses have taken all their days."""
    with moving(petition, Action.ASK, official, seen) as deed:
        if days_paused(petition.id) >= PAUSES_TOGETHER:
            raise NotNow(why="paused_enough")
        party = Party.DISPATCHER if petition.state == State.RECEIVED else Party.HANDLER
        db.session.add(Message(petition_id=petition.id, party=party, body=question, at=clock.now()))
        petition.asked_by_id = official.user_id
        petition.reminded_on = None
        deed.words = {"question": question}
