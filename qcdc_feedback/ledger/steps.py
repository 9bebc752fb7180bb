"""Writing events down, inside the transaction of the deed itself."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db
from qcdc_feedback.ledger import adapters, queries, rules
from qcdc_feedback.ledger.models import CaseKey, LedgerRow


def open_case() -> str:
    """Begin the record of a new case and return its random id, under which it stands there."""
    subject = secrets.token_hex(16)
    key_id, wrapped = adapters.wrap(subject, secrets.token_bytes(32))
    db.session.add(CaseKey(subject=subject, key_id=key_id, wrapped=wrapped))
    db.session.flush()
    return subject


def record(
    subject: str, event: str, facts: Mapping[str, Any], content: Mapping[str, Any] | None, at: datetime
) -> LedgerRow:
    """Write one event down: facts in the open, content only as a commitment.

    The fact att is a list of SHA-256 of files; they too are written as commitments.
    """
    rules.check_facts(facts)
    key = _lock(subject)
    before = queries.find_newest(subject)
    prev = before.leaf_hash if before else None
    recorded_at = clock.now()
    written = {
        "v": rules.VERSION,
        "t": event,
        "case": subject,
        "at": _office_time(at),
        "rec": _office_time(recorded_at),
        **facts,
        **_commitments(key, facts, content),
        **({"prev": prev} if prev else {}),
    }
    canonical = rules.canonical(written)
    row = LedgerRow(
        subject=subject,
        event=event,
        content=canonical.decode(),
        leaf_hash=rules.leaf_hash(canonical),
        prev_hash=prev,
        at=at,
        recorded_at=recorded_at,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _lock(subject: str) -> CaseKey | None:
    """Lock the key of the case, so that of two events the second sees the first."""
    return db.session.scalar(select(CaseKey).filter_by(subject=subject).with_for_update())


def _commitments(
    key: CaseKey | None, facts: Mapping[str, Any], content: Mapping[str, Any] | None
) -> dict[str, Any]:
    promised: dict[str, Any] = {}
    if "att" in facts:
        promised["att"] = [rules.file_commitment(_opened(key), sha256) for sha256 in facts["att"]]
    if content is not None:
        promised["commit"] = rules.commitment(_opened(key), content)
    return promised


def _opened(key: CaseKey | None) -> bytes:
    if key is None:
        raise adapters.KeyMissing("the case has no key, or it was destroyed")
    return adapters.unwrap(key.subject, key.key_id, key.wrapped)


def _office_time(moment: datetime) -> str:
    return clock.local(moment).isoformat(timespec="seconds")
