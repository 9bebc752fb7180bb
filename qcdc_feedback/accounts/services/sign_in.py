"""Someone gives an e-mail address and a password."""

from qcdc_feedback.accounts import adapters
from qcdc_feedback.accounts.models import User
from qcdc_feedback.accounts.rules import SignInFailed
from qcdc_feedback.core.db import transaction


@transaction()
def sign_in(person: User | None, password: str) -> User:
    """Return the person whose password this is; raises SignInFailed.

    For an unknown or closed account the work is the same, so that the time taken tells nothing. No statement
    is run: a slow check must not hold the database.
    """
    known = person if person and person.is_active else None
    is_right = adapters.is_password_of(known.password_hash if known else None, password)
    if known is None or not is_right:
        raise SignInFailed
    return known
