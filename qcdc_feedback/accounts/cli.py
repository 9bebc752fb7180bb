"""Accounts at the command line: the first administrator, who opens all others."""

import sys

import click
from flask.cli import AppGroup

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.authorities.queries import root
from qcdc_feedback.core.actors import SYSTEM, Role
from qcdc_feedback.core.errors import DomainError

accounts_cli = AppGroup("accounts", help="Accounts of the people who sign in.")


@accounts_cli.command("create-admin")
@click.argument("email")
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, do not ask.")
def create_admin(email: str, name: str, password_stdin: bool) -> None:
    """Open an account for an administrator; one that exists is appointed and keeps its password."""
    try:
        person = queries.find_by_email(email)
        if person is None:
            person = services.open_account(SYSTEM, email, name, _password(password_stdin))
        services.appoint(person, root(), SYSTEM, Role.ADMIN)
    except DomainError as refusal:
        raise click.ClickException(
            f"{type(refusal).__name__}: {refusal.facts or refusal.__doc__}"
        ) from refusal
    click.echo(f"{person.email} administers {root().name}.")


def _password(password_stdin: bool) -> str:
    if password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return click.prompt("Password", hide_input=True, confirmation_prompt=True)
