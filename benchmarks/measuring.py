"""One row of the table: how long a page takes, what it costs the server, how many statements it sends."""

import statistics
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import event
from sqlalchemy.engine import Engine

from benchmarks.pages import Errand, Page
from benchmarks.server import Server
from benchmarks.visitors import Caller, Insider, Visitor

CROWD = 4
_WARM_UP = 3
_LOOKS = 3
_DEAR = 10  # a dear page is visited so many times less often


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page costs: milliseconds for a visitor alone, CPU of the server, answers a second to a crowd."""

    name: str
    visits: int
    median: float
    p95: float
    cpu: float
    rate: float
    statements: int
    size: int


def measure(page: Page, server: Server, app: Flask, visits: int) -> Cost:
    """Visit a page so many times alone, as often in a crowd, and look inside for the statements."""
    count = max(1, visits // _DEAR if page.is_dear else visits)
    alone = _entered(page, server)
    _walk(alone, _errands(page, server, min(_WARM_UP, count)))
    errands = _errands(page, server, count)
    before = server.cpu_seconds()
    times, sizes = zip(*_walk(alone, errands), strict=True)
    cpu = server.cpu_seconds() - before
    return Cost(
        name=page.name,
        visits=count,
        median=statistics.median(times) * 1e3,
        p95=sorted(times)[int(count * 0.95)] * 1e3,
        cpu=cpu / count * 1e3,
        rate=_rate(page, server, count),
        statements=_statements(page, app, min(_LOOKS, count)),
        size=round(statistics.fmean(sizes)),
    )


def _entered(page: Page, server: Server) -> Visitor:
    visitor = Caller(server.port)
    page.enter(visitor)
    return visitor


def _errands(page: Page, server: Server, count: int) -> list[Errand]:
    return [page.plan(number, lambda: Caller(server.port)) for number in range(count)]


def _walk(visitor: Visitor, errands: Sequence[Errand]) -> list[tuple[float, int]]:
    walked = []
    for errand in errands:
        begun = time.perf_counter()
        answer = errand(visitor)
        walked.append((time.perf_counter() - begun, len(answer.body)))
    return walked


def _rate(page: Page, server: Server, count: int) -> float:
    people = min(CROWD, count)
    visitors = [_entered(page, server) for _ in range(people)]
    errands = _errands(page, server, count)
    shares = [errands[place::people] for place in range(people)]
    begun = time.perf_counter()
    with ThreadPoolExecutor(people) as crowd:
        list(crowd.map(_walk, visitors, shares))
    return count / (time.perf_counter() - begun)


def _statements(page: Page, app: Flask, looks: int) -> int:
    visitor = Insider(app)
    page.enter(visitor)
    counts = []
    for number in range(looks):
        errand = page.plan(number, lambda: Insider(app))
        with _counting() as sent:
            errand(visitor)
        counts.append(len(sent))
    return max(counts)


@contextmanager
def _counting() -> Iterator[list[str]]:
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)
