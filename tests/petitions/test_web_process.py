"""The process that serves the pages stays small, and loads nothing that it does not need."""

import json
import os
import subprocess
import sys

import pytest

from tests import given
from tests.conventions.house import ROOT

MOST_MB = 110
HEAVY = ("PIL", "alembic", "flask_migrate", "numpy", "pytest", "sklearn")
PROBE = """
import json, sys
import gunicorn.app.wsgiapp, gunicorn.workers.gthread
from app import app

visitor = app.test_client()
for path in sys.argv[2:]:
    with visitor.get(path) as answer:
        assert answer.status_code == 200, f"{path}: {answer.status}"
lines = open("/proc/self/status", encoding="utf-8").read().splitlines()
held = int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
print(json.dumps({"mb": held / 1024, "heavy": [name for name in sys.argv[1].split() if name in sys.modules]}))
"""


@pytest.fixture
def served(clean, tmp_path):
    """What a fresh web process holds after a few visits."""
    with clean.app_context():
        town = given.a_town()
        code = given.a_petition(town).code
    paths = [
        "/",
        "/petitions",
        f"/petitions/{code}",
        "/petitions?q=den",
        "/en/petitions",
        "/file",
        "/sign-in",
    ]
    environ = {"QCDC_INSTANCE": str(tmp_path), "DATABASE_URL": clean.config["SQLALCHEMY_DATABASE_URI"]}
    command = [sys.executable, "-c", PROBE, " ".join(HEAVY), *paths, *paths]
    env = {**os.environ, **environ}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="memory is read from /proc")
def test_a_web_process_is_small_and_has_loaded_nothing_heavy(served):
    assert served["heavy"] == [], "import these where they are used, with a comment on why it is late"
    assert served["mb"] <= MOST_MB
