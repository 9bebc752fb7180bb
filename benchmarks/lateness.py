"""The clock at a city's size: python -m benchmarks.lateness; --help tells what can be set.

How long one due date takes, one run over N open petitions of which some have something to be told, and
counting N running clocks anew after a day off was declared. Open petitions differ in their dates only.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import sqlalchemy as sa

from benchmarks import report
from benchmarks.scratch import installation
from config import from_environment
from qcdc_feedback import create_app
from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.core import clock as office
from qcdc_feedback.core.actors import SYSTEM, Actor, Post, Role
from qcdc_feedback.core.db import db, forget
from qcdc_feedback.petitions import cli
from qcdc_feedback.petitions.models import Clock, Petition
from qcdc_feedback.petitions.rules.deadlines import due_date
from qcdc_feedback.petitions.services import load_categories
from qcdc_feedback.workdays import services as workdays
from qcdc_feedback.workdays.queries import work_calendar
from qcdc_feedback.workdays.rules import DayKind, DayUnit

_FILED = office.today() - timedelta(days=3)
_DUE = _FILED + timedelta(days=30)


def main(arguments: list[str]) -> int:
    """Fill, measure, print one table."""
    wanted = _parser().parse_args(arguments)
    with installation(wanted.database) as environ:
        app = create_app(from_environment(environ))
        with app.app_context():
            db.create_all()
            _found()
            rows = [["one due date", "1", _each_due_date(), ""]]
            _fill(wanted.petitions)
            rows.append(["a run in which nothing is due", f"{wanted.petitions}", *_measured(cli.run_night)])
            _let_be_due(wanted.told)
            rows.append(["a run with notices", f"{wanted.told}", *_measured(cli.run_night)])
            _declare_day_off(wanted.told, wanted.clocks)
            rows.append(["clocks counted anew", f"{wanted.clocks}", *_measured(cli.run_night)])
            db.session.remove()
            db.engine.dispose()
        print(report.plain([["what", "how many", "time", "memory gained"], *rows]))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lateness", description=__doc__)
    parser.add_argument("--petitions", type=int, default=20_000, help="how many are open")
    parser.add_argument("--told", type=int, default=1000, help="how many have something to be told")
    parser.add_argument("--clocks", type=int, default=5_000, help="how many are counted anew")
    parser.add_argument("--database", default="", help="a PostgreSQL server; default: SQLite")
    return parser


def _measured(deed: Callable[[], object]) -> tuple[str, str]:
    forget()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    deed()
    took = time.perf_counter() - began
    gained = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return f"{took:.2f} s", f"{gained:.0f} MB"


def _each_due_date() -> str:
    calendar, times = work_calendar(), 20_000
    began = time.perf_counter()
    for _ in range(times):
        due_date(_FILED, 15, DayUnit.WORKING, calendar)
    return f"{(time.perf_counter() - began) / times * 1e6:.1f} µs"


def _found() -> None:
    with _writing() as connection:
        connection.execute(
            sa.insert(Unit).values(id=1, code="1", name="Phường", kind="ward", valid_from=date(2025, 7, 1))
        )
        office_row = {
            "id": 1,
            "code": "H46",
            "name": "UBND",
            "name_en": "City",
            "level": "city",
            "path": "/1/",
        }
        connection.execute(sa.insert(Authority).values(**office_row, is_desk=True))
    load_categories(SYSTEM, [{"code": "any", "name": "Khác", "name_en": "Other", "sort": 1}])


@contextmanager
def _writing() -> Iterator[sa.Connection]:
    with db.engine.begin() as connection:
        yield connection


def _numbers(count: int) -> sa.Select:
    digits = sa.select(sa.literal(1).label("n")).cte("numbers", recursive=True)
    digits = digits.union_all(sa.select(digits.c.n + 1).where(digits.c.n < count))
    return sa.select(digits.c.n)


def _fill(count: int) -> None:
    """Write open petitions, each with an answer clock that ends in a month, in two statements."""
    n = _numbers(count).subquery().c.n
    text = sa.cast(n, sa.String)
    petition = {
        "id": n, "code": "PA-" + text, "register": sa.literal("PA"), "number": n,
        "kind": sa.literal("feedback"), "channel": sa.literal("web"), "variant": sa.literal("normal"),
        "state": sa.literal("in_progress"),
        "round": sa.literal(1), "instance": sa.literal(1), "version": sa.literal(1),
        "received_at": sa.literal(office.now()), "unit_id": sa.literal(1), "category_id": sa.literal(1),
        "desk_id": sa.literal(1), "authority_id": sa.literal(1), "secret_hash": text, "subject": text,
        "due_on": sa.literal(_DUE), "plain_due_on": sa.literal(_DUE), "first_due_on": sa.literal(_DUE),
        "rated_round": sa.literal(0), "appeals": sa.literal(0), "bounces": sa.literal(0),
        "extensions": sa.literal(0), "is_extension_asked": sa.false(), "open_demands": sa.literal(0),
    }  # fmt: skip
    running = {
        "id": n, "petition_id": n, "stage": sa.literal("answer"), "round": sa.literal(1),
        "rule": sa.literal("PA.normal"), "unit": sa.literal("working"), "days": sa.literal(20),
        "paused_days": sa.literal(0), "extended_days": sa.literal(0), "started_on": sa.literal(_FILED),
        "original_due": sa.literal(_DUE), "plain_due": sa.literal(_DUE), "current_due": sa.literal(_DUE),
        "level": sa.literal(0), "next_notice_on": sa.literal(_DUE - timedelta(days=1)),
    }  # fmt: skip
    with _writing() as connection:
        for table, row in ((Petition.__table__, petition), (Clock.__table__, running)):
            connection.execute(sa.insert(table).from_select(list(row), sa.select(*row.values())))
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("ANALYZE"))


def _let_be_due(count: int) -> None:
    with _writing() as connection:
        late = {"current_due": office.today() - timedelta(days=1), "next_notice_on": office.today()}
        connection.execute(sa.update(Clock).where(Clock.id <= count).values(**late))


def _declare_day_off(told: int, count: int) -> None:
    """Let a day off lie on the way of so many clocks only: the others have stopped."""
    with _writing() as connection:
        connection.execute(sa.update(Clock).where(Clock.id > count + told).values(stopped_on=office.today()))
        connection.execute(sa.update(Clock).where(Clock.id <= told).values(stopped_on=office.today()))
    post = frozenset({Post(Role.ADMIN, 1)})
    day = work_calendar().after_working(office.today(), 4)
    proposal = workdays.propose_day(Actor(1, "Một", post), day, DayKind.HOLIDAY, "Nghỉ bão", "Công điện")
    workdays.confirm_day(proposal, Actor(2, "Hai", post))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
