"""The stage: an app, a database that forgets after each test, a browser without a screen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from config import from_environment
from qcdc_feedback import create_app
from qcdc_feedback.core.db import Base, db

MAINTENANCE = os.environ.get("TEST_DATABASE_URL", "")


def _database(place: Path, name: str) -> str:
    """Return the address of an empty database of this worker's own."""
    if not MAINTENANCE:
        return f"sqlite:///{place}/{name}.sqlite3"
    url = sa.make_url(MAINTENANCE).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
        # Durability is proven elsewhere; here a commit need not wait for the disk.
        connection.execute(sa.text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Return the app as a city would run it, on this worker's own database and folder."""
    place = tmp_path_factory.mktemp("house")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    environ = {
        "QCDC_INSTANCE": str(place),
        "DATABASE_URL": _database(place, f"qcdc_test_{os.getpid()}_{worker}"),
    }
    app = create_app({**from_environment(environ), "TESTING": True, "WTF_CSRF_ENABLED": False})
    with app.app_context():
        db.create_all()
    yield app
    with app.app_context():
        db.session.remove()
        url = db.engine.url
        db.engine.dispose()
    if MAINTENANCE:
        engine = sa.create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)'))
        engine.dispose()


@pytest.fixture
def clean(app: Flask) -> Flask:
    """Let the database be empty before the test."""
    with app.app_context(), db.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
    return app


@pytest.fixture
def inside(clean: Flask) -> Iterator[Flask]:
    """Stand inside the house, with an app context, for tests of services and queries."""
    with clean.app_context():
        yield clean


@pytest.fixture
def client(clean: Flask) -> FlaskClient:
    """Return a browser without a screen; no app context is held open, or two visitors would share it."""
    return clean.test_client()
