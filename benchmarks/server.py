"""The web server as people run it, in a process of its own, and what that process uses."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 30.0


class ServerDown(Exception):
    """The server does not answer; the text says what it wrote last."""


@dataclass(frozen=True, slots=True)
class Memory:
    """How many MB are resident, and how many of them are the worker's own: no library, no mapped database."""

    resident: float
    own: float


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it answers, and the process that does the work."""

    port: int
    worker: int

    def cpu_seconds(self) -> float:
        """Return how long the worker has been computing."""
        # Linux names the clock of a process by its complemented number; /proc only counts hundredths.
        return time.clock_gettime((~self.worker << 3) | 2)

    def memory(self) -> Memory:
        """Return what the worker holds now."""
        status = Path(f"/proc/{self.worker}/status").read_text(encoding="utf-8")
        held = dict(line.split(":") for line in status.splitlines())
        return Memory(*(int(held[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon")))


@contextmanager
def serving(environ: Mapping[str, str]) -> Iterator[Server]:
    """Serve the installation with gunicorn as `make run` does: one process, eight threads."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    command += ["--workers", "1", "--threads", "8", "--log-level", "warning", "app:app"]
    log = Path(environ["QCDC_INSTANCE"]) / "server.log"
    with (
        log.open("wb") as written,
        subprocess.Popen(
            command, cwd=_ROOT, env={**os.environ, **environ}, stdout=written, stderr=subprocess.STDOUT
        ) as master,
    ):
        try:
            _wait(port, master, log)
            yield Server(port, _worker_of(master.pid))
        finally:
            master.terminate()


def _wait(port: int, master: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and master.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as caller:
                caller.sendall(b"GET /privacy HTTP/1.0\r\n\r\n")
                if caller.recv(1):
                    return
        except OSError:
            time.sleep(0.05)
    raise ServerDown(log.read_text(encoding="utf-8")[-2000:])


def _worker_of(master: int) -> int:
    children = Path(f"/proc/{master}/task/{master}/children").read_text(encoding="utf-8").split()
    return int(children[0])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
