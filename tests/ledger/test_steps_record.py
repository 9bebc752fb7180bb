"""Events written down: chained within their case, promised without being shown, undone with the deed."""

import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.ledger import adapters, queries, rules, steps
from qcdc_feedback.ledger.models import CaseKey, LedgerRow

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
PHOTO = "ab" * 32


@transaction()
def _open():
    return steps.open_case()


@transaction()
def _record(subject, event="petition.routed", facts=None, content=None, at=AT):
    return steps.record(subject, event, facts or {}, content, at)


def _key(subject):
    row = db.session.scalar(sa.select(CaseKey).filter_by(subject=subject))
    return adapters.unwrap(subject, row.key_id, row.wrapped)


def test_a_case_gets_a_random_name_and_a_key_of_its_own(inside):
    first, second = _open(), _open()
    assert len(first) == len(bytes.fromhex(first)) * 2 == 32
    assert first != second
    assert len(_key(first)) == 32
    assert _key(first) != _key(second)


def test_the_number_of_the_wrapping_key_is_kept(inside):
    _open()
    assert db.session.scalars(sa.select(CaseKey.key_id)).all() == [1]


def test_an_event_is_written_as_anyone_can_check_it(inside):
    subject = _open()
    content = {"title": "Đèn hỏng", "text": "Trước nhà số 5"}
    with clock.at(AT + timedelta(seconds=2)):
        row = _record(subject, "petition.received", {"no": 123, "due": "2026-12-07", "att": [PHOTO]}, content)
    assert json.loads(row.content) == {
        "v": 1,
        "t": "petition.received",
        "case": subject,
        "at": "2026-11-23T10:00:00+07:00",
        "rec": "2026-11-23T10:00:02+07:00",
        "no": 123,
        "due": "2026-12-07",
        "att": [rules.file_commitment(_key(subject), PHOTO)],
        "commit": rules.commitment(_key(subject), content),
    }
    assert row.leaf_hash == rules.leaf_hash(row.content.encode())
    assert (row.event, row.at, row.recorded_at) == ("petition.received", AT, AT + timedelta(seconds=2))
    assert (row.prev_hash, row.place) == (None, None)


def test_each_event_names_the_one_before_it_in_its_case(inside):
    mine, other = _open(), _open()
    first = _record(mine)
    _record(other)
    second = _record(mine)
    assert json.loads(second.content)["prev"] == second.prev_hash == first.leaf_hash
    assert queries.story(mine) == [first, second]
    assert queries.find_newest(mine) is second
    assert queries.find_newest("none") is None


def test_events_are_read_on_from_where_one_stopped(inside):
    subject = _open()
    rows = [_record(subject) for _ in range(3)]
    assert queries.rows_after(rows[0].id) == rows[1:]
    assert queries.rows_after(0, limit=2) == rows[:2]
    assert queries.rows_after(rows[2].id) == []


def test_no_word_of_the_content_stands_in_the_record(inside):
    row = _record(_open(), content={"name": "Lan", "phone": "0912345678", "text": "Bí mật"})
    for word in ("Lan", "0912345678", "Bí mật"):
        assert word not in row.content


def test_a_fact_that_is_not_on_the_list_is_refused_and_nothing_written(inside):
    subject = _open()
    with pytest.raises(ValueError, match="phone"):
        _record(subject, facts={"phone": "0912345678"})
    assert queries.story(subject) == []


def test_an_event_is_undone_with_its_deed(inside):
    subject = _open()
    with pytest.raises(ZeroDivisionError), transaction():
        steps.record(subject, "petition.routed", {}, None, AT).id / 0
    assert queries.story(subject) == []


def test_without_its_key_a_case_goes_on_but_promises_nothing_more(inside):
    subject = _open()
    promised = _record(subject, content={"name": "Lan"})
    with transaction():
        db.session.execute(sa.delete(CaseKey).filter_by(subject=subject))
    erased = _record(subject, "petition.erased", {"scope": "identity"})
    assert erased.prev_hash == promised.leaf_hash
    with pytest.raises(adapters.KeyMissing):
        _record(subject, content={"name": "Lan"})


def test_a_case_cannot_fork(inside):
    first = _record(_open())
    _record(first.subject)
    fork = {
        "subject": first.subject,
        "event": "x",
        "content": "{}",
        "leaf_hash": "f" * 64,
        "at": AT,
        "recorded_at": AT,
    }
    with pytest.raises(IntegrityError), transaction():
        db.session.add(LedgerRow(prev_hash=first.leaf_hash, **fork))


@pytest.mark.races
def test_events_of_one_case_at_the_same_moment_stand_in_one_line(inside):
    subject = _open()
    start = threading.Barrier(6)

    def write():
        with inside.app_context():
            start.wait()
            _record(subject)

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    story = queries.story(subject)
    assert [row.prev_hash for row in story] == [None, *[row.leaf_hash for row in story[:-1]]]
    assert len(story) == 6
