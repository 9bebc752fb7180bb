"""The key of a case opens in its own place only, and with the key that wrapped it."""

import base64

import pytest
from cryptography.exceptions import InvalidTag

from qcdc_feedback.ledger import adapters

SUBJECT, OTHER = "a" * 32, "b" * 32
KEY = b"k" * 32


@pytest.fixture
def wrapped_by(inside, monkeypatch):
    def choose(number, letter):
        encoded = base64.b64encode(letter * 32).decode()
        monkeypatch.setitem(inside.config, "KEY_ENCRYPTION_KEY", f"{number}:{encoded}")

    choose(7, b"x")
    return choose


def test_a_wrapped_key_opens_again_and_shows_nothing(wrapped_by):
    key_id, wrapped = adapters.wrap(SUBJECT, KEY)
    assert key_id == 7
    assert KEY not in wrapped
    assert adapters.unwrap(SUBJECT, key_id, wrapped) == KEY
    assert adapters.wrap(SUBJECT, KEY)[1] != wrapped


def test_keys_of_two_cases_cannot_be_swapped(wrapped_by):
    key_id, wrapped = adapters.wrap(SUBJECT, KEY)
    with pytest.raises(InvalidTag):
        adapters.unwrap(OTHER, key_id, wrapped)


@pytest.mark.parametrize("place", [0, 12, 30, -1])
def test_one_changed_bit_is_noticed(wrapped_by, place):
    key_id, wrapped = adapters.wrap(SUBJECT, KEY)
    changed = bytearray(wrapped)
    changed[place] ^= 1
    with pytest.raises(InvalidTag):
        adapters.unwrap(SUBJECT, key_id, bytes(changed))


def test_a_key_wrapped_by_another_key_is_named(wrapped_by):
    key_id, wrapped = adapters.wrap(SUBJECT, KEY)
    wrapped_by(8, b"y")
    with pytest.raises(adapters.KeyMissing, match="wrapped by key 7"):
        adapters.unwrap(SUBJECT, key_id, wrapped)


def test_the_right_number_with_wrong_bytes_opens_nothing(wrapped_by):
    key_id, wrapped = adapters.wrap(SUBJECT, KEY)
    wrapped_by(7, b"y")
    with pytest.raises(InvalidTag):
        adapters.unwrap(SUBJECT, key_id, wrapped)


@pytest.mark.parametrize("setting", [None, "", "1", "1:", "x:" + "A" * 44, "1:not base64", "1:c2hvcnQ="])
def test_without_a_proper_key_nothing_is_wrapped(inside, monkeypatch, setting):
    monkeypatch.setitem(inside.config, "KEY_ENCRYPTION_KEY", setting)
    with pytest.raises(adapters.KeyMissing, match="KEY_ENCRYPTION_KEY"):
        adapters.wrap(SUBJECT, KEY)
