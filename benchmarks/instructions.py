"""Instructions per request, counted by valgrind: steadier than time, on a machine with other work too."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.counted import CALLS
from benchmarks.report import Table

_ROOT = Path(__file__).resolve().parents[1]
_SUMMARY = re.compile(r"^summary: (\d+)", re.MULTILINE)
MISSING = "Instructions were not counted: valgrind is not installed."


def is_countable() -> bool:
    """Tell whether valgrind is here."""
    return bool(shutil.which("valgrind") and shutil.which("callgrind_control"))


def table(environ: Mapping[str, str], paths: Mapping[str, str], official: str) -> Table:
    """Return what each page costs in instructions, beside an empty answer and a bare page of its size."""
    folder = Path(environ["QCDC_INSTANCE"])
    command = ["valgrind", "--tool=callgrind", "--instr-atstart=no"]
    command += ["--zero-before=getsid", "--dump-before=getpgid", f"--callgrind-out-file={folder}/counted"]
    command += [
        sys.executable,
        "-m",
        "benchmarks.counted",
        json.dumps({"paths": paths, "official": official}),
    ]
    env = {**os.environ, **environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=_ROOT, env=env, check=True, capture_output=True)
    sizes: dict[str, int] = json.loads(done.stdout)
    counts = {name: _count(folder / f"counted.{number}") for number, name in enumerate(sizes, start=1)}
    head = ["instructions per request", "million", "x hello", "x bare", "kB"]
    return [head, *(_row(name, counts, sizes[name]) for name in sizes)]


def _count(dump: Path) -> float:
    found = _SUMMARY.search(dump.read_text(encoding="utf-8"))
    if found is None:
        raise RuntimeError(f"valgrind wrote no summary into {dump.name}")
    return int(found[1]) / CALLS


def _row(name: str, counts: Mapping[str, float], size: int) -> list[str]:
    count, bare = counts[name], counts.get(f"bare {name}")
    beside = f"{count / bare:.2f}" if bare else ""
    return [name, f"{count / 1e6:.2f}", f"{count / counts['hello']:.1f}", beside, f"{size / 1000:.1f}"]
