"""The submitter says how good the answer was."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions.models import Petition, Rating
from qcdc_feedback.petitions.rules.outcomes import Satisfaction
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def rate_answer(
    petition: Petition,
    submitter: Actor,
    satisfaction: Satisfaction,
    comment: str = "",
    seen: int | None = None,
) -> None:
    """Rate the answer of this round, once."""
    with moving(petition, Action.RATE, submitter, seen) as deed:
        rating = Rating(
            petition_id=petition.id,
            round=petition.round,
            satisfaction=int(satisfaction),
            comment=comment,
            rated_at=clock.now(),
        )
        db.session.add(rating)
        petition.rated_round = petition.round
        deed.words = {"satisfaction": str(int(satisfaction)), "comment": comment}
