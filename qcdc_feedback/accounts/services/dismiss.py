"""An administrator ends a post."""

from qcdc_feedback.accounts.models import Assignment
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import transaction


@transaction()
def dismiss(assignment: Assignment, actor: Actor) -> None:
    """End the post now; what it allowed is refused from the next page on."""
    require_role(actor, {Role.ADMIN})
    assignment.ended_at = assignment.ended_at or clock.now()
