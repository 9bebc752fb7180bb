"""What administrators do with authorities: found, rename, move, close them, and load those of the city."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from qcdc_feedback.authorities import queries, rules
from qcdc_feedback.authorities.models import Authority, Unit, UnitSuccession
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction

Rows = Sequence[Mapping[str, Any]]
_ADMIN = frozenset({Role.ADMIN})


@transaction()
def found_authority(
    superior: Authority | None, actor: Actor, code: str, name: str, name_en: str, level: rules.Level
) -> Authority:
    """Add an authority below its superior; only the first of all stands below nobody."""
    require_role(actor, _ADMIN)
    if queries.find_by_code(code):
        raise rules.CodeTaken(code=code)
    if superior:
        rules.require_open(superior.closed_on)
    return _placed(Authority(code=code, name=name, name_en=name_en, level=level), superior)


@transaction()
def rename_authority(authority: Authority, actor: Actor, name: str, name_en: str) -> None:
    """Give the authority another name; its code stays."""
    require_role(actor, _ADMIN)
    authority.name = name
    authority.name_en = name_en


@transaction()
def move_authority(authority: Authority, superior: Authority, actor: Actor) -> None:
    """Put the authority, with all that stand below it, under another superior."""
    require_role(actor, _ADMIN)
    rules.require_open(superior.closed_on)
    rules.require_not_above_itself(authority.path, superior.path)
    before, after = authority.path, rules.path_below(superior.path, authority.id)
    for moved in (*queries.below(authority), authority):
        moved.path = after + moved.path.removeprefix(before)
    authority.parent_id = superior.id


@transaction()
def close_authority(authority: Authority, actor: Actor) -> None:
    """Close an authority that stands above no open one: from today on it is given nothing new."""
    require_role(actor, _ADMIN)
    rules.require_open(authority.closed_on)
    if authority.parent_id is None or any(office.is_open for office in queries.below(authority)):
        raise rules.NeededByOthers
    authority.closed_on = clock.today()


@transaction()
def load_units(actor: Actor, units: Rows, former: Rows) -> None:
    """Add the units of now and before that are not yet known; those known stay as they are."""
    require_role(actor, _ADMIN)
    known = queries.unit_ids()
    db.session.add_all(_unit(row) for row in (*units, *former) if _key(row) not in known)
    db.session.flush()
    ids = queries.unit_ids()
    ids_now = {row["code"]: ids[_key(row)] for row in units}
    db.session.add_all(
        UnitSuccession(former_id=ids[_key(row)], successor_id=ids_now[code])
        for row in former
        if _key(row) not in known
        for code in row["successors"]
    )


@transaction()
def load_authorities(actor: Actor, rows: Rows) -> None:
    """Add the authorities that are not yet known, superiors first; those known stay as they are."""
    require_role(actor, _ADMIN)
    for row in rows:
        if queries.find_by_code(row["code"]):
            continue
        authority = Authority(
            code=row["code"],
            name=row["name"],
            name_en=row["name_en"],
            level=rules.Level(row["level"]),
            unit=queries.get_unit_by_code(row["unit"]) if row["unit"] else None,
            is_desk=row["is_desk"],
        )
        _placed(authority, queries.get_by_code(row["parent"]) if row["parent"] else None)


def _placed(authority: Authority, superior: Authority | None) -> Authority:
    authority.parent_id = superior.id if superior else None
    db.session.add(authority)
    db.session.flush()
    authority.path = rules.path_below(superior.path if superior else "", authority.id)
    return authority


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(
        code=row["code"],
        name=row["name"],
        kind=rules.UnitKind(row["kind"]),
        district=row.get("district"),
        lat=row.get("lat"),
        lon=row.get("lon"),
        area_km2=row.get("area_km2"),
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row.get("valid_to")),
    )


def _key(row: Mapping[str, Any]) -> tuple[str, date | None]:
    return row["code"], _day(row["valid_from"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
