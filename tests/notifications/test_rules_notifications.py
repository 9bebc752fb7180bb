"""How patiently letters are sent, and what they may carry."""

from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as some

from qcdc_feedback.notifications import rules

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
_PLAIN = some.none() | some.booleans() | some.integers() | some.text()


@pytest.mark.parametrize(
    ("attempts", "minutes"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 24), (7, 24), (9999, 24)]
)
def test_each_pause_is_twice_as_long_until_half_an_hour(attempts, minutes):
    assert rules.patience(attempts, 0) == timedelta(minutes=minutes)


@given(some.integers(1, 500), some.floats(0, 1))
def test_luck_only_lengthens_a_pause_and_never_beyond_half_an_hour(attempts, luck):
    pause = rules.patience(attempts, luck)
    assert rules.patience(attempts, 0) <= pause <= timedelta(minutes=30)


def test_a_letter_is_hopeless_after_five_days():
    assert not rules.is_hopeless(AT, AT + timedelta(days=5, seconds=-1))
    assert rules.is_hopeless(AT, AT + timedelta(days=5))


def test_days_and_moments_come_back_as_such():
    context = {
        "due_on": date(2026, 11, 23),
        "sent_at": AT,
        "code": "PA-1",
        "no": 1,
        "is_late": True,
        "asks": ["a", "b"],
    }
    kept = rules.packed(context)
    assert kept["due_on"] == "2026-11-23"
    assert rules.unpacked(kept) == context


@given(some.dictionaries(some.text(), _PLAIN | some.lists(_PLAIN)))
def test_plain_values_are_kept_as_they_are(context):
    unnamed = {name.removesuffix("_on").removesuffix("_at") + ".": value for name, value in context.items()}
    assert rules.unpacked(rules.packed(unnamed)) == unnamed


@pytest.mark.parametrize(
    "context",
    [
        {"petition": object()},
        {"due": date(2026, 11, 23)},
        {"due_at": date(2026, 11, 23)},
        {"due_on": AT},
        {"score": 0.5},
        {"days_on": [date(2026, 11, 23)]},
        {"set": {1}},
    ],
)
def test_nothing_else_goes_into_a_letter(context):
    with pytest.raises(ValueError, match="not for a letter"):
        rules.packed(context)


@given(some.text(min_size=1, max_size=60).filter(lambda key: "\ud800" not in ascii(key)))
def test_a_message_id_is_one_word_whatever_the_key(key):
    try:
        name = rules.message_id(key, "qcdc.example")
    except UnicodeEncodeError:
        return
    message = EmailMessage(policy=SMTP.clone(max_line_length=1000))
    message["Message-ID"] = name
    assert len(name.split()) == 1
    assert name.isascii()
    assert message["Message-ID"] == name


def test_two_keys_never_share_a_message_id():
    assert rules.message_id("a:b", "h") != rules.message_id("a.b", "h") != rules.message_id("a%3Ab", "h")
