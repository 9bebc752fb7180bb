"""Every SELECT about authorities and units; lists come in the order of the alphabet, marks aside."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Row, Select, func, or_, select

from qcdc_feedback.authorities.models import Authority, Unit, UnitSuccession
from qcdc_feedback.authorities.rules import LEVELS, Level
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.core.text import fold

_T = TypeVar("_T")
_UNIT = (Unit.id, Unit.code, Unit.name, Unit.kind, Unit.district, Unit.lat, Unit.lon)


def find_by_code(code: str) -> Authority | None:
    """Return the authority with the code, open or closed."""
    return db.session.scalar(select(Authority).where(Authority.code == code))


def get_by_code(code: str) -> Authority:
    """Return the authority with the code; raises NotFound."""
    return _found(find_by_code(code))


def get(authority_id: int) -> Authority:
    """Return the authority; raises NotFound."""
    return _found(db.session.get(Authority, authority_id))


def root() -> Authority:
    """Return the authority above all others; raises NotFound before any is loaded."""
    without_parent = select(Authority).where(Authority.parent_id.is_(None)).order_by(Authority.id).limit(1)
    return _found(db.session.scalar(without_parent))


def open_authorities() -> Sequence[Row[Any]]:
    """Return id, code, name, name_en, level, unit_id, is_desk of the open ones, by level, then name."""
    columns = (
        Authority.id,
        Authority.code,
        Authority.name,
        Authority.name_en,
        Authority.level,
        Authority.unit_id,
        Authority.is_desk,
    )
    rows = db.session.execute(select(*columns).where(Authority.closed_on.is_(None)))
    return sorted(rows, key=lambda row: (LEVELS.index(row.level), *_alphabet(row)))


def by_level(level: Level) -> Sequence[Row[Any]]:
    """Return the rows of open_authorities that stand on the level."""
    return [row for row in open_authorities() if row.level is level]


def desks() -> Sequence[Row[Any]]:
    """Return the rows of open_authorities that receive petitions, the city's first."""
    return [row for row in open_authorities() if row.is_desk]


def desk_of_unit(unit_id: int) -> Authority | None:
    """Return the commune's own reception desk, or None where it has none."""
    return db.session.scalar(_open_desks().where(Authority.unit_id == unit_id))


def city_desk() -> Authority:
    """Return the reception desk of the whole city; raises NotFound."""
    return _found(db.session.scalar(_open_desks().where(Authority.unit_id.is_(None))))


def names() -> dict[int, tuple[str, str, str]]:
    """Return code, name and English name of every authority, open or closed, by id."""
    rows = db.session.execute(select(Authority.id, Authority.code, Authority.name, Authority.name_en))
    return {row.id: (row.code, row.name, row.name_en) for row in rows}


def below(authority: Authority) -> Sequence[Authority]:
    """Return every authority below this one, open or closed, those higher up first."""
    inside = Authority.path.startswith(authority.path)
    statement = select(Authority).where(inside, Authority.id != authority.id)
    return db.session.scalars(statement.order_by(func.length(Authority.path), Authority.id)).all()


def get_unit(unit_id: int) -> Unit:
    """Return the unit; raises NotFound."""
    return _found(db.session.get(Unit, unit_id))


def find_unit(code: str) -> Unit | None:
    """Return the unit that has the code now; a former unit's code may belong to another by now."""
    return db.session.scalar(select(Unit).where(Unit.code == code, Unit.valid_to.is_(None)))


def get_unit_by_code(code: str) -> Unit:
    """Return the unit that has the code now; raises NotFound."""
    return _found(find_unit(code))


def unit_ids() -> dict[tuple[str, date | None], int]:
    """Return the id of every unit, of now and before, by its code and first day."""
    rows = db.session.execute(select(Unit.code, Unit.valid_from, Unit.id))
    return {(row.code, row.valid_from): row.id for row in rows}


def units_now(today: date) -> Sequence[Row[Any]]:
    """Return id, code, name, kind, district, lat and lon of the units of today."""
    began = or_(Unit.valid_from.is_(None), Unit.valid_from <= today)
    not_ended = or_(Unit.valid_to.is_(None), Unit.valid_to >= today)
    return _in_order(db.session.execute(select(*_UNIT).where(began, not_ended)))


def former_units() -> Sequence[Row[Any]]:
    """Return the same columns of the units that are no more, for old addresses."""
    return _in_order(db.session.execute(select(*_UNIT).where(Unit.valid_to.is_not(None))))


def successors_of(former_id: int) -> Sequence[Row[Any]]:
    """Return the same columns of the units that a former one became."""
    succession = UnitSuccession.successor_id == Unit.id
    statement = select(*_UNIT).join(UnitSuccession, succession).where(UnitSuccession.former_id == former_id)
    return _in_order(db.session.execute(statement))


def _open_desks() -> Select[tuple[Authority]]:
    desks_of_today = select(Authority).where(Authority.is_desk, Authority.closed_on.is_(None))
    return desks_of_today.order_by(Authority.id).limit(1)


def _alphabet(row: Row[Any]) -> tuple[str, int]:
    return fold(row.name), row.id


def _in_order(rows: Iterable[Row[Any]]) -> Sequence[Row[Any]]:
    return sorted(rows, key=_alphabet)


def _found(thing: _T | None) -> _T:
    if thing is None:
        raise NotFound
    return thing
