"""The city sets after how many days lateness climbs, and when cards are proposed."""

from dataclasses import asdict

from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions.models import LadderStep
from qcdc_feedback.petitions.rules import escalation


@transaction()
def set_ladder(admin: Actor, ladder: escalation.Ladder) -> None:
    """Set all steps together; raises LadderRefused when they would not ascend."""
    require_role(admin, {Role.ADMIN})
    escalation.check_ladder(ladder)
    for name, days in asdict(ladder).items():
        db.session.merge(LadderStep(name=name, days=days))
