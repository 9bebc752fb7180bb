"""Who hears of a petition."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, or_, select

from qcdc_feedback.accounts.models import Assignment, User
from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import Petition


def holder_ids(role: Role, authority_ids: Collection[int]) -> Sequence[int]:
    """Return the ids of those who hold the role today in any of the authorities."""
    return _ids(_held(role).where(Assignment.authority_id.in_(authority_ids)))


def administrator_ids() -> Sequence[int]:
    """Return the ids of those who are administrators today."""
    return _ids(_held(Role.ADMIN))


def _ids(held: Select[tuple[int]]) -> Sequence[int]:
    return db.session.scalars(held.distinct().order_by(Assignment.user_id)).all()


def _held(role: Role) -> Select[tuple[int]]:
    today = clock.today()
    return (
        select(Assignment.user_id)
        .join(User, User.id == Assignment.user_id)
        .where(Assignment.role == role, Assignment.since <= today)
        .where(Assignment.ended_at.is_(None), or_(Assignment.until.is_(None), Assignment.until >= today))
        .where(User.closed_at.is_(None))
    )


def contacts_merged_into(petition_id: int) -> Sequence[int]:
    """Return the contacts behind the petitions that follow this one."""
    statement = select(Petition.contact_id).where(
        Petition.merged_into_id == petition_id, Petition.contact_id.is_not(None)
    )
    return [each for each in db.session.scalars(statement.order_by(Petition.id)) if each]


def superiors(authority_id: int) -> Sequence[int]:
    """Return the authority above this one, as a list of one or none."""
    parent = db.session.scalar(select(Authority.parent_id).where(Authority.id == authority_id))
    return [parent] if parent else []
