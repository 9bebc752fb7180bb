"""The secret that opens a petition, beside its public number which opens nothing."""

import base64
import hashlib
import hmac
import re

from qcdc_feedback.core.errors import Unacceptable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base32: no I, L, O, U
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_NUMBER = re.compile(r"([A-Z]{2})[\s./–-]*([0-9]{4})[\s./–-]*([0-9]{1,12})")
_FROM_RFC = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)


class WrongSecret(Unacceptable):
    """No petition has this number and this secret; which of the two is wrong is not said."""


def secret_for(token: str, key: str) -> str:
    """Return the 120-bit secret of the form with this token, as 6 groups of 4.

    It is derived, not kept: the same form sent twice shows the same receipt, and no table holds the secret.
    """
    raw = hmac.digest(key.encode(), b"submitter-secret/v1\n" + token.encode(), hashlib.sha256)[:15]
    letters = base64.b32encode(raw).decode().translate(_FROM_RFC)
    return "-".join(letters[i : i + 4] for i in range(0, 24, 4))


def canonical(secret: str) -> str:
    """Return the secret as it was issued, however it was typed: in small letters, O for 0, I or L for 1."""
    letters = "".join(c for c in secret.upper() if c.isascii() and c.isalnum())
    return letters.translate(_ALIKE)


def fingerprint(secret: str, key: str) -> str:
    """Return what is kept of a secret: HMAC-SHA-256 in hex; enough for 120 random bits (ASVS 6.5.2)."""
    return hmac.new(
        key.encode(), b"submitter-secret-hash/v1\n" + canonical(secret).encode(), hashlib.sha256
    ).hexdigest()


def token_hash(token: str) -> str:
    """Return what is kept of a form's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def canonical_number(text: str) -> str:
    """Return a petition's number as it was issued, however it was typed: 'pa 2026 123' is PA-2026-000123."""
    found = _NUMBER.fullmatch(text.strip().upper())
    return f"{found[1]}-{found[2]}-{int(found[3]):06d}" if found else ""


def opened(petition_id: int | None) -> int:
    """Return the petition that number and secret open; raises WrongSecret when they open none."""
    if petition_id is None:
        raise WrongSecret
    return petition_id
