"""The import contracts of pyproject.toml are kept, cover every room, and do catch what they forbid."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.conventions import house

CONTRACTS = tomllib.loads(house.text(house.ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
# One breach of each contract, in the order of pyproject.toml, in a house of empty rooms.
BREACHES = {
    "core/text.py": "import qcdc_feedback.petitions",
    "authorities/cli.py": "import qcdc_feedback.authorities.views",
    "core/clock.py": "import qcdc_feedback.core.web",
    "workdays/rules.py": "import sqlalchemy",
    "files/queries.py": "import flask",
    "ledger/steps.py": "import qcdc_feedback.ledger.services",
    "petitions/services/take.py": "import qcdc_feedback.petitions.services.route",
    "admin/views.py": "import sqlalchemy",
    "notifications/models.py": "import qcdc_feedback.accounts.queries",
    "notifications/queries.py": "import qcdc_feedback.accounts.steps",
    "accounts/queries.py": "import qcdc_feedback.notifications",
}
DOORS = ("cli", "views", "forms", "serializers", "labels", "steps", "adapters", "queries", "models", "rules")
STAIRS = ("actors", "clock", "db", "errors", "forms", "i18n", "paging", "text", "web")


def lint_imports(folder):
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_house_keeps_its_contracts():
    result = lint_imports(house.ROOT)
    assert result.returncode == 0, (
        f"Run `lint-imports` and let rooms import only what lies below:\n{result.stdout}"
    )


def test_every_room_is_guarded_at_its_doors():
    guarded = {name.removeprefix("qcdc_feedback.") for name in CONTRACTS[1]["containers"]}
    assert set(house.ROOMS) - {"core"} == guarded, (
        "List each room among the containers of the doors in pyproject.toml."
    )


def test_each_contract_catches_a_breach(tmp_path):
    shutil.copy(house.ROOT / "pyproject.toml", tmp_path)
    build_empty_rooms(tmp_path / "qcdc_feedback")
    for name, breach in BREACHES.items():
        (tmp_path / "qcdc_feedback" / name).write_text(breach, encoding="utf-8")
    said = lint_imports(tmp_path).stdout
    assert f"0 kept, {len(CONTRACTS)} broken" in said, (
        f"Some contract no longer forbids what it should:\n{said}"
    )


def build_empty_rooms(package):
    rooms = [name.rpartition(".")[2] for name in CONTRACTS[1]["containers"]]
    files = [f"{room}/{door}.py" for room in rooms for door in ("__init__", *DOORS)]
    files += [f"{room}/services/__init__.py" for room in rooms]
    files += [f"core/{name}.py" for name in ("__init__", *STAIRS)]
    for name in ["__init__.py", "petitions/services/route.py", *files]:
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).touch()
