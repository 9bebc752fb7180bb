"""The key of each case, wrapped by the key of the installation, which is never in the database."""

import base64
import binascii
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

_NONCE = 12
_KEY = 32


class KeyMissing(Exception):
    """KEY_ENCRYPTION_KEY is not set, not a key, or not the one that wrapped what is to be opened."""


def wrap(subject: str, key: bytes) -> tuple[int, bytes]:
    """Return the wrapped key of a case with the number of the key that wraps it."""
    key_id, wrapping = _wrapping_key()
    nonce = os.urandom(_NONCE)
    return key_id, nonce + AESGCM(wrapping).encrypt(nonce, key, _place(subject, key_id))


def unwrap(subject: str, key_id: int, wrapped: bytes) -> bytes:
    """Return the key of a case; raises InvalidTag for bytes that were changed or belong to another case."""
    current_id, wrapping = _wrapping_key()
    if key_id != current_id:
        raise KeyMissing(f"wrapped by key {key_id}, but KEY_ENCRYPTION_KEY is key {current_id}")
    return AESGCM(wrapping).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], _place(subject, key_id))


def _place(subject: str, key_id: int) -> bytes:
    return f"v1|case_keys|wrapped|{subject}|{key_id}".encode()


def _wrapping_key() -> tuple[int, bytes]:
    number, _, encoded = (current_app.config.get("KEY_ENCRYPTION_KEY") or "").partition(":")
    try:
        key_id, key = int(number), base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error) as error:
        raise KeyMissing("KEY_ENCRYPTION_KEY must be NUMBER:BASE64") from error
    if len(key) != _KEY:
        raise KeyMissing("KEY_ENCRYPTION_KEY must hold 32 bytes")
    return key_id, key
