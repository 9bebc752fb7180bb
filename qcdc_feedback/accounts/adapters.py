"""The outside of accounts: argon2 for passwords, Flask-Login for sessions."""

import secrets
import unicodedata
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_login import LoginManager

login_manager = LoginManager()

# OWASP's parameters: 19 MiB, two passes, one lane.
_argon2 = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS = _argon2.hash(secrets.token_hex())
# A flood of sign-ins must leave a core to everyone else.
_turnstile = BoundedSemaphore(2)


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    with _turnstile:
        return _argon2.hash(_composed(password))


def is_password_of(password_hash: str | None, password: str) -> bool:
    """Tell whether the password is the one that was hashed; for nobody's hash the work is the same."""
    try:
        with _turnstile:
            _argon2.verify(password_hash or _NOBODYS, _composed(password))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def _composed(password: str) -> str:
    # Keyboards write "ế" in one, two or three characters; it is the same password.
    return unicodedata.normalize("NFC", password)
