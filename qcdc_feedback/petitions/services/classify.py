"""The reception desk corrects what the submitter chose: kind within the family, category."""

from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.core.errors import NotAllowed
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.kinds import PUBLISHED, Kind
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def classify_petition(
    petition: Petition, dispatcher: Actor, kind: Kind, category_id: int, seen: int | None = None
) -> None:
    """Sort a petition by its content; what takes two people, as a complaint, is not reached from here."""
    if kind not in PUBLISHED:
        raise NotAllowed(action=Action.CLASSIFY)
    with moving(petition, Action.CLASSIFY, dispatcher, seen):
        petition.kind = kind
        petition.category = queries.get_category(category_id)
