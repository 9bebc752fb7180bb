"""Someone changes their own password."""

from qcdc_feedback.accounts import adapters, rules
from qcdc_feedback.accounts.models import User, new_session_key
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.core.errors import NotAllowed


@transaction()
def change_password(person: User, actor: Actor, present: str, wanted: str) -> None:
    """Replace one's password, for whoever knows the present one; all sessions end."""
    if actor.user_id != person.id:
        raise NotAllowed
    if not adapters.is_password_of(person.password_hash, present):
        raise rules.WrongPassword
    rules.require_strong(wanted, person.email)
    person.password_hash = adapters.hashed(wanted)
    person.session_key = new_session_key()
