"""Fields and routing rules."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions.models import Category, Petition, RoutingRule
from qcdc_feedback.petitions.rules import routing


def open_categories() -> Sequence[Row[Any]]:
    """Return id, code, names and hints of the fields that can be chosen, in their order."""
    columns = (Category.id, Category.code, Category.name, Category.name_en, Category.hint, Category.hint_en)
    statement = select(*columns).where(Category.is_open)
    return db.session.execute(statement.order_by(Category.position, Category.id)).all()


def all_categories() -> Sequence[Category]:
    """Return every field, closed ones too, in their order."""
    return db.session.scalars(select(Category).order_by(Category.position, Category.id)).all()


def get_category(category_id: int) -> Category:
    """Return the field; raises NotFound."""
    category = db.session.get(Category, category_id)
    if category is None:
        raise NotFound
    return category


def find_category(code: str) -> Category | None:
    """Return the field of that code."""
    return db.session.scalar(select(Category).where(Category.code == code))


def routing_rules(category_id: int) -> Sequence[RoutingRule]:
    """Return the routing rules of a field, in their order."""
    statement = select(RoutingRule).where(RoutingRule.category_id == category_id)
    return db.session.scalars(statement.order_by(RoutingRule.position, RoutingRule.id)).all()


def proposed_authority(petition: Petition) -> int | None:
    """Return the authority that the routing rules propose for this petition."""
    return proposed_route(petition)[0]


def proposed_route(petition: Petition) -> tuple[int | None, str]:
    """Return the authority that the routing rules propose, and why."""
    rule = routing.fitting(routing_rules(petition.category_id), petition.category_id, petition.unit_id)
    if rule is None or rule.authority_id is not None:
        return (rule.authority_id, rule.why) if rule else (None, "")
    of_commune = select(Authority.id).where(
        Authority.unit_id == petition.unit_id, Authority.closed_on.is_(None)
    )
    return db.session.scalar(of_commune.order_by(Authority.id).limit(1)), rule.why
