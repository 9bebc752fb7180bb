"""A supervisor demands an explanation by a date; the head gives it in public."""

from datetime import date

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Explanation, Petition
from qcdc_feedback.petitions.rules import deadlines
from qcdc_feedback.petitions.rules.procedure import Action, Stage
from qcdc_feedback.petitions.steps import clocks, moving


@transaction()
def demand_explanation(
    petition: Petition, supervisor: Actor, question: str, due_on: date, seen: int | None = None
) -> None:
    """Ask the head to explain by a date; the question has a clock of its own."""
    with moving(petition, Action.DEMAND_EXPLANATION, supervisor, seen, question) as deed:
        deadlines.check_ahead(due_on, clock.today())
        asked = Explanation(petition_id=petition.id, question=question, asked_at=clock.now(), due_on=due_on)
        db.session.add(asked)
        petition.open_demands += 1
        clocks.start_until(petition, Stage.EXPLANATION, clock.today(), due_on)
        deed.starts = ()


@transaction()
def explain(petition: Petition, head: Actor, explanation: str, seen: int | None = None) -> None:
    """Answer everything that supervisors have asked so far."""
    with moving(petition, Action.EXPLAIN, head, seen, explanation):
        for asked in queries.open_demands(petition.id):
            asked.body = explanation
            asked.explained_at = clock.now()
        petition.open_demands = 0
