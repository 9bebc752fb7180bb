"""A petition is taken from public view, for a reason that stays in its place; or shown again."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def hide_petition(petition: Petition, dispatcher: Actor, reason: str, seen: int | None = None) -> None:
    """Leave only a tombstone in public: number, dates, the reason."""
    with moving(petition, Action.HIDE, dispatcher, seen, reason):
        petition.hidden_at = clock.now()


@transaction()
def show_petition(petition: Petition, dispatcher: Actor, reason: str, seen: int | None = None) -> None:
    """Let the public see a hidden petition again."""
    with moving(petition, Action.SHOW, dispatcher, seen, reason):
        petition.hidden_at = None
