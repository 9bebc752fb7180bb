"""`flask petitions procedure`: the table as a page."""

import click
from flask.cli import AppGroup

from qcdc_feedback.petitions.serializers import procedure_page

petitions_cli = AppGroup("petitions", help="Petitions: the procedure as it stands in the code.")


@petitions_cli.command("procedure")
def procedure() -> None:
    """Print docs/procedure.md as the table has it."""
    click.echo(procedure_page(), nl=False)
