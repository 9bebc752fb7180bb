"""The postman's book: who has which letter, what became of it, and that no two have the same."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from qcdc_feedback.accounts.models import User
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.identities.queries import Address
from qcdc_feedback.identities.steps import keep_contact
from qcdc_feedback.notifications import queries, rules, services, steps
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.notifications.rules import LetterState

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def lan(inside):
    with transaction():
        return keep_contact("Lan", "lan@example.com").id


@transaction()
def _write(contact_id, *keys, due_at=AT):
    for key in keys:
        steps.enqueue("route_submitter", {"due_on": None}, key, contact_id=contact_id, due_at=due_at)


def _claim(worker="w1", now=AT, limit=10):
    return services.claim_letters(worker, now, limit)


def _letter(key="k1"):
    db.session.expire_all()
    return db.session.query(Letter).filter_by(key=key).one()


def test_what_is_due_is_handed_over_the_longest_waiting_first(lan):
    _write(lan, "late", due_at=AT - MINUTE)
    _write(lan, "later", due_at=AT)
    _write(lan, "latest", due_at=AT - 2 * MINUTE)
    _write(lan, "tomorrow", due_at=AT + timedelta(days=1))
    assert [letter.key for letter in _claim(limit=2)] == ["latest", "late"]
    assert [letter.key for letter in _claim()] == ["later"]


def test_an_attempt_is_counted_before_anything_is_sent(lan):
    _write(lan, "k1")
    (claimed,) = _claim()
    assert (claimed.to, claimed.attempts, claimed.first_tried_at) == (
        Address("Lan", "lan@example.com"),
        1,
        AT,
    )
    letter = _letter()
    assert (letter.state, letter.attempts, letter.lease_by) == (LetterState.CLAIMED, 1, "w1")


def test_a_letter_in_hand_is_given_to_nobody_else(lan):
    _write(lan, "k1")
    _claim("w1")
    assert _claim("w2", AT + rules.LEASE - MINUTE) == []


def test_a_letter_whose_postman_died_goes_to_another(lan):
    _write(lan, "k1")
    _claim("w1")
    (again,) = _claim("w2", AT + rules.LEASE)
    assert (again.attempts, again.first_tried_at) == (2, AT)


def test_who_comes_too_late_changes_nothing(lan):
    _write(lan, "k1")
    (mine,) = _claim("w1")
    _claim("w2", AT + rules.LEASE)
    services.mark_sent(mine.id, "w1", AT)
    services.give_up(mine.id, "w1", "x")
    services.drop_letter(mine.id, "w1", "x")
    services.try_again(mine, "w1", "x", AT, 0)
    letter = _letter()
    assert (letter.state, letter.lease_by, letter.last_error) == (LetterState.CLAIMED, "w2", None)


def test_a_sent_letter_is_done_with(lan):
    _write(lan, "k1")
    (claimed,) = _claim()
    services.mark_sent(claimed.id, "w1", AT + MINUTE)
    letter = _letter()
    assert (letter.state, letter.sent_at, letter.lease_by) == (LetterState.SENT, AT + MINUTE, None)
    assert _claim(now=AT + timedelta(days=30)) == []


def test_each_failure_is_waited_out_longer(lan):
    _write(lan, "k1")
    now, pauses = AT, []
    for _ in range(4):
        (claimed,) = _claim(now=now)
        assert services.try_again(claimed, "w1", "refused", now, 0) is LetterState.WAITING
        pauses.append(_letter().due_at - now)
        assert _claim(now=_letter().due_at - timedelta(seconds=1)) == []
        now = _letter().due_at
    assert pauses == [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE]
    assert _letter().last_error == "refused"


def test_after_five_days_of_trying_a_person_must_look(lan):
    _write(lan, "k1")
    (claimed,) = _claim()
    services.try_again(claimed, "w1", "refused", AT, 0)
    last = AT + rules.MAX_AGE
    (claimed,) = _claim(now=last)
    assert services.try_again(claimed, "w1", "refused", last, 0) is LetterState.FAILED
    assert [row.Letter.key for row in queries.failed().rows] == ["k1"]
    assert _claim(now=last + timedelta(days=1)) == []


def test_letters_that_waited_long_for_a_worker_are_tried_all_the_same(lan):
    _write(lan, "k1", due_at=AT - timedelta(days=30))
    (claimed,) = _claim()
    assert services.try_again(claimed, "w1", "refused", AT, 0) is LetterState.WAITING


def test_given_up_and_dropped_letters_are_told_apart(lan):
    _write(lan, "k1", "k2", "k3")
    first, second, _ = _claim()
    services.give_up(first.id, "w1", "no such mailbox")
    services.drop_letter(second.id, "w1", "no address")
    counts = queries.counts()
    assert (counts[LetterState.FAILED], counts[LetterState.DROPPED], counts[LetterState.CLAIMED]) == (1, 1, 1)
    assert counts[LetterState.SENT] == 0
    assert _letter("k2").last_error == "no address"


def test_a_letter_to_an_official_goes_to_the_account_while_it_is_open(inside):
    with transaction():
        minh = User(email="minh@example.com", name="Minh")
        db.session.add(minh)
        db.session.flush()
        steps.enqueue("route_handler", {}, "k1", user_id=minh.id, due_at=AT)
        steps.enqueue("route_handler", {}, "k2", user_id=minh.id, due_at=AT + MINUTE)
    assert _claim()[0].to == Address("Minh", "minh@example.com")
    with transaction():
        minh.closed_at = AT
    assert _claim(now=AT + MINUTE)[0].to is None


@pytest.mark.races
def test_two_postmen_never_carry_the_same_letter(inside, lan):
    _write(lan, *(f"k{number}" for number in range(30)))
    start, carried = threading.Barrier(4), []

    def carry(worker):
        with inside.app_context():
            start.wait()
            while claimed := services.claim_letters(worker, AT, 2):
                for letter in claimed:
                    services.mark_sent(letter.id, worker, AT)
                    carried.append(letter.key)

    threads = [threading.Thread(target=carry, args=(f"w{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(carried) == sorted(f"k{number}" for number in range(30))
    assert queries.counts()[LetterState.SENT] == 30
