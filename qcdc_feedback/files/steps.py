"""Keeping what somebody attached."""

from collections.abc import Sequence

from qcdc_feedback.core.db import db
from qcdc_feedback.files import adapters, rules
from qcdc_feedback.files.models import StoredFile


def keep(name: str, raw: bytes) -> StoredFile:
    """Clean one file and keep it: the bytes on disk first, then its row; raises FileRefused.

    Call it before the use case reads anything: drawing a picture takes a while, and the first statement takes
    SQLite's only lock.
    """
    shown = rules.tidy_name(name)
    media_type = rules.accepted(shown, raw)
    clean = adapters.cleaned(shown, media_type, raw)
    stored = StoredFile(
        sha256=adapters.put(clean.raw),
        name=shown,
        media_type=media_type,
        size=len(clean.raw),
        width=clean.width,
        height=clean.height,
    )
    db.session.add(stored)
    return stored


def keep_all(uploads: Sequence[tuple[str, bytes]]) -> list[StoredFile]:
    """Keep all files of one form, or none; raises FileRefused."""
    rules.accept_together([len(raw) for _, raw in uploads])
    return [keep(name, raw) for name, raw in uploads]
