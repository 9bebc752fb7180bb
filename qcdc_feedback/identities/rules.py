"""How a person can be reached: addresses in one form, and how much of them is shown."""

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from qcdc_feedback.core.errors import Unacceptable
from qcdc_feedback.core.text import tidy

MAX_NAME = 100
MAX_ADDRESS = 300
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no letters that are read as others: I, L, O, U
_DOT = "•"
_SHOWN_DIGITS = 3


class ContactRefused(Unacceptable):
    """What was given is no way to reach a person; facts['why'] says what is wrong with it."""


def plain_name(text: str) -> str:
    """Return the name on one line; raises ContactRefused when it is too long to be one."""
    return _one_line(text, MAX_NAME, why="name")


def plain_address(text: str) -> str | None:
    """Return the postal address on one line, None for an empty one; raises ContactRefused."""
    return _one_line(text, MAX_ADDRESS, why="address") or None


def plain_email(text: str) -> str | None:
    """Return the e-mail address as mail servers take it, None for an empty one; raises ContactRefused."""
    if not text.strip():
        return None
    try:
        found = validate_email(text.strip(), allow_smtputf8=False, check_deliverability=False)
    except EmailNotValidError as error:
        raise ContactRefused(why="email") from error
    return found.ascii_email


def plain_phone(text: str) -> str | None:
    """Return the number as +84…, however it was written, None for an empty one; raises ContactRefused."""
    if not text.strip():
        return None
    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException as error:
        raise ContactRefused(why="phone") from error
    if not phonenumbers.is_valid_number(number):
        raise ContactRefused(why="phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def mask_phone(phone: str) -> str:
    """Return a number of which only the last digits can be read."""
    return _DOT * (len(phone) - _SHOWN_DIGITS) + phone[-_SHOWN_DIGITS:]


def mask_email(email: str) -> str:
    """Return an address of which only the first letter and the domain can be read."""
    local, _, domain = email.rpartition("@")
    return f"{local[:1]}{_DOT * 3}@{domain}"


def _one_line(text: str, longest: int, why: str) -> str:
    line = " ".join(tidy(text).split())
    if len(line) > longest:
        raise ContactRefused(why=why, limit=longest)
    return line
