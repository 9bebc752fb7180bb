"""Passwords that others would guess, posts that exclude each other, addresses that lead away."""

import pytest

from qcdc_feedback.accounts import rules
from qcdc_feedback.core.actors import Role

EMAIL = "Can-Bo@Example.com"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("ngắn quá", "too_short"),
        ("123456789", "too_short"),
        ("x y" * 67, "too_long"),
        ("can-bo@example.com", "is_email"),
        ("CAN-BO@example.com", "is_email"),
        ("1234567890", "common"),
        ("Matkhau123", "common"),
        ("aaaaaaaaaaaa", "common"),
    ],
)
def test_a_password_that_others_would_guess_is_refused(password, why):
    with pytest.raises(rules.WeakPassword) as refusal:
        rules.require_strong(password, EMAIL)
    assert refusal.value.facts["why"] == why


@pytest.mark.parametrize("password", ["đèn đường cuối phố", "correct horse", "x" * 9 + "y", "ab" * 100])
def test_a_long_password_of_ones_own_is_taken(password):
    rules.require_strong(password, EMAIL)


@pytest.mark.parametrize("email", ["an@example.com", "a.b+c@mail.hue.gov.vn", "ân@thừa-thiên.vn"])
def test_an_address_is_taken(email):
    rules.require_email(email)


@pytest.mark.parametrize(
    "email", ["", "an", "an@", "@example.com", "an@example", "a n@example.com", "a@b@c.vn", "a@b."]
)
def test_what_is_no_address_is_refused(email):
    with pytest.raises(rules.BadEmail):
        rules.require_email(email)


def test_an_address_is_kept_in_one_form():
    assert rules.folded("  Can-Bo@Example.COM ") == "can-bo@example.com"


OFFICIALS = (Role.DISPATCHER, Role.OFFICER, Role.HEAD)
EXCLUDED = {(one, other) for one in (Role.SUPERVISOR, Role.ADMIN) for other in Role if other is not one}


@pytest.mark.parametrize("held", Role)
@pytest.mark.parametrize("role", Role)
def test_who_supervises_or_administers_does_nothing_else(held, role):
    if {(held, role), (role, held)} & EXCLUDED:
        with pytest.raises(rules.RolesExclude) as refusal:
            rules.require_compatible({held}, role)
        assert refusal.value.facts == {"held": held, "role": role}
        return
    rules.require_compatible({held}, role)


def test_one_post_that_excludes_is_enough():
    with pytest.raises(rules.RolesExclude):
        rules.require_compatible(OFFICIALS, Role.SUPERVISOR)


@pytest.mark.parametrize(
    "address", ["/", "/desk", "/workspace/PA-26-000123", "/petitions?page=a&q=%C4%91", "/a//b"]
)
def test_an_address_on_this_server_is_followed(address):
    assert rules.is_local_path(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "desk",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/ /evil.example",
        "\t//evil.example",
        "/a\\b",
        "/a\r\nSet-Cookie: x=y",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/%0d\x00",
        "/đường",
        "/\u2028/evil.example",
    ],
)
def test_an_address_that_may_lead_away_is_not_followed(address):
    assert not rules.is_local_path(address)
