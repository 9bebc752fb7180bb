"""How people can be reached: one form for each address, and masks that hide it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from qcdc_feedback.identities import rules
from qcdc_feedback.identities.rules import ContactRefused


def _refusal(deed, text):
    with pytest.raises(ContactRefused) as refused:
        deed(text)
    return refused.value.facts["why"]


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "+84 912 345 678",
        "84912345678",
        "(+84) 912-345-678",
        " 0912345678 ",
    ],
)
def test_a_mobile_number_has_one_form(written):
    assert rules.plain_phone(written) == "+84912345678"


def test_a_landline_of_hue_is_a_number():
    assert rules.plain_phone("0234 382 2222") == "+842343822222"


def test_a_number_from_abroad_is_a_number():
    assert rules.plain_phone("+44 20 7946 0958") == "+442079460958"


@pytest.mark.parametrize(
    "written", ["113", "1022", "0123456789", "01234567890", "abc", "+", "0912345678901", "tổ trưởng"]
)
def test_what_nobody_can_call_is_refused(written):
    assert _refusal(rules.plain_phone, written) == "phone"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("lan@example.com", "lan@example.com"),
        ("  Lan.Nguyen@EXAMPLE.com ", "Lan.Nguyen@example.com"),
        ("lan@điện-thoại.vn", "lan@xn--in-thoi-f7a2329dyka.vn"),
    ],
)
def test_an_email_address_has_one_form(written, plain):
    assert rules.plain_email(written) == plain


@pytest.mark.parametrize(
    "written",
    [
        "lan",
        "lan@",
        "@example.com",
        "lan@example",
        "lan@example.com,minh@example.com",
        "lan@example.com\nBcc: all@example.com",
        "Lan <lan@example.com>",
        "lan @example.com",
        "đèn@example.com",  # many mail servers of offices cannot write to it
        "a" * 250 + "@example.com",
    ],
)
def test_what_is_no_single_address_is_refused(written):
    assert _refusal(rules.plain_email, written) == "email"


@given(some.text(max_size=60))
def test_no_text_becomes_an_address_of_more_than_one_line(text):
    try:
        plain = rules.plain_email(f"lan{text}@example.com")
    except ContactRefused:
        return
    assert plain.isascii()
    assert len(plain.split()) == 1


@pytest.mark.parametrize("empty", ["", "   ", "\n"])
def test_nothing_given_is_no_address(empty):
    assert rules.plain_email(empty) is rules.plain_phone(empty) is rules.plain_address(empty) is None
    assert rules.plain_name(empty) == ""


def test_a_name_stands_on_one_line():
    assert rules.plain_name(" Nguyễn \n Thị\tLan\u200b ") == "Nguyễn Thị Lan"


@pytest.mark.parametrize(
    ("deed", "longest", "why"), [(rules.plain_name, 100, "name"), (rules.plain_address, 300, "address")]
)
def test_what_is_too_long_is_refused(deed, longest, why):
    assert deed("ă" * longest) == "ă" * longest
    assert _refusal(deed, "ă" * (longest + 1)) == why


def test_masks_show_too_little_to_reach_anyone():
    assert rules.mask_phone("+84912345678") == "•••••••••678"
    assert rules.mask_email("lan.nguyen@example.com") == "l•••@example.com"
    assert rules.mask_email("l@example.com") == "l•••@example.com"
