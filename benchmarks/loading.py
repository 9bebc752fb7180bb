"""Rows on their fastest way into a database: COPY on PostgreSQL, executemany on SQLite."""

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from qcdc_feedback.core.db import Base

Rows = Mapping[str, list[dict[str, Any]]]


class Loader:
    """Writes rows into their tables; what a row leaves out has the default of its column."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._on_postgresql = engine.dialect.name == "postgresql"

    def write(self, rows: Rows) -> None:
        """Write everything in one transaction, what is referred to first."""
        with self._engine.begin() as connection:
            for table in Base.metadata.sorted_tables:
                if rows.get(table.name):
                    self._fill(connection, table, rows[table.name])

    def finish(self) -> None:
        """Let counters go on behind the last row, and let the planner know what there is."""
        with self._engine.begin() as connection:
            if self._on_postgresql:
                _set_counters(connection)
            connection.execute(sa.text("ANALYZE"))

    def _fill(self, connection: Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        read = _reader(table, self._engine)
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        if self._on_postgresql:
            cursor = connection.connection.cursor()
            with cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:  # type: ignore[attr-defined]
                for row in rows:
                    copy.write_row(read(row))
            return
        places = ", ".join("?" * len(table.columns))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({names}) VALUES ({places})", [read(row) for row in rows]
        )


def _reader(table: sa.Table, engine: Engine) -> Callable[[dict[str, Any]], tuple[Any, ...]]:
    columns = [(column.name, _default(column), _writer(column, engine)) for column in table.columns]

    def read(row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(
            row.get(name, default) if write is None else write(row.get(name, default))
            for name, default, write in columns
        )

    return read


def _writer(column: sa.Column[Any], engine: Engine) -> Callable[[Any], Any] | None:
    # What SQLAlchemy does with each value; asked for once, not for each statement.
    return column.type.dialect_impl(engine.dialect).bind_processor(engine.dialect)


def _default(column: sa.Column[Any]) -> Any:
    default = column.default
    return default.arg if isinstance(default, sa.ColumnDefault) and default.is_scalar else None


def _set_counters(connection: Connection) -> None:
    for table in Base.metadata.sorted_tables:
        if "id" in table.columns:
            newest = f"(SELECT max(id) FROM {table.name})"
            counter = f"pg_get_serial_sequence('{table.name}', 'id')"
            connection.execute(sa.text(f"SELECT setval({counter}, {newest}) WHERE {newest} IS NOT NULL"))
