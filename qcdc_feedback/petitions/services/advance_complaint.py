"""The steps of a complaint: each one a row of its table, with the document or reason in words."""

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def sign_complaint(
    petition: Petition, dispatcher: Actor, authority_id: int, note: str, seen: int | None = None
) -> None:
    """Note that the complaint was signed on paper, and who is competent; only now acceptance runs."""
    with moving(petition, Action.SIGN, dispatcher, seen, note) as deed:
        petition.authority = authorities.get(authority_id)
        deed.target_id = authority_id


@transaction()
def advance_complaint(
    petition: Petition, official: Actor, action: Action, note: str, seen: int | None = None
) -> None:
    """Accept, refuse, verify, suspend, resume, hold a dialogue, decide or publish, as the table allows."""
    with moving(petition, action, official, seen, note):
        if action == Action.DECIDE:
            petition.answered_on = clock.today()


@transaction()
def complain_again(petition: Petition, submitter: Actor, why: str, seen: int | None = None) -> None:
    """Bring the matter before the authority above, once (Luật Khiếu nại điều 33)."""
    with moving(petition, Action.COMPLAIN_AGAIN, submitter, seen, why):
        if petition.authority and petition.authority.parent_id:
            petition.former_authority_id = petition.authority_id
            petition.authority = authorities.get(petition.authority.parent_id)
        petition.instance = 2
        petition.round += 1
        petition.officer = None
