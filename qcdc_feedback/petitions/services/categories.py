"""Fields and routing rules: loaded from the reviewed seed, kept by administrators."""

from collections.abc import Iterable, Mapping
from typing import Any

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Category, RoutingRule

_COMMUNE = "commune"


@transaction()
def load_categories(admin: Actor, rows: Iterable[Mapping[str, Any]]) -> int:
    """Add the fields that are not there yet, and return how many; those known are left as they are."""
    require_role(admin, {Role.ADMIN})
    new = [row for row in rows if queries.find_category(row["code"]) is None]
    for row in new:
        category = Category(
            code=row["code"],
            name=row["name"],
            name_en=row["name_en"],
            hint=row.get("hint", ""),
            hint_en=row.get("hint_en", ""),
            position=row["sort"],
        )
        db.session.add(category)
    return len(new)


@transaction()
def load_routing(admin: Actor, rows: Iterable[Mapping[str, Any]]) -> int:
    """Add routing rules for the fields that have none, in the order given, and return how many."""
    require_role(admin, {Role.ADMIN})
    without = {
        category.code: category
        for category in queries.all_categories()
        if not queries.routing_rules(category.id)
    }
    rules = [
        _rule(position, without[row["category"]], row)
        for position, row in enumerate(rows, 1)
        if row["category"] in without
    ]
    db.session.add_all(rules)
    return len(rules)


@transaction()
def change_category(
    category: Category, admin: Actor, name: str, name_en: str, hint: str, hint_en: str
) -> None:
    """Give a field other words."""
    require_role(admin, {Role.ADMIN})
    category.name, category.name_en = name, name_en
    category.hint, category.hint_en = hint, hint_en


@transaction()
def open_category(category: Category, admin: Actor) -> None:
    """Let citizens choose a field."""
    require_role(admin, {Role.ADMIN})
    category.is_open = True


@transaction()
def close_category(category: Category, admin: Actor) -> None:
    """Let nobody choose a field any more; petitions in it stay."""
    require_role(admin, {Role.ADMIN})
    category.is_open = False


def _rule(position: int, category: Category, row: Mapping[str, Any]) -> RoutingRule:
    unit = authorities.get_unit_by_code(row["unit"]) if row["unit"] else None
    by_commune = row["authority"] == _COMMUNE
    return RoutingRule(
        position=position,
        category_id=category.id,
        unit_id=unit.id if unit else None,
        authority_id=None if by_commune else authorities.get_by_code(row["authority"]).id,
        at_city_desk=row["desk"] != _COMMUNE,
        why=row.get("why", ""),
    )
