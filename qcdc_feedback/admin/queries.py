"""What the administrator's pages count and show across rooms: posts, authorities, routing."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_, select
from sqlalchemy.orm import aliased

from qcdc_feedback.accounts.models import Assignment, User
from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.authorities.rules import LEVELS
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.db import db
from qcdc_feedback.core.text import fold
from qcdc_feedback.petitions.models import RoutingRule

_Superior = aliased(Authority)


def people_counts() -> Row[Any]:
    """Return how many accounts are open, and how many of these hold no post today (idle)."""
    busy = select(Assignment.user_id).where(_is_held())
    idle = func.count().filter(User.id.not_in(busy))
    return db.session.execute(select(func.count().label("open"), idle.label("idle")).where(_is_open())).one()


def offices() -> Sequence[Row[Any]]:
    """Return every authority, closed ones too, with its superior's names, by level, then name."""
    columns = (
        Authority.id,
        Authority.code,
        Authority.name,
        Authority.name_en,
        Authority.level,
        Authority.is_desk,
        Authority.closed_on,
        _Superior.name.label("superior"),
        _Superior.name_en.label("superior_en"),
    )
    statement = select(*columns).outerjoin(_Superior, _Superior.id == Authority.parent_id)
    rows = db.session.execute(statement)
    return sorted(rows, key=lambda row: (LEVELS.index(row.level), fold(row.name), row.id))


def roles_held() -> dict[int, set[Role]]:
    """Return the roles that somebody holds today, by authority."""
    statement = select(Assignment.authority_id, Assignment.role).join(Assignment.user)
    held: dict[int, set[Role]] = {}
    for authority_id, role in db.session.execute(statement.where(_is_held(), _is_open()).distinct()):
        held.setdefault(authority_id, set()).add(role)
    return held


def posts_in(authority_id: int) -> Sequence[Row[Any]]:
    """Return user_id, name, role and until of the posts held in an authority today, by role, then name."""
    columns = (Assignment.user_id, User.name, Assignment.role, Assignment.until)
    statement = select(*columns).join(Assignment.user).where(Assignment.authority_id == authority_id)
    rows = db.session.execute(statement.where(_is_held(), _is_open()).order_by(User.name, Assignment.id))
    return sorted(rows, key=lambda row: list(Role).index(row.role))


def directly_below(authority_id: int) -> Sequence[Row[Any]]:
    """Return id, code and names of the open authorities directly below one, by name."""
    columns = (Authority.id, Authority.code, Authority.name, Authority.name_en)
    statement = select(*columns).where(Authority.parent_id == authority_id, Authority.closed_on.is_(None))
    return sorted(db.session.execute(statement), key=lambda row: (fold(row.name), row.id))


def routing(category_id: int) -> Sequence[Row[Any]]:
    """Return unit, authority with its names, desk and reason of a field's routing rules, in their order."""
    columns = (
        Unit.name.label("unit"),
        Authority.id.label("authority_id"),
        Authority.name,
        Authority.name_en,
        RoutingRule.at_city_desk,
        RoutingRule.why,
    )
    statement = select(*columns).select_from(RoutingRule).where(RoutingRule.category_id == category_id)
    statement = statement.outerjoin(RoutingRule.unit).outerjoin(RoutingRule.authority)
    return db.session.execute(statement.order_by(RoutingRule.position, RoutingRule.id)).all()


def _is_open() -> ColumnElement[bool]:
    return User.closed_at.is_(None)


def _is_held() -> ColumnElement[bool]:
    today = clock.today()
    not_over = or_(Assignment.until.is_(None), Assignment.until >= today)
    return and_(Assignment.since <= today, not_over, Assignment.ended_at.is_(None))
