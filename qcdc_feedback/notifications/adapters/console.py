"""Letters on the console, for who tries the service without a mail server."""

import click

from qcdc_feedback.notifications.adapters.rendering import Text


def show(text: Text, address: str) -> None:
    """Print one letter."""
    click.echo(f"To: {address}\nSubject: {text.subject}\n\n{text.body}")
