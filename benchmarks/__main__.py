"""The command: python -m benchmarks [--petitions N] [--database URL]."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from random import Random

from flask import Flask

from benchmarks import instructions, measuring, pages, report, starting
from benchmarks.filling import fill
from benchmarks.measuring import CROWD, Cost
from benchmarks.pages import Page
from benchmarks.scratch import installation
from benchmarks.server import Memory, Server, serving
from benchmarks.texts import Pen
from benchmarks.town import settle
from benchmarks.visitors import Unexpected
from config import from_environment
from qcdc_feedback import create_app
from qcdc_feedback.core.db import db

_HEAD = ["page", "visits", "median ms", "p95 ms", "CPU ms", f"/s to {CROWD}", "SQL", "kB"]


def main(arguments: list[str]) -> int:
    """Make a town, measure, print the tables, leave nothing behind; return 1 if a page failed."""
    wanted = _parser().parse_args(arguments)
    write = report.markdown if wanted.markdown else report.plain
    with installation(wanted.database) as environ, _app(environ) as app:
        town = settle(app)
        fill(app, town, wanted.petitions)
        with app.app_context():
            rows = pages.all_pages(town, wanted.petitions, Pen(Random("visitors")))
            counted = pages.to_count(town)
        with serving(environ) as server:
            begun = server.memory()
            costs = [_measured(page, server, app, wanted.visits) for page in rows]
            after = server.memory()
        print(write([_HEAD, *costs]), end="\n\n")
        print(write(_standing(environ, wanted.starts, begun, after)), end="\n\n")
        if wanted.instructions and not instructions.is_countable():
            print(instructions.MISSING)
        elif wanted.instructions:
            print(write(instructions.table(environ, *counted)))
    return int(any(not row[-1] for row in costs))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--petitions", type=int, default=10_000, help="how many lie in the database")
    parser.add_argument(
        "--database", default="", help="a PostgreSQL server, postgresql://...; default: SQLite"
    )
    parser.add_argument("--visits", type=int, default=200, help="how often each page is visited")
    parser.add_argument(
        "--starts", type=int, default=5, help="how many fresh interpreters start the application"
    )
    parser.add_argument("--markdown", action="store_true", help="print tables for a document")
    parser.add_argument(
        "--no-instructions", dest="instructions", action="store_false", help="leave out valgrind"
    )
    return parser


@contextmanager
def _app(environ: Mapping[str, str]) -> Iterator[Flask]:
    app = create_app(from_environment(environ))
    yield app
    with app.app_context():
        db.engine.dispose()


def _measured(page: Page, server: Server, app: Flask, visits: int) -> list[str]:
    try:
        return _row(measuring.measure(page, server, app, visits))
    except Unexpected as fault:
        return [f"{page.name}: {fault}", *[""] * 7]


def _row(cost: Cost) -> list[str]:
    times = [f"{number:.1f}" for number in (cost.median, cost.p95, cost.cpu)]
    size = f"{cost.size / 1000:.1f}"
    return [cost.name, str(cost.visits), *times, f"{cost.rate:.0f}", str(cost.statements), size]


def _standing(environ: Mapping[str, str], starts: int, begun: Memory, after: Memory) -> report.Table:
    whole, flask = (
        starting.start_seconds(what, environ, starts) for what in (starting.WHOLE, starting.FLASK)
    )
    return [
        ["the web process", ""],
        ["start, CPU s", f"{whole:.2f}"],
        ["start beside Flask's alone", f"{whole / flask:.1f} x"],
        ["memory when it begins, MB", f"{begun.resident:.0f}"],
        ["memory after these visits, MB", f"{after.resident:.0f}"],
        ["of it its own: no library, no mapped database", f"{after.own:.0f}"],
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
