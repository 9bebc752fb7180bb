"""Filings under way."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions.models import Draft, DraftFile


def find_draft(token_hash: str) -> Draft | None:
    """Return the filing of the browser that holds the token, with its files."""
    statement = select(Draft).where(Draft.token_hash == token_hash)
    return db.session.scalar(statement.options(selectinload(Draft.files).joinedload(DraftFile.file)))


def drafts_before(moment: datetime, limit: int) -> Sequence[int]:
    """Return filings begun before the moment and never sent, oldest first."""
    statement = select(Draft.id).where(Draft.created_at < moment, Draft.petition_id.is_(None))
    return db.session.scalars(statement.order_by(Draft.created_at, Draft.id).limit(limit)).all()


def get_draft(draft_id: int) -> Draft:
    """Return the filing of that id; raises NotFound."""
    draft = db.session.get(Draft, draft_id)
    if draft is None:
        raise NotFound
    return draft
