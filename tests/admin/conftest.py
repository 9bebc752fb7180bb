"""The administrator in tests: a small town, and a browser in which its administrator has signed in."""

import pytest

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
