"""Commands for the folder of files."""

from datetime import timedelta

import click
from flask.cli import AppGroup

from qcdc_feedback.core import clock
from qcdc_feedback.files import adapters, queries

ORPHAN_AFTER = timedelta(hours=24)

files_cli = AppGroup("files", help="The folder of attached files.")


@files_cli.command()
def sweep() -> None:
    """Delete files that no row names and that have lain there for a day."""
    moment = clock.now() - ORPHAN_AFTER
    old = list(adapters.older_than(moment))
    kept = queries.hashes()
    swept = sum(adapters.discard(path, moment) for path in old if adapters.sha256_of(path) not in kept)
    click.echo(f"Deleted {swept} files that nothing refers to.")
