"""Who is found, in which order, and with how many statements."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.core.actors import SYSTEM, Role
from qcdc_feedback.core.db import db


@contextmanager
def statements():
    """Count the SELECTs sent inside the block, starting with an empty session."""
    db.session.remove()
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        if statement.startswith("SELECT"):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.fixture
def team(works):
    people = [
        services.open_account(SYSTEM, f"{n}@example.com", name, None)
        for n, name in enumerate(["Cúc", "An", "Bình", "An"])
    ]
    for person in people[:3]:
        services.appoint(person, works, SYSTEM, Role.OFFICER)
    services.appoint(people[3], works, SYSTEM, Role.HEAD)
    return works.id


def test_officers_come_by_name_and_heads_are_not_among_them(team):
    assert [(row.name, row.email) for row in queries.officers_of(team)] == [
        ("An", "1@example.com"),
        ("Bình", "2@example.com"),
        ("Cúc", "0@example.com"),
    ]
    assert [row.email for row in queries.holders(Role.HEAD, team)] == ["3@example.com"]
    assert queries.officers_of(team + 1) == []


def test_people_come_by_name_page_by_page_with_their_posts(team):
    with statements() as seen:
        page = queries.people()
        assert [row.User.email[0] for row in page.rows] == ["1", "3", "2", "0"]
        assert page.rows[0].User.assignments[0].authority.id == team
    assert len(seen) <= 2
    assert page.after is None


def test_who_is_signed_in_is_known_after_two_statements(team):
    key = queries.find_by_email("1@example.com").session_key
    with statements() as seen:
        actor = queries.find_by_session_key(key).actor
    assert actor.authorities_as(Role.OFFICER) == {team}
    assert len(seen) == 2


def test_a_sign_in_asks_the_database_nothing_while_the_password_is_checked(official):
    with statements() as seen:
        person = queries.find_by_email(official.email)
        before = len(seen)
        services.sign_in(person, "đèn đường cuối phố")
    assert len(seen) == before
