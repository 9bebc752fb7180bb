"""Migrations: numbered, one after the other, free of our code, and leading to the tables we have."""

import ast
import os
import re
import subprocess
import sys

from tests.conventions import house

FOLDER = house.ROOT / "migrations"
NUMBERED = re.compile(r"(\d{4})_[a-z0-9_]+\.py")


def versions():
    return sorted((FOLDER / "versions").glob("*.py"))


def constant(path, name):
    for node in house.tree(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return ast.literal_eval(node.value)
    return None


def test_migrations_are_numbered_without_a_gap():
    found = [path.name for path in versions() if not NUMBERED.fullmatch(path.name)]
    house.nothing(found, "Name migrations 0001_what_it_does.py; `make migrate` does:")
    numbers = [path.name[:4] for path in versions()]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)], (
        f"Numbers without a gap, not {numbers}"
    )


def test_each_migration_follows_the_one_before():
    found = []
    before = None
    for path in versions():
        number = path.name[:4]
        if (constant(path, "revision"), constant(path, "down_revision")) != (number, before):
            found.append(f"{house.place(path)}: revision {number!r}, down_revision {before!r}")
        before = number
    house.nothing(found, "One line and one head; these should be:")


def test_head_names_the_newest_migration():
    newest = versions()[-1].name[:4]
    written = house.text(FOLDER / "HEAD").split()
    assert written == [newest], (
        f"migrations/HEAD should hold {newest}: two branches must conflict there, not later"
    )


def test_migrations_import_nothing_of_ours():
    found = [
        house.place(path, node)
        for path, node in house.nodes(versions(), ast.Import, ast.ImportFrom)
        if (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
        not in {"alembic", "sqlalchemy", "datetime", "collections"}
    ]
    house.nothing(found, "Code changes and old migrations must not; write what they need into them:")


def test_migrations_lead_both_ways():
    found = []
    for path in versions():
        ways = {node.name: node for node in house.tree(path).body if isinstance(node, ast.FunctionDef)}
        for way in ("upgrade", "downgrade"):
            deeds = [node for node in ways[way].body if not isinstance(node, ast.Pass)] if way in ways else []
            if not deeds:
                found.append(f"{house.place(path)}: {way}")
    house.nothing(found, "Write both directions:")


def test_migrations_lead_to_the_tables_of_the_models(tmp_path):
    settings = {
        **os.environ,
        "QCDC_INSTANCE": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3",
    }
    for command in ("upgrade", "check"):
        said = subprocess.run(
            [sys.executable, "-m", "flask", "db", command],
            cwd=house.ROOT,
            env=settings,
            capture_output=True,
            text=True,
            check=False,
        )
        advice = 'The models say something else (until the first release write 0001 anew): make migrate m="…"'
        assert said.returncode == 0, f"{advice}\n{said.stdout}{said.stderr}"
