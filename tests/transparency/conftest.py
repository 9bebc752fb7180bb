"""The public pages in tests: petitions played by the use cases, read by a stranger, statements counted."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests import given


@pytest.fixture
def play(clean):
    """Return a function that plays scenes in a town and gives what each returns.

    The context is closed before pages are read: two visitors would share it.
    """

    stage = SimpleNamespace()

    def scenes(*deeds):
        with clean.app_context():
            if not vars(stage):
                town = given.a_town()
                vars(stage).update(
                    {name: person.actor for name, person in town.people.items()}, id_of=town.id_of
                )
            return [deed(stage) for deed in deeds]

    return scenes


@pytest.fixture
def read(client):
    """Return a function that reads a page as a stranger does and gives its text."""

    def page(address, status=200):
        with client.get(address) as answer:
            assert answer.status_code == status, f"{address}: {answer.status}"
            return answer.get_data(as_text=True)

    return page


@contextmanager
def _counting():
    sent = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def counting():
    """Return a context in which every SQL statement is noted."""
    return _counting
