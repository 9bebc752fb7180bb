"""The desks in tests: petitions brought about by the use cases, officials signed in, statements counted."""

from contextlib import contextmanager
from html import unescape

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.procedure import State
from tests import given


class Office:
    """A small town at work, each official with a browser of their own."""

    def __init__(self, app):
        self.app = app
        with app.app_context():
            self.town = given.a_town()

    def bring(self, at=State.RECEIVED, then=None, **filing):
        """Bring a petition to a state and return its number; then may do more with it."""
        with self.app.app_context():
            petition = given.a_petition(self.town, at=at, **filing)
            if then:
                then(petition, self.town)
            return petition.code

    def browser(self, name):
        """Return the browser of an official."""
        return given.signed_in(self.app.test_client(), self.town.people[name])

    def petition(self, code):
        """Return the petition as it is kept now."""
        with self.app.app_context():
            return db.session.scalars(db.select(Petition).where(Petition.code == code)).one()


@pytest.fixture
def office(app, clean):
    return Office(app)


def _words(answer):
    return unescape(answer.get_data(as_text=True))


@pytest.fixture
def words():
    """Return what a page says, as a person reads it."""
    return _words


@pytest.fixture
def statements():
    """Return a way to collect the statements that are sent to the database."""

    @contextmanager
    def collecting():
        sent = []

        def note(_connection, _cursor, statement, *_rest):
            if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")):
                sent.append(statement)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(Engine, "before_cursor_execute", note)

    return collecting
