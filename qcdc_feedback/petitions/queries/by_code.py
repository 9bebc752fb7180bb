"""One petition, for someone who may know of it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import joinedload, selectinload

from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions.models import Consultation, Petition, Submission
from qcdc_feedback.petitions.rules import access

_WHOLE = (
    joinedload(Petition.unit),
    joinedload(Petition.category),
    joinedload(Petition.desk),
    joinedload(Petition.authority),
    joinedload(Petition.officer),
    selectinload(Petition.consultations).joinedload(Consultation.authority),
)


def _by(code: str) -> Select[tuple[Petition]]:
    return select(Petition).where(Petition.code == code).options(*_WHOLE)


def get_by_code(code: str, viewer: Actor) -> Petition:
    """Return the petition to an official with a part in it; to others there is none: raises NotFound."""
    petition = find_by_code(code, viewer)
    if petition is None:
        raise NotFound
    return petition


def find_by_code(code: str, viewer: Actor) -> Petition | None:
    """Return the petition to an official with a part in it; None to others."""
    petition = db.session.scalar(_by(code))
    return petition if petition and access.may_know(viewer, petition) else None


def get_own(code: str, viewer: Actor) -> Petition:
    """Return the petition to the submitter who opened it; raises NotFound."""
    petition = db.session.scalar(_by(code))
    if petition is None or petition.id not in viewer.holds:
        raise NotFound
    return petition


def find_by_secret(code: str, secret_hash: str) -> int | None:
    """Return the id of the petition with this number and secret."""
    return db.session.scalar(
        select(Petition.id).where(Petition.code == code, Petition.secret_hash == secret_hash)
    )


def find_by_secret_alone(secret_hash: str) -> Petition | None:
    """Return the petition that a form with this secret has already made."""
    return db.session.scalar(select(Petition).where(Petition.secret_hash == secret_hash))


def get_by_id(petition_id: int) -> Petition:
    """Return the petition to the system itself; raises NotFound."""
    petition = db.session.get(Petition, petition_id)
    if petition is None:
        raise NotFound
    return petition


def count_merged_into(petition_id: int) -> int:
    """Return how many petitions follow this one."""
    return len(
        db.session.scalars(select(Petition.id).where(Petition.merged_into_id == petition_id).limit(100)).all()
    )


def merged_into(petition_id: int, most: int = 100) -> Sequence[Row[Any]]:
    """Return code, day and words of the petitions that follow this one, for those who handle it."""
    columns = (Petition.code, Petition.received_at, Submission.title, Submission.body)
    statement = select(*columns).join(Submission, Submission.petition_id == Petition.id)
    following = statement.where(Petition.merged_into_id == petition_id)
    return db.session.execute(following.order_by(Petition.id).limit(most)).all()


def is_any_filed() -> bool:
    """Tell whether there is any petition at all."""
    return db.session.scalar(select(Petition.id).limit(1)) is not None
