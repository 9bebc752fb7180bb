"""Letters written with the deed: once for each key, undone with it."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.identities.steps import keep_contact
from qcdc_feedback.notifications import steps
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.notifications.rules import Channel, LetterState

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def lan(inside):
    with transaction():
        return keep_contact("Lan", "lan@example.com", locale="en").id


@transaction()
def _enqueue(*given, **named):
    steps.enqueue(*given, **named)


def _letters():
    return db.session.scalars(sa.select(Letter).order_by(Letter.id)).all()


def test_a_letter_waits_for_the_postman(lan):
    with clock.at(AT):
        _enqueue(
            "route_submitter",
            {"code": "PA-1", "due_on": date(2026, 12, 7)},
            "k1",
            contact_id=lan,
            locale="vi",
        )
    (letter,) = _letters()
    assert (letter.template, letter.key, letter.locale) == ("route_submitter", "k1", "vi")
    assert letter.context == {"code": "PA-1", "due_on": "2026-12-07"}
    assert (letter.to_contact_id, letter.to_user_id, letter.channel) == (lan, None, Channel.EMAIL)
    assert (letter.state, letter.attempts, letter.due_at) == (LetterState.WAITING, 0, AT)


def test_people_are_written_to_in_the_language_they_chose(lan):
    _enqueue("route_submitter", {}, "k1", contact_id=lan)
    assert [letter.locale for letter in _letters()] == ["en"]


def test_a_letter_may_be_written_for_later(lan):
    _enqueue("remind", {}, "k1", contact_id=lan, due_at=AT + timedelta(days=3))
    assert _letters()[0].due_at == AT + timedelta(days=3)


def test_the_same_key_writes_one_letter(lan):
    with transaction():
        steps.enqueue("first", {}, "k1", contact_id=lan)
        steps.enqueue("again", {}, "k1", contact_id=lan)
    _enqueue("later", {}, "k1", contact_id=lan)
    assert [letter.template for letter in _letters()] == ["first"]


@pytest.mark.races
def test_the_same_key_at_the_same_moment_writes_one_letter_and_fails_nobody(inside, lan):
    start, failed = threading.Barrier(6), []

    def write():
        with inside.app_context():
            start.wait()
            try:
                _enqueue("route_submitter", {}, "k1", contact_id=lan)
            except Exception as error:
                failed.append(error)

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (failed, len(_letters())) == ([], 1)


def test_without_the_deed_there_is_no_letter(lan):
    with pytest.raises(ZeroDivisionError), transaction():
        steps.enqueue("route_submitter", {}, f"k{lan}", contact_id=lan) or 1 / 0
    assert _letters() == []


@pytest.mark.parametrize("to", [{}, {"contact_id": 1, "user_id": 1}])
def test_a_letter_goes_to_exactly_one_person(inside, to):
    with pytest.raises(ValueError, match="contact or to a user"):
        _enqueue("route_submitter", {}, "k1", **to)


def test_objects_do_not_travel(lan):
    with pytest.raises(ValueError, match="not for a letter"):
        _enqueue("route_submitter", {"petition": object()}, "k1", contact_id=lan)
    assert _letters() == []
