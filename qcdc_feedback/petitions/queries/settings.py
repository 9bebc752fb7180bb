"""What administrators have set about time: the pledges of authorities."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions.models import Pledge

_WHOLE = (joinedload(Pledge.authority), joinedload(Pledge.category))


def pledges() -> Sequence[Pledge]:
    """Return every pledge with its authority and field, the newest first."""
    newest = select(Pledge).options(*_WHOLE).order_by(Pledge.since.desc(), Pledge.id.desc())
    return db.session.scalars(newest).all()


def get_pledge(pledge_id: int) -> Pledge:
    """Return the pledge; raises NotFound."""
    found = db.session.get(Pledge, pledge_id, options=_WHOLE)
    if found is None:
        raise NotFound
    return found
