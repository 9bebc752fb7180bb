"""Lists page by page: by the last row seen, never by a number of rows to skip."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, tuple_

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import BadAddress

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, with the cursors of the pages after and before them (None where there is none)."""

    rows: Sequence[Row[Any]]
    after: str | None
    before: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is ordered: columns all in one direction, the last one unique; values reads them."""

    columns: tuple[ColumnElement[Any], ...]
    kinds: tuple[type, ...]
    values: Callable[[Row[Any]], tuple[Any, ...]]
    descending: bool = False


def page_of(statement: Select[Any], order: Order, cursor: str | None, size: int = PAGE_SIZE) -> Page:
    """Return the page that the cursor names; raises BadAddress for a cursor we did not make."""
    backwards, place = _read(cursor, order.kinds)
    descending = order.descending != backwards
    if place is not None:
        keys = tuple_(*order.columns)
        statement = statement.where(keys < place if descending else keys > place)
    directions = [column.desc() if descending else column.asc() for column in order.columns]
    rows = list(db.session.execute(statement.order_by(*directions).limit(size + 1)))
    more = len(rows) > size
    rows = rows[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return Page(rows, None, None)
    after = _write("a", order.values(rows[-1])) if more or backwards else None
    before = _write("b", order.values(rows[0])) if (more if backwards else place is not None) else None
    return Page(rows, after, before)


def _write(direction: str, values: tuple[Any, ...]) -> str:
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    return base64.urlsafe_b64encode(json.dumps([direction, *plain]).encode()).decode().rstrip("=")


def _read(cursor: str | None, kinds: tuple[type, ...]) -> tuple[bool, tuple[Any, ...] | None]:
    if not cursor:
        return False, None
    try:
        direction, *plain = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        values = tuple(_as(kind, value) for kind, value in zip(kinds, plain, strict=True))
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise BadAddress(what="cursor") from error
    if direction not in ("a", "b"):
        raise BadAddress(what="cursor")
    return direction == "b", values


def _as(kind: type, value: Any) -> Any:
    if kind is date:
        return date.fromisoformat(value)
    if type(value) is not kind or (kind is int and not 0 <= value < 2**63):
        raise ValueError(value)
    if kind is str and "\0" in value.encode().decode():  # half a character cannot be encoded
        raise ValueError(value)
    return value
