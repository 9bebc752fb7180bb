"""How long the application takes to start, beside Flask alone: the least of several fresh interpreters."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_CLOCK = "import time; begun = time.process_time(); {what}; print(time.process_time() - begun)"
WHOLE, FLASK = "from app import app", "import flask"


def start_seconds(what: str, environ: Mapping[str, str], interpreters: int) -> float:
    """Return the CPU seconds of an import, the least of so many fresh interpreters."""
    return min(_once(what, environ) for _ in range(interpreters))


def _once(what: str, environ: Mapping[str, str]) -> float:
    command = [sys.executable, "-c", _CLOCK.format(what=what)]
    env = {**os.environ, **environ}
    done = subprocess.run(command, cwd=_ROOT, env=env, check=True, capture_output=True, text=True)
    return float(done.stdout)
