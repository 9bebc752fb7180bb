"""Who gets it: the first rule that fits category and place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar


class RoutingRow(Protocol):
    """A routing rule: None for any unit; None for the commune's own authority."""

    category_id: int
    unit_id: int | None
    authority_id: int | None
    at_city_desk: bool


_Row = TypeVar("_Row", bound=RoutingRow)


@dataclass(frozen=True, slots=True)
class Destination:
    """The authority proposed (None: the commune of the place) and whether the city's desk receives."""

    authority_id: int | None
    at_city_desk: bool


def fitting(rules: Iterable[_Row], category_id: int, unit_id: int) -> _Row | None:
    """Return the first rule that fits category and place; rules come in their order."""
    for rule in rules:
        if rule.category_id == category_id and rule.unit_id in (None, unit_id):
            return rule
    return None


def destination(rules: Iterable[RoutingRow], category_id: int, unit_id: int) -> Destination | None:
    """Return where the first fitting rule sends a petition."""
    rule = fitting(rules, category_id, unit_id)
    return Destination(rule.authority_id, rule.at_city_desk) if rule else None
