"""A place to measure in: a folder and an empty database of our own, both gone afterwards."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

_ROOM = {"SECRET_KEY": "benchmarks-only-never-in-production", "QCDC_MODE": "development", "DEMO": "0"}


@contextmanager
def installation(maintenance: str) -> Iterator[dict[str, str]]:
    """Give the environment of an installation; maintenance is the PostgreSQL server's address, or nothing."""
    with tempfile.TemporaryDirectory(prefix="qcdc-benchmarks-") as folder:
        if not maintenance:
            yield {**_ROOM, "QCDC_INSTANCE": folder, "DATABASE_URL": f"sqlite:///{folder}/qcdc.sqlite3"}
            return
        url = sa.make_url(maintenance).set(drivername="postgresql+psycopg")
        name = f"qcdc_benchmarks_{os.getpid()}"
        _tell(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
        try:
            address = url.set(database=name).render_as_string(hide_password=False)
            yield {**_ROOM, "QCDC_INSTANCE": folder, "DATABASE_URL": address}
        finally:
            _tell(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _tell(url: sa.URL, *statements: str) -> None:
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
    engine.dispose()
