"""An administrator closes an account."""

from qcdc_feedback.accounts.models import User, new_session_key
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import transaction


@transaction()
def close_account(person: User, actor: Actor) -> None:
    """End every post and session of the person; what they have done stays on record under their name."""
    require_role(actor, {Role.ADMIN})
    now = clock.now()
    for assignment in person.assignments:
        assignment.ended_at = assignment.ended_at or now
    person.closed_at = person.closed_at or now
    person.session_key = new_session_key()
