"""How events are written down: one way only, nothing personal, nothing that can be guessed."""

import hashlib
import hmac
import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from qcdc_feedback.ledger import rules

_LEAVES = some.none() | some.booleans() | some.integers(-(2**53) + 1, 2**53 - 1) | some.text()
_VALUES = some.recursive(
    _LEAVES, lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner), max_leaves=8
)
_CONTENT = some.dictionaries(some.text(), _VALUES, max_size=5)


def _in_nfc(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_in_nfc(item) for item in value]
    if isinstance(value, dict):
        return {_in_nfc(key): _in_nfc(item) for key, item in value.items()}
    return value


@given(_CONTENT.filter(lambda content: _size(_in_nfc(content)) == _size(content)))
def test_what_is_written_is_what_was_meant(content):
    written = rules.canonical(content)
    assert json.loads(written) == _in_nfc(content)
    assert rules.canonical(json.loads(written)) == written


def _size(value):
    if isinstance(value, dict):
        return len(value) + sum(_size(item) for item in value.values())
    return sum(_size(item) for item in value) if isinstance(value, list) else 0


@given(some.dictionaries(some.text("abcđêơ", max_size=4), _LEAVES), some.randoms())
def test_the_order_of_keys_does_not_show(content, chance):
    keys = list(content)
    chance.shuffle(keys)
    assert rules.canonical({key: content[key] for key in keys}) == rules.canonical(content)


def test_marks_are_one_way_and_letters_are_themselves():
    composed, decomposed = unicodedata.normalize("NFC", "Huế"), unicodedata.normalize("NFD", "Huế")
    written = rules.canonical({"b": decomposed, "a": [1, True, None]})
    assert written == '{"a":[1,true,null],"b":"Huế"}'.encode()
    assert written == rules.canonical({"a": (1, True, None), "b": composed})


@pytest.mark.parametrize(
    "value",
    [
        {"a": 1.0},
        {"a": float("nan")},
        {"a": b"bytes"},
        {"a": {1: "number as key"}},
        {"a": date(2026, 11, 23)},
        {"a": 2**53},
        {"a": {1, 2}},
        {"\u1ebf": 1, "e\u0302\u0301": 2},  # the same letter written in two ways
        {"a": "\ud800"},
    ],
)
def test_what_has_no_single_form_is_refused(value):
    with pytest.raises(ValueError, match=r"canonical|surrogates"):
        rules.canonical(value)


def test_a_leaf_is_hashed_as_rfc_9162_says():
    assert rules.leaf_hash(b"") == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert rules.leaf_hash(b"x") == hashlib.sha256(b"\x00x").hexdigest()


def test_a_commitment_opens_with_its_key_and_content_only():
    key, content = b"k" * 32, {"text": "Đèn hỏng", "name": "Lan"}
    promised = rules.commitment(key, content)
    assert promised == hmac.new(key, rules.canonical(content), hashlib.sha256).hexdigest()
    assert promised != rules.commitment(b"l" * 32, content)
    assert promised != rules.commitment(key, {**content, "text": "Đèn hỏng."})


def test_a_file_is_promised_without_showing_its_hash():
    sha256 = hashlib.sha256(b"photo").hexdigest()
    assert sha256 not in rules.file_commitment(b"k" * 32, sha256)
    assert rules.file_commitment(b"k" * 32, sha256) != rules.file_commitment(b"l" * 32, sha256)


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"reg": "H46-PA-2026", "no": 123, "auth": "H46.12", "due": "2026-12-07", "rule": "PA.general@3"},
        {"att": ["ab" * 32], "state": "in_progress", "reason": None, "round": 1},
    ],
)
def test_codes_may_stand_in_the_open(facts):
    rules.check_facts(facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "Lan"},
        {"phone": "0912345678"},
        {"text": "x"},
        {"v": 2},
        {"case": "0" * 32},
        {"prev": "0" * 64},
        {"reason": "Đèn hỏng"},
        {"reason": "two words"},
        {"unit": "a" * 101},
        {"att": ["ảnh của Lan"]},
    ],
)
def test_anything_else_may_not(facts):
    with pytest.raises(ValueError, match="not for the public record"):
        rules.check_facts(facts)


def test_an_event_is_whole_only_with_its_bytes_its_case_and_its_place():
    content = '{"case":"c","prev":"p"}'
    leaf = rules.leaf_hash(content.encode())
    assert rules.is_whole(content, leaf, "c", "p")
    assert not rules.is_whole(content.replace("p", "q", 1), leaf, "c", "p")
    assert not rules.is_whole(content, leaf, "d", "p")
    assert not rules.is_whole(content, leaf, "c", None)
