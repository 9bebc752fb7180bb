"""From the outbox to a real mail server: what arrives, and what happens when it does not."""

import socket
import threading
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.identities.steps import erase_contact, keep_contact
from qcdc_feedback.notifications import queries, rules, services, steps
from qcdc_feedback.notifications.adapters import email
from qcdc_feedback.notifications.adapters.rendering import Text
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.notifications.rules import Channel, LetterState

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def postman(inside, templates):
    """Deliver what is due at a moment; return what the command said."""

    def deliver(at=AT):
        with clock.at(at):
            return inside.test_cli_runner().invoke(args=["letters", "deliver"])

    return deliver


@transaction()
def _letter_to(
    email="lan@example.com", key="s1.7.submitter", template="told", locale="vi", name="Nguyễn Thị Lan"
):
    contact = keep_contact(name, email, locale=locale)
    context = {"code": "PA-2026-000123", "due_on": date(2026, 12, 7)}
    steps.enqueue(template, context, key, contact_id=contact.id, due_at=AT)
    return contact


def _row():
    db.session.expire_all()
    return db.session.scalars(sa.select(Letter)).one()


def test_a_letter_arrives_in_vietnamese_and_under_its_own_name(postman, sink):
    _letter_to()
    assert "1 sent" in postman().output
    ((envelope, letter),) = sink.received
    assert envelope.rcpt_tos == ["lan@example.com"]
    assert letter["Subject"] == "Hồ sơ PA-2026-000123 đã có cơ quan giải quyết"
    assert letter["To"] == "lan@example.com"
    assert letter["Message-ID"] == "<s1.7.submitter@qcdc.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    body = letter.get_content()
    assert "Kính gửi ông/bà Nguyễn Thị Lan," in body
    assert "Hạn trả lời: 07/12/2026." in body
    assert "https://qcdc.example/track" in body
    assert (_row().state, _row().sent_at) == (LetterState.SENT, AT)
    assert "No letters" in postman().output


def test_an_english_letter_writes_dates_and_leads_to_pages_in_english(postman, sink):
    _letter_to(locale="en")
    postman()
    body = sink.received[0][1].get_content()
    assert "7 December 2026" in body
    assert "https://qcdc.example/en/track" in body


def test_without_a_mail_server_letters_are_shown_on_the_console(postman):
    _letter_to()
    said = postman().output
    assert "To: lan@example.com\nSubject: Hồ sơ PA-2026-000123" in said
    assert "1 sent" in said


@pytest.mark.parametrize(("channel", "outcome"), [(Channel.CONSOLE, "1 sent"), (Channel.SMS, "1 waiting")])
def test_a_letter_never_takes_another_way_than_it_was_meant_to(postman, sink, channel, outcome):
    _letter_to()
    with transaction():
        db.session.execute(sa.update(Letter).values(channel=channel))
    assert outcome in postman().output
    assert sink.received == []


def test_a_letter_with_nowhere_to_go_is_dropped(postman, sink):
    contact = _letter_to()
    with transaction():
        erase_contact(contact, AT)
    assert "1 dropped" in postman().output
    assert (sink.received, _row().last_error) == ([], "no address")


def test_a_server_that_has_no_time_is_asked_again_later(postman, sink):
    _letter_to()
    sink.answer = "451 later"
    assert "1 waiting" in postman().output
    first = _row().due_at
    assert timedelta(minutes=1) <= first - AT <= timedelta(minutes=1.25)
    assert "lan@example.com" not in _row().last_error
    postman(at=first)
    assert timedelta(minutes=2) <= _row().due_at - first <= timedelta(minutes=2.5)
    sink.answer = "250 OK"
    assert "1 sent" in postman(at=_row().due_at).output
    assert (len(sink.received), _row().attempts) == (1, 3)


def test_a_mailbox_that_does_not_exist_is_not_tried_again(postman, sink):
    _letter_to()
    sink.answer = "550 no such user"
    assert "1 failed" in postman().output
    assert _row().state is LetterState.FAILED
    assert "550" in _row().last_error


def test_a_server_that_is_gone_stops_the_round_and_costs_one_letter_one_attempt(
    postman, served_by, free_port
):
    served_by(free_port)
    _letter_to(key="k1")
    _letter_to(key="k2")
    result = postman()
    assert (result.exit_code, "cannot be reached" in result.output) == (1, True)
    db.session.expire_all()
    assert sorted(db.session.scalars(sa.select(Letter.attempts))) == [0, 1]
    assert queries.counts()[LetterState.WAITING] == 2


def test_a_silent_server_is_not_waited_for_longer_than_the_timeout(postman, served_by, monkeypatch):
    monkeypatch.setattr(email, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        served_by(silent.getsockname()[1])
        _letter_to()
        assert "cannot be reached" in postman().output
    assert _row().state is LetterState.WAITING


def test_one_letter_that_cannot_be_written_does_not_stop_the_others(postman, sink):
    _letter_to(key="k1", template="broken")
    _letter_to(key="k2", template="no_such_template")
    _letter_to(key="k3")
    result = postman()
    assert (result.exit_code, "2 waiting" in result.output, "1 sent" in result.output) == (0, True, True)
    assert len(sink.received) == 1


def test_while_the_mail_server_thinks_others_can_write(postman, sink, inside):
    done = []

    def write():
        with inside.app_context():
            _letter_to(key="meanwhile", email="")
            done.append(True)

    _letter_to()
    sink.deed = write
    postman()
    assert done == [True]


def test_a_postman_who_died_after_sending_leaves_a_twin_under_the_same_name(postman, sink):
    _letter_to()
    (letter,) = services.claim_letters("w1", AT, 1)
    email.send(Text("Một", "Hai\n"), letter.to.email, letter.key)
    assert "No letters" in postman().output
    assert "1 sent" in postman(at=AT + rules.LEASE).output
    first, second = (received["Message-ID"] for _, received in sink.received)
    assert first == second


def test_postmen_at_the_same_time_send_each_letter_once(postman, sink, inside):
    for number in range(6):
        _letter_to(key=f"k{number}")

    def deliver():
        with clock.at(AT):
            inside.test_cli_runner().invoke(args=["letters", "deliver"])

    threads = [threading.Thread(target=deliver) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = [letter["Message-ID"] for _, letter in sink.received]
    assert sorted(names) == [f"<k{number}@qcdc.example>" for number in range(6)]


def test_the_list_names_letters_that_a_person_must_look_at(postman, sink, inside):
    _letter_to()
    sink.answer = "550 no such user"
    postman()
    said = inside.test_cli_runner().invoke(args=["letters", "list"]).output
    assert "failed   1" in said
    assert "s1.7.submitter" in said
    assert "550" in said
