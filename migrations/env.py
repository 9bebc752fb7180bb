"""How the schema moves: revisions are numbered, our types are written as SQL types, SQLite is mended."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import context
from alembic.operations.ops import MigrationScript
from flask import current_app

_HERE = Path(__file__).parent


def _number(_context: Any, _revision: Any, directives: list[MigrationScript]) -> None:
    script = directives[0]
    if script.message is None:  # `flask db check` only looks
        return
    known = [path.name[:4] for path in (_HERE / "versions").glob("[0-9]*.py")]
    script.rev_id = f"{max(map(int, known), default=0) + 1:04d}"
    (_HERE / "HEAD").write_text(f"{script.rev_id}\n", encoding="ascii")


def _as_sql(kind: str, thing: Any, _autogen: Any) -> str | bool:
    """Write our column types as plain SQL types: migrations import nothing of ours."""
    if kind != "type":
        return False
    if isinstance(thing, sa.types.TypeDecorator):
        return f"sa.{thing.impl!r}"
    if isinstance(thing, sa.Enum):
        return f"sa.String(length={thing.length})"
    return False


def _same_type(
    _context: Any, _inspected: Any, _column: Any, inspected_type: Any, metadata_type: Any
) -> bool | None:
    """Words are kept as VARCHAR: an Enum in the models is no difference."""
    if isinstance(metadata_type, sa.Enum) and isinstance(inspected_type, sa.String):
        return False
    return None


def _run() -> None:
    database = current_app.extensions["migrate"].db
    with database.engine.connect() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:  # batch operations drop and rebuild tables
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            process_revision_directives=_number,
            render_item=_as_sql,
            compare_type=_same_type,
            render_as_batch=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        if on_sqlite:
            connection.commit()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"the migration left rows without their parents: {broken[:5]}")
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")


_run()
