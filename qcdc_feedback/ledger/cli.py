"""Commands for the record."""

from contextlib import closing

import click
from flask.cli import AppGroup

from qcdc_feedback.ledger import queries, rules

ledger_cli = AppGroup("ledger", help="The record that nobody can quietly change.")


@ledger_cli.command()
def check() -> None:
    """Compute every hash anew and follow the chain of every case; exit 1 where it breaks."""
    count, subject, before = 0, "", None
    with closing(queries.cases()) as rows:
        for row in rows:
            if row.subject != subject:
                subject, before = row.subject, None
            if row.prev_hash != before or not rules.is_whole(row.content, row.leaf_hash, subject, before):
                raise click.ClickException(f"The record is broken at row {row.id}, case {subject}.")
            count, before = count + 1, row.leaf_hash
    click.echo(f"The record is whole: {count} events.")
