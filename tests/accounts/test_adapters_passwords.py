"""Passwords at rest, and the same work for everyone who asks."""

import unicodedata

import pytest
from argon2 import PasswordHasher

from qcdc_feedback.accounts import adapters

PASSWORD = "Mưa nguồn chớp bể"


def test_a_password_is_kept_as_argon2id_with_nineteen_mebibytes():
    assert adapters.hashed(PASSWORD).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_password_is_known_however_the_keyboard_composes_it():
    kept = adapters.hashed(unicodedata.normalize("NFD", PASSWORD))
    assert adapters.is_password_of(kept, unicodedata.normalize("NFC", PASSWORD))
    assert not adapters.is_password_of(kept, PASSWORD.upper())


@pytest.mark.parametrize("kept", [None, "", "not a hash"])
def test_where_no_password_is_kept_none_is_right(kept):
    assert not adapters.is_password_of(kept, PASSWORD)


def test_for_nobody_the_same_work_is_done(monkeypatch):
    seen = []
    verify = PasswordHasher.verify

    def count(self, kept, password):
        seen.append(kept.split("$")[:4])
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", count)
    kept = adapters.hashed(PASSWORD)
    adapters.is_password_of(kept, "x")
    adapters.is_password_of(None, "x")
    assert len(seen) == 2
    assert seen[0] == seen[1]
