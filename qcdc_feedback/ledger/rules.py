"""How an event is written down so that anyone can check it: canonical bytes, hashes, commitments."""

import hashlib
import hmac
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

VERSION = 1
# All that may stand in the open. No name, text, phone or address has a word here, and none may get one.
FACTS = frozenset(
    {
        *("reg", "no", "kind", "cat", "unit", "auth", "from", "to", "by", "channel", "main", "part", "count"),
        *("state", "round", "outcome", "reason", "rating", "level", "scope", "law", "att"),
        *("clock", "rule", "days", "due", "until", "first", "last"),
    }
)
_CODE = re.compile(r"[A-Za-z0-9._:@/+-]{0,100}")
_LARGEST = 2**53 - 1  # beyond it a browser that checks our record would read another number


def canonical(value: Mapping[str, Any]) -> bytes:
    """Return the only way to write the value: JSON in UTF-8 and NFC, keys sorted, no spaces, no fractions."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, int) and abs(value) <= _LARGEST:
        return int(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        plain = {_key(key): _plain(item) for key, item in value.items()}
        if len(plain) == len(value):
            return plain
    raise ValueError(f"cannot be written canonically: {value!r}")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise ValueError(f"cannot be written canonically: the key {key!r}")
    return unicodedata.normalize("NFC", key)


def leaf_hash(content: bytes) -> str:
    """Return the hash of an event as a leaf of the public tree (RFC 9162), in hex."""
    return hashlib.sha256(b"\x00" + content).hexdigest()


def commitment(key: bytes, content: Mapping[str, Any]) -> str:
    """Return what binds us to the whole content without showing it; only who has the key can test it."""
    return hmac.digest(key, canonical(content), "sha256").hex()


def file_commitment(key: bytes, sha256: str) -> str:
    """Return what binds us to an attached file without showing even its hash."""
    return hmac.digest(key, bytes.fromhex(sha256), "sha256").hex()


def check_facts(facts: Mapping[str, Any]) -> None:
    """Refuse any fact that has no word in FACTS or is not a mere code; raises ValueError."""
    strangers = sorted(set(facts) - FACTS)
    if strangers:
        raise ValueError(f"not for the public record: {', '.join(strangers)}")
    for name, value in facts.items():
        for code in value if isinstance(value, list | tuple) else (value,):
            if isinstance(code, str) and not _CODE.fullmatch(code):
                raise ValueError(f"not a code, and so not for the public record: {name}")


def is_whole(content: str, leaf: str, subject: str, before: str | None) -> bool:
    """Tell whether an event is as it was written: same bytes, same case, and the right event before it."""
    if leaf_hash(content.encode()) != leaf:
        return False
    event = json.loads(content)
    return event["case"] == subject and event.get("prev") == before
