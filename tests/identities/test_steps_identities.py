"""People kept apart under pseudonyms: kept, corrected, forgotten."""

from datetime import UTC, datetime

import pytest

from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.identities import queries, rules, steps
from qcdc_feedback.identities.models import Contact
from qcdc_feedback.identities.queries import Address
from qcdc_feedback.identities.rules import ContactRefused

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@transaction()
def _keep(*given, **named):
    return steps.keep_contact(*given, **named)


def test_a_person_is_kept_under_a_pseudonym_that_says_nothing(inside):
    lan = _keep("Nguyễn Thị Lan", "lan@example.com", "0912 345 678", "5 Lê Lợi", "en")
    found = queries.get(lan.id)
    assert (found.name, found.email, found.phone) == ("Nguyễn Thị Lan", "lan@example.com", "+84912345678")
    assert (found.address, found.locale, found.erased_at) == ("5 Lê Lợi", "en", None)
    assert len(found.pseudonym) == 4
    assert set(found.pseudonym) <= set(rules.CROCKFORD)
    assert queries.pseudonym(lan.id) == found.pseudonym
    assert queries.locale_of(lan.id) == "en"


def test_the_same_person_twice_has_two_pseudonyms(inside):
    first, second = _keep("Lan", "lan@example.com"), _keep("Lan", "lan@example.com")
    assert queries.pseudonyms([first.id, second.id]) == {
        first.id: first.pseudonym,
        second.id: second.pseudonym,
    }
    assert first.pseudonym != second.pseudonym


def test_a_pseudonym_that_is_taken_is_not_given_again(inside, monkeypatch):
    monkeypatch.setattr(steps.secrets, "choice", lambda letters: letters[0])
    codes = [_keep("Lan").pseudonym for _ in range(3)]
    assert codes == ["0000", "00000", "000000"]
    with pytest.raises(RuntimeError, match="longer"):
        _keep("Lan")


def test_nothing_need_be_given(inside):
    nobody = _keep("")
    assert (nobody.name, nobody.email, nobody.phone, nobody.address) == ("", None, None, None)
    assert queries.address_of(nobody.id) is None


def test_a_wrong_address_keeps_nothing(inside):
    with pytest.raises(ContactRefused):
        _keep("Lan", "not an address")
    assert db.session.query(Contact).count() == 0


def test_a_correction_takes_the_place_of_what_was_there(inside):
    lan = _keep("Lan", "lan@example.com", "0912345678")
    with transaction():
        steps.change_contact(lan, "Nguyễn Thị Lan", "lan.nguyen@example.com")
    db.session.expire_all()
    found = queries.get(lan.id)
    assert (found.name, found.email, found.phone) == ("Nguyễn Thị Lan", "lan.nguyen@example.com", None)


def test_a_letter_finds_its_way_by_the_id_alone(inside):
    lan = _keep("Lan", "lan@example.com")
    assert queries.address_of(lan.id) == Address("Lan", "lan@example.com")
    assert queries.address_of(404) is None


def test_who_was_erased_is_a_pseudonym_and_nothing_else(inside):
    lan = _keep("Lan", "lan@example.com", "0912345678", "5 Lê Lợi")
    pseudonym = lan.pseudonym
    with transaction():
        steps.erase_contact(lan, AT)
    db.session.expire_all()
    found = queries.get(lan.id)
    assert (found.name, found.email, found.phone, found.address, found.erased_at) == (
        "",
        None,
        None,
        None,
        AT,
    )
    assert found.pseudonym == pseudonym
    assert queries.address_of(lan.id) is None


def test_an_unknown_person_is_not_found(inside):
    with pytest.raises(NotFound):
        queries.get(404)


@pytest.mark.parametrize(
    "facts",
    [{"why": "email"}, {"why": "phone"}, {"why": "name", "limit": 100}, {"why": "address", "limit": 300}],
)
def test_each_refusal_has_its_own_words(inside, facts):
    with inside.test_request_context():
        page = inside.jinja_env.get_template("errors/ContactRefused.html")
        said = page.render(layout="errors/inline.html", error=ContactRefused(**facts))
    assert str(facts.get("limit", "ví dụ")) in said
