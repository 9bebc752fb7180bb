"""The administrator in tests: a small town, and a browser in which its administrator has signed in."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests import given


@pytest.fixture
def town(app, clean):
    """Build the town; no context is held open."""
    with app.app_context():
        return given.a_town()


@pytest.fixture
def browser(client, town):
    """Return a browser in which the administrator has signed in."""
    return given.signed_in(client, town.people["admin"])


@pytest.fixture
def office(app):
    """Return a way to ask something inside the house, with a context of its own."""

    def ask(question):
        with app.app_context():
            return question()

    return ask


@pytest.fixture
def statements():
    """Return a way to collect the statements that are sent to the database."""

    @contextmanager
    def collecting():
        sent = []

        def note(_connection, _cursor, statement, *_rest):
            if not statement.startswith("BEGIN"):
                sent.append(statement)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(Engine, "before_cursor_execute", note)

    return collecting
