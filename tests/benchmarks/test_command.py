"""The benchmarks can be run: on a tiny town they print every row, and no page fails."""

import re
import subprocess
import sys

from tests.conftest import MAINTENANCE
from tests.conventions.house import ROOT

ROWS = [
    "home",
    "list",
    "list, in the middle",
    "list in English",
    "list of a field",
    "list of a commune",
    "list of an authority, closed",
    "list, overdue",
    "search, many found",
    "search, none found",
    "petition",
    "desk of a dispatcher",
    "desk of an officer",
    "workspace",
    "filing, all 17 requests",
    "filing, the last step",
    "start, CPU s",
    "memory after these visits, MB",
]


def test_a_tiny_town_gives_a_table_with_every_row():
    command = [sys.executable, "-m", "benchmarks", "--petitions", "150", "--visits", "1", "--starts", "1"]
    command += ["--no-instructions", *(["--database", MAINTENANCE] if MAINTENANCE else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    printed = {re.split(r"\s{2,}", line)[0] for line in done.stdout.splitlines()}
    assert [row for row in ROWS if row not in printed] == []
