"""The postman: run every minute, by as many machines as one likes."""

import os
import random
import secrets
import socket
from collections import Counter

import click
from flask import current_app
from flask.cli import AppGroup

from qcdc_feedback.core import clock
from qcdc_feedback.notifications import queries, services
from qcdc_feedback.notifications.adapters import console, email, rendering
from qcdc_feedback.notifications.rules import Channel, LetterState

letters_cli = AppGroup("letters", help="Letters to citizens and officials.")


@letters_cli.command()
def deliver() -> None:
    """Send the letters that are due, until none is left."""
    worker = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"
    outcomes: Counter[LetterState] = Counter()
    try:
        # One at a time: a worker that dies holds up one letter, not a heap of them.
        while claimed := services.claim_letters(worker, clock.now(), limit=1):
            outcomes[_deliver(claimed[0], worker)] += 1
    except email.Unreachable as error:
        raise click.ClickException(f"The mail server cannot be reached, the letters wait: {error}") from error
    finally:
        click.echo(", ".join(f"{count} {state}" for state, count in outcomes.items()) or "No letters.")


@letters_cli.command("list")
def list_failed() -> None:
    """Show how many letters there are, and the newest that a person must look at."""
    for state, count in queries.counts().items():
        click.echo(f"{state:<8} {count}")
    for (letter,) in queries.failed().rows:
        click.echo(
            f"{letter.id}  {letter.template}  {letter.key}  {letter.attempts} attempts  {letter.last_error}"
        )


def _deliver(letter: services.Claimed, worker: str) -> LetterState:
    if letter.to is None:
        services.drop_letter(letter.id, worker, "no address")
        return LetterState.DROPPED
    try:
        _send(letter, letter.to.name, letter.to.email)
    except email.Refused as error:
        services.give_up(letter.id, worker, str(error))
        return LetterState.FAILED
    except Exception as error:  # one letter that goes wrong must not stop the others
        told = f"{type(error).__name__}: {error}".replace(letter.to.email, "…")
        state = services.try_again(letter, worker, told, clock.now(), random.random())
        if isinstance(error, email.Unreachable):
            raise
        return state
    services.mark_sent(letter.id, worker, clock.now())
    return LetterState.SENT


def _send(letter: services.Claimed, name: str, address: str) -> None:
    text = rendering.text_of(letter.template, {**letter.context, "name": name}, letter.locale)
    match letter.channel:
        case Channel.EMAIL if current_app.config["MAIL_SERVER"]:
            email.send(text, address, letter.key)
        case Channel.EMAIL | Channel.CONSOLE:
            console.show(text, address)
        case _:
            raise LookupError(f"nobody carries letters by {letter.channel}")
