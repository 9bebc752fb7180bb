"""`flask clock`: what is due, what happens by itself, and why a date is what it is."""


import click
from flask.cli import AppGroup

from qcdc_feedback.petitions.cli.night import run_night

clock_cli = AppGroup("clock", help="Due dates: what is due, and what happens by itself.")


@clock_cli.command("run")
def run() -> None:
    """Remind, lapse, break promises, close, warn and escalate; run it every day, or more often."""
    done = run_night(lambda line: click.echo(line, err=True))
    click.echo(", ".join(f"{name}: {count}" for name, count in done.items()))
