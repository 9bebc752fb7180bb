"""The town in which it is measured: Huế as seeded, with officials in every authority."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from flask import Flask

from benchmarks.loading import Loader
from qcdc_feedback.accounts.adapters import hashed
from qcdc_feedback.accounts.models import new_session_key
from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.db import db
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.rules import deadlines, escalation, limits, routing
from qcdc_feedback.petitions.rules.escalation import Ladder, Level
from qcdc_feedback.petitions.rules.limits import Limit
from qcdc_feedback.petitions.rules.routing import Destination
from qcdc_feedback.workdays.queries import work_calendar
from qcdc_feedback.workdays.rules import WorkCalendar

PASSWORD = "benchmarks-only"
_STAFF = {Role.DISPATCHER: 1, Role.OFFICER: 3, Role.HEAD: 1}


@dataclass(slots=True)
class Town:
    """What a petition refers to: places, fields, who gets what, who works where, which days count."""

    units: list[tuple[int, str]]
    categories: dict[str, int]
    codes: dict[int, str]
    calendar: WorkCalendar
    city_desk: int
    desks: dict[int, int]
    communes: dict[int, int]
    routes: dict[int, list[Any]]
    staff: dict[tuple[Role, int], list[int]] = field(default_factory=dict)

    def destination(self, category_id: int, unit_id: int) -> tuple[int, int]:
        """Return the desk that receives and the authority that answers."""
        found = self._routed(category_id, unit_id)
        desk = self.city_desk if found.at_city_desk else self.desks[unit_id]
        return desk, found.authority_id or self.communes[unit_id]

    def _routed(self, category_id: int, unit_id: int) -> Destination:
        found = routing.destination(self.routes[category_id], category_id, unit_id)
        return found or Destination(None, True)


def settle(app: Flask) -> Town:
    """Load Huế into the empty database and appoint officials; return the town."""
    with app.app_context():
        db.create_all()
    loaded = app.test_cli_runner().invoke(args=["seed", "hue"])
    if loaded.exit_code:
        raise RuntimeError(loaded.output)
    with app.app_context():
        town = _town()
        Loader(db.engine).write(_officials(town))
    return town


def officials_address(role: Role, authority_id: int, number: int = 1) -> str:
    """Return the e-mail address of an official."""
    return f"{role}-{authority_id}-{number}@example.com"


def _town() -> Town:
    today = clock.today()
    offices = authorities.open_authorities()
    units = authorities.units_now(today)
    desks = {unit.id: authorities.desk_of_unit(unit.id) for unit in units}
    categories = queries.open_categories()
    by_unit = {office.unit_id: office.id for office in offices if office.unit_id}
    return Town(
        units=[(unit.id, unit.code) for unit in units],
        categories={row.code: row.id for row in categories},
        codes={office.id: office.code for office in offices},
        calendar=work_calendar(),
        city_desk=authorities.city_desk().id,
        desks={unit_id: desk.id for unit_id, desk in desks.items() if desk},
        communes={unit.id: by_unit[unit.id] for unit in units},
        routes={row.id: list(queries.routing_rules(row.id)) for row in categories},
    )


def _officials(town: Town) -> dict[str, list[dict[str, Any]]]:
    password, now = hashed(PASSWORD), clock.now()
    people, posts = [], []
    for user_id, (role, authority_id, number) in enumerate(_positions(town), start=1):
        town.staff.setdefault((role, authority_id), []).append(user_id)
        person = {
            "id": user_id,
            "email": officials_address(role, authority_id, number),
            "name": f"Cán bộ {user_id}",
            "password_hash": password,
            "session_key": new_session_key(),
            "created_at": now,
        }
        people.append(person)
        since = clock.today() - timedelta(days=2000)
        posts.append(
            {"id": user_id, "user_id": user_id, "role": role, "authority_id": authority_id, "since": since}
        )
    return {"users": people, "assignments": posts}


def _positions(town: Town) -> Iterator[tuple[Role, int, int]]:
    for authority_id in town.codes:
        for role, count in _STAFF.items():
            yield from ((role, authority_id, number) for number in range(1, count + 1))


class Almanac:
    """When things are due, each answer computed once: many petitions begin on the same day."""

    def __init__(self, calendar: WorkCalendar) -> None:
        self.due = cache(lambda start, days, limit: self._due(calendar, start, days, limit))
        self.notice = cache(lambda today, due: self._notice(calendar, today, due))
        self.limit = cache(limits.find_limit)

    @staticmethod
    def _due(calendar: WorkCalendar, start: date, days: int, limit: Limit) -> date:
        return deadlines.due_date(start, days, limit.unit, calendar, limit.rolls)

    @staticmethod
    def _notice(calendar: WorkCalendar, today: date, due: date) -> tuple[Level, date | None]:
        level = escalation.reached(today, due, Ladder(), calendar)
        return level, escalation.next_notice(level, due, Ladder(), calendar)
