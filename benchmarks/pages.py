"""Which pages are measured, and how each is visited."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa

from benchmarks.texts import Pen
from benchmarks.town import PASSWORD, Town, officials_address
from benchmarks.visitors import Answer, Visitor, hand_in, read, send, sign_in
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import State

Errand = Callable[[Visitor], Answer]
Newcomer = Callable[[], Visitor]
_TOLD = (Petition.public_title.is_not(None), Petition.state == State.CLOSED)


def _anonymous(_visitor: Visitor) -> None:
    return


@dataclass(frozen=True, slots=True)
class Page:
    """A row of the table: how one enters, and what one does there again and again.

    A plan prepares one errand; what it does itself is not measured. A dear page is visited less often.
    """

    name: str
    plan: Callable[[int, Newcomer], Errand]
    enter: Callable[[Visitor], None] = _anonymous
    is_dear: bool = False


def _reading(name: str, paths: Sequence[str], enter: Callable[[Visitor], None] = _anonymous) -> Page:
    return Page(name, lambda number, _: partial(read, path=paths[number % len(paths)]), enter)


def all_pages(town: Town, petitions: int, pen: Pen) -> list[Page]:
    """Return every row of the table; needs an app context and a filled town."""
    return [*_public(town, petitions), *_official(town), *_filing(town, pen)]


def to_count(town: Town) -> tuple[dict[str, str], str]:
    """Return the paths whose instructions are counted, and the official whose desk is."""
    [code, *_] = _codes(*_TOLD)
    officer = officials_address(Role.OFFICER, _busiest(Petition.authority_id))
    return {"list": "/petitions", "petition": f"/petitions/{code}"}, officer


def _public(town: Town, petitions: int) -> list[Page]:
    codes = _codes(*_TOLD)
    deep = base64.urlsafe_b64encode(json.dumps(["a", petitions // 2]).encode()).decode().rstrip("=")
    city, unit = town.codes[_busiest(Petition.authority_id)], dict(town.units)[_busiest(Petition.unit_id)]
    return [
        _reading("home", ["/"]),
        _reading("list", ["/petitions"]),
        _reading("list, in the middle", [f"/petitions?cursor={deep}"]),
        _reading("list in English", ["/en/petitions"]),
        _reading("list of a field", [f"/petitions?category={code}" for code in town.categories]),
        _reading("list of a commune", [f"/petitions?unit={unit}"]),
        _reading("list of an authority, closed", [f"/petitions?authority={city}&status=closed"]),
        _reading("list, overdue", ["/petitions?status=overdue"]),
        _reading("search, many found", ["/petitions?q=den+duong"]),
        _reading("search, none found", ["/petitions?q=khong+tim+thay+gi"]),
        _reading("petition", [f"/petitions/{code}" for code in codes]),
    ]


def _official(town: Town) -> list[Page]:
    authority_id = _busiest(Petition.authority_id)
    own = (Petition.authority_id == authority_id, Petition.state == State.IN_PROGRESS)
    codes = _codes(*own) or _codes(Petition.authority_id == authority_id)
    officer = _entering(Role.OFFICER, authority_id)
    return [
        _reading("desk of a dispatcher", ["/reception"], _entering(Role.DISPATCHER, town.city_desk)),
        _reading("desk of an officer", ["/desk"], officer),
        _reading("workspace", [f"/workspace/{code}" for code in codes], officer),
    ]


def _filing(town: Town, pen: Pen) -> list[Page]:
    forms = [_answers(town, pen) for _ in range(20)]

    def whole(number: int, newcomer: Newcomer) -> Errand:
        return lambda _: _file(newcomer(), forms[number % len(forms)])

    def last_step(number: int, newcomer: Newcomer) -> Errand:
        citizen = newcomer()
        _fill_in(citizen, forms[number % len(forms)])
        token = read(citizen, "/file/check").token
        citizen.hang_up()
        return lambda _: hand_in(citizen, "/file/check", {"csrf_token": token})

    return [
        Page("filing, all 17 requests", whole, is_dear=True),
        Page("filing, the last step", last_step, is_dear=True),
    ]


def _answers(town: Town, pen: Pen) -> dict[str, dict[str, str]]:
    written = pen.petition()
    unit_id, _ = town.units[len(written.body) % len(town.units)]
    return {
        "kind": {"kind": "feedback"},
        "place": {"unit_id": str(unit_id), "address": written.address},
        "category": {"category_id": str(town.categories[written.category])},
        "words": {"title": written.title, "body": written.body},
        "photos": {},
        "contact": {"name": "Trần Thị Lan", "email": "lan@example.com"},
    }


def _fill_in(citizen: Visitor, form: Mapping[str, dict[str, str]]) -> None:
    send(citizen, "/file", {})
    for question, answers in form.items():
        send(citizen, f"/file/{question}", answers)


def _file(citizen: Visitor, form: Mapping[str, dict[str, str]]) -> Answer:
    _fill_in(citizen, form)
    send(citizen, "/file/check", {})
    return read(citizen, "/file/receipt")


def _entering(role: Role, authority_id: int) -> Callable[[Visitor], None]:
    return partial(sign_in, email=officials_address(role, authority_id), password=PASSWORD)


def _busiest(column: Any) -> int:
    counted = sa.select(column).where(column.is_not(None)).group_by(column).order_by(sa.func.count().desc())
    return int(db.session.scalar(counted.limit(1)) or 0)


def _codes(*conditions: Any) -> list[str]:
    newest = sa.select(Petition.code).where(*conditions).order_by(Petition.id.desc()).limit(50)
    return list(db.session.scalars(newest))
