"""What a password must be, which posts one person may hold together, and where a sign-in may lead."""

import re
from collections.abc import Iterable

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.errors import Conflict, Unacceptable

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
_COMMON = """
1234567890 0123456789 9876543210 12345678910 123456789a a123456789 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop
password12 password123 password1234 matkhau123 matkhau1234 matkhau12345 anhyeuem123 iloveyou123 vietnam123
thuathienhue hue1234567 thanhphohue ubndhue123 canbo12345 admin12345 administrator
"""
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
# Printable ASCII without a backslash, and no second slash: browsers take both for the name of another server.
_LOCAL_PATH = re.compile(r"/(?!/)[!-\[\]-~]*")
_OFFICIALS = frozenset({Role.DISPATCHER, Role.OFFICER, Role.HEAD})
_EXCLUDES = {
    # Who supervises answers none of it; who administers sees no petition.
    Role.SUPERVISOR: _OFFICIALS | {Role.ADMIN},
    Role.ADMIN: _OFFICIALS | {Role.SUPERVISOR},
} | dict.fromkeys(_OFFICIALS, frozenset({Role.SUPERVISOR, Role.ADMIN}))


class SignInFailed(Unacceptable):
    """The e-mail address and the password do not belong together; which of the two is wrong is not said."""


class WrongPassword(Unacceptable):
    """The present password was not given."""


class WeakPassword(Unacceptable):
    """Others would guess the password: facts['why'] is too_short, too_long, is_email or common."""


class BadEmail(Unacceptable):
    """What was given is no e-mail address."""


class EmailTaken(Conflict):
    """Someone has an account with this e-mail address."""


class RolesExclude(Unacceptable):
    """The person holds a post that forbids this one: facts['held'] and facts['role']."""


class AlreadyAppointed(Conflict):
    """The person holds this post already."""


class AppointmentOver(Unacceptable):
    """The post would end before it begins."""


class AccountClosed(Conflict):
    """The account is closed."""


def folded(email: str) -> str:
    """Return the e-mail address in the one form in which it is kept and looked for."""
    return email.strip().casefold()


def require_email(email: str) -> None:
    """Refuse what cannot be an e-mail address; raises BadEmail."""
    if not _EMAIL.fullmatch(email):
        raise BadEmail


def require_strong(password: str, email: str) -> None:
    """Refuse a password that others would guess; raises WeakPassword."""
    plain = password.casefold()
    faults = {
        "too_short": len(password) < SHORTEST_PASSWORD,
        "too_long": len(password) > LONGEST_PASSWORD,
        "is_email": plain in {folded(email), folded(email).partition("@")[0]},
        "common": plain in _COMMON.split() or len(set(plain)) == 1,
    }
    for why, is_weak in faults.items():
        if is_weak:
            raise WeakPassword(why=why)


def require_compatible(held: Iterable[Role], role: Role) -> None:
    """Refuse a post beside one that excludes it; raises RolesExclude."""
    for other in sorted(_EXCLUDES[role].intersection(held)):
        raise RolesExclude(held=other, role=role)


def is_local_path(address: str) -> bool:
    """Tell whether the address stays on this server, whatever a browser makes of it."""
    return _LOCAL_PATH.fullmatch(address) is not None
