"""An administrator opens an account for an official."""

from qcdc_feedback.accounts import adapters, queries, rules
from qcdc_feedback.accounts.models import User
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction


@transaction()
def open_account(actor: Actor, email: str, name: str, password: str | None) -> User:
    """Return the new account; it holds no post yet, and without a password nobody can sign in with it."""
    require_role(actor, {Role.ADMIN})
    rules.require_email(rules.folded(email))
    password_hash = _hash_of(password, email)  # slow, so before the first statement takes the lock
    if queries.find_by_email(email):
        raise rules.EmailTaken(email=email)
    person = User(email=rules.folded(email), name=name, password_hash=password_hash)
    db.session.add(person)
    return person


def _hash_of(password: str | None, email: str) -> str | None:
    if password is None:
        return None
    rules.require_strong(password, email)
    return adapters.hashed(password)
