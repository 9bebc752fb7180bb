"""Another authority is asked for its opinion, and gives it."""

from datetime import date

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Consultation, Petition
from qcdc_feedback.petitions.rules import deadlines
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def consult_authority(
    petition: Petition,
    officer: Actor,
    authority_id: int,
    question: str,
    due_on: date,
    seen: int | None = None,
) -> None:
    """Ask another authority for an opinion by a date; the petition stays where it is."""
    with moving(petition, Action.CONSULT, officer, seen) as deed:
        deadlines.check_ahead(due_on, clock.today())
        if authority_id == petition.authority_id or authority_id in petition.consulted_ids:
            raise NotNow(why="names_itself")
        asked = authorities.get(authority_id)
        petition.consultations.append(Consultation(authority=asked, question=question, due_on=due_on))
        deed.target_id = asked.id
        deed.words = {"question": question}


@transaction()
def advise(petition: Petition, consulted: Actor, opinion: str, seen: int | None = None) -> None:
    """Give the opinion that was asked for."""
    with moving(petition, Action.ADVISE, consulted, seen) as deed:
        mine = {post.authority_id for post in consulted.posts}
        for consultation in petition.consultations:
            if consultation.authority_id in mine and consultation.answered_at is None:
                consultation.opinion = opinion
                consultation.answered_at = clock.now()
        deed.words = {"opinion": opinion}
