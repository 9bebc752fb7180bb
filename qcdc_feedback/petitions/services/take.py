"""A named officer becomes responsible: by taking, or by being assigned."""

from qcdc_feedback.accounts import queries as accounts
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving
from qcdc_feedback.petitions.steps.staffing import officer_of


@transaction()
def take_petition(petition: Petition, officer: Actor, seen: int | None = None) -> None:
    """Take a petition into one's own hands."""
    with moving(petition, Action.TAKE, officer, seen):
        petition.officer = accounts.get(officer.user_id)


@transaction()
def assign_petition(petition: Petition, head: Actor, officer_id: int, seen: int | None = None) -> None:
    """Put a petition into the hands of an officer of the authority."""
    with moving(petition, Action.ASSIGN, head, seen):
        petition.officer = officer_of(petition, officer_id)


@transaction()
def reassign_petition(
    petition: Petition, by: Actor, officer_id: int, note: str = "", seen: int | None = None
) -> None:
    """Move a petition from one officer of the authority to another."""
    with moving(petition, Action.REASSIGN, by, seen, note):
        petition.former_officer_id = petition.officer_id
        petition.officer = officer_of(petition, officer_id)
