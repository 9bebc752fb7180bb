"""The command that checks the record names the row where somebody changed it."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.ledger import rules, steps
from qcdc_feedback.ledger.models import LedgerRow

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def rows(inside):
    with transaction():
        cases = [steps.open_case() for _ in range(3)]
        return [
            steps.record(case, "petition.routed", {"no": no}, None, AT) for no in range(3) for case in cases
        ]


def _check(app):
    return app.test_cli_runner().invoke(args=["ledger", "check"])


@transaction()
def _change(row, **values):
    db.session.execute(sa.update(LedgerRow).filter_by(id=row.id).values(**values))
    db.session.expire_all()


def test_an_untouched_record_is_whole(inside, rows):
    result = _check(inside)
    assert (result.exit_code, "9 events" in result.output) == (0, True)


def test_an_empty_record_is_whole(inside):
    assert _check(inside).exit_code == 0


def _with_new_hash(row):
    content = row.content.replace('"no":1', '"no":7')
    return {"content": content, "leaf_hash": rules.leaf_hash(content.encode())}


TAMPERINGS = {
    "a changed word": lambda row: {"content": row.content.replace('"no":1', '"no":7')},
    "a changed word with a fitting hash": _with_new_hash,
    "a changed hash": lambda row: {"leaf_hash": "0" * 64},
    "another row before it": lambda row: {"prev_hash": "0" * 64},
    "a row moved to another case": lambda row: {"subject": "f" * 32},
    "a row made the first": lambda row: {"prev_hash": None},
}


@pytest.mark.parametrize("tampering", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_tampering_is_found(inside, rows, tampering):
    _change(rows[4], **tampering(rows[4]))
    result = _check(inside)
    assert (result.exit_code, "The record is broken at row" in result.output) == (1, True)


def test_a_row_taken_out_of_a_case_is_missed(inside, rows):
    with transaction():
        db.session.execute(sa.delete(LedgerRow).filter_by(id=rows[1].id))
    assert _check(inside).exit_code == 1
