"""The program that valgrind watches: each case warmed up, then called again and again between two marks."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from flask import Flask

from benchmarks.bare import Size, bare_app
from benchmarks.town import PASSWORD
from benchmarks.visitors import Insider, sign_in
from config import from_environment
from qcdc_feedback import create_app
from qcdc_feedback.core.web import ANYONE, Desk

WARM_UPS, CALLS = 5, 10
# Petitions or lines of history, and choices to filter by.
SHOWN = {"list": (25, 150), "petition": (8, 0)}
Call = Callable[[], bytes]


def main(paths: dict[str, str], official: str) -> None:
    """Call every case; print what was called in this order, with the size of its answer."""
    app = create_app(from_environment(os.environ))
    cases = _cases(app, paths, official)
    sizes = {name: len(call()) for name, call in cases.items()}
    bare = bare_app({f"bare {name}": Size(*SHOWN[name], sizes[name]) for name in paths})
    cases = {"hello": _calling(bare, "/")} | cases
    cases |= {f"bare {name}": _calling(bare, f"/bare {name}") for name in paths}
    for call in cases.values():
        for _ in range(WARM_UPS):
            call()
    _start_counting()
    for call in cases.values():
        os.getsid(0)  # valgrind puts its counter to nothing here
        for _ in range(CALLS):
            call()
        os.getpgid(0)  # and writes it down here
    print(json.dumps({name: len(call()) for name, call in cases.items()}))


def _cases(app: Flask, paths: dict[str, str], official: str) -> dict[str, Call]:
    doors = Desk("nothing", "", roles=ANYONE, is_public=True)
    doors.add_url_rule("/nothing", "nothing", lambda: "")
    app.register_blueprint(doors)
    cases = {"an empty public page of ours": _calling(app, "/nothing")}
    cases |= {name: _calling(app, path) for name, path in paths.items()}
    visitor = Insider(app)
    sign_in(visitor, official, PASSWORD)
    return cases | {"desk of an officer": _calling(app, "/desk", visitor.cookie())}


def _calling(app: Flask, path: str, cookie: str = "") -> Call:
    path, _, query = path.partition("?")
    fixed: dict[str, Any] = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_COOKIE": cookie,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.errors": sys.stderr,
    }

    def call() -> bytes:
        answered: list[str] = []

        def start(status: str, _headers: Iterable[Any], _exc: Any = None) -> None:
            answered.append(status)

        answer = app.wsgi_app({**fixed, "wsgi.input": BytesIO()}, start)  # type: ignore[arg-type]
        body = b"".join(answer)
        answer.close()  # type: ignore[attr-defined]
        if not answered[0].startswith("200"):
            raise RuntimeError(f"{path} answers {answered[0]}")
        return body

    return call


def _start_counting() -> None:
    switch = subprocess.Popen(
        ["callgrind_control", "-i", "on", str(os.getpid())],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # valgrind listens only while the program computes: it may not sleep until the switch is on.
    while switch.poll() is None:
        pass


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
