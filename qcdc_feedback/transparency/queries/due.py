"""What a date follows from, as everyone may know it: which petition it is."""

from typing import Any

from sqlalchemy import Row, bindparam, select

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.transparency.queries.conditions import SEALED

_DATED = select(
    Petition.id,
    Petition.code,
    Petition.kind,
    Petition.round,
    Petition.hidden_at,
    Petition.public_title,
    SEALED.label("is_sealed"),
).where(Petition.code == bindparam("code"), Petition.kind != Kind.DENUNCIATION)


def get_dated(code: str) -> Row[Any]:
    """Return what decides how much of a petition's dates is public; raises NotFound."""
    found = db.session.execute(_DATED, {"code": code}).one_or_none()
    if found is None:
        raise NotFound
    return found
