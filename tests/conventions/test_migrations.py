"""Migrations: numbered, one after the other, free of our code, and leading to the tables we have."""

import ast
import logging
import os
import re

import pytest
import sqlalchemy as sa
from flask_migrate.cli import db as migrations

from config import from_environment
from qcdc_feedback import create_app, know_migrations
from qcdc_feedback.core.db import db
from tests.conventions import house

FOLDER = house.ROOT / "migrations"
MAINTENANCE = os.environ.get("TEST_DATABASE_URL", "")
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
    newest = [path.name[:4] for path in versions()][-1:]
    written = house.text(FOLDER / "HEAD").split()
    assert newest == written, (
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


@pytest.fixture
def empty(tmp_path):
    """Return an app on an empty database of the kind that is being tested."""
    name = f"qcdc_check_{os.getpid()}"
    address = f"sqlite:///{tmp_path}/empty.sqlite3"
    if MAINTENANCE:
        on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}")
        address = sa.make_url(MAINTENANCE).set(database=name).render_as_string(hide_password=False)
    app = create_app(from_environment({"QCDC_INSTANCE": str(tmp_path), "DATABASE_URL": address}))
    know_migrations(app)
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    if MAINTENANCE:
        on_server(f"DROP DATABASE {name} WITH (FORCE)")


def on_server(*statements):
    engine = sa.create_engine(MAINTENANCE, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_migrations_lead_to_the_tables_of_the_models_and_back(empty, caplog):
    caplog.set_level(logging.CRITICAL, logger="flask_migrate")  # it would print every table
    for step in ("upgrade", "check", "downgrade base", "upgrade", "check"):
        done = empty.test_cli_runner().invoke(migrations, step.split())
        assert done.exit_code == 0, (
            f"`flask db {step}` fails: {done.exception!r}. If the models have changed: "
            'make migrate m="what changed" (until the first release write 0001 anew)'
        )
