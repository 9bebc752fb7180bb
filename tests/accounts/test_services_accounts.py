"""Accounts are opened, used, given another password and closed."""

import pytest

from qcdc_feedback.accounts import queries, rules, services
from qcdc_feedback.core.actors import GUEST, SYSTEM, Role
from qcdc_feedback.core.errors import NotAllowed, NotFound

EMAIL = "can-bo@example.com"
PASSWORD = "đèn đường cuối phố"

pytestmark = pytest.mark.usefixtures("inside")


def test_an_opened_account_is_found_by_its_address_however_written(official):
    assert queries.find_by_email(" CAN-BO@Example.com ") is official
    assert official.password_hash != PASSWORD
    assert official.actor.posts == frozenset()


def test_an_address_has_one_account(official):
    with pytest.raises(rules.EmailTaken):
        services.open_account(SYSTEM, "Can-Bo@example.com", "Người khác", PASSWORD)


@pytest.mark.parametrize(
    ("email", "password", "refusal"),
    [("an", PASSWORD, rules.BadEmail), (EMAIL, "ngắn", rules.WeakPassword)],
)
def test_a_poor_address_or_password_opens_nothing(email, password, refusal):
    with pytest.raises(refusal):
        services.open_account(SYSTEM, email, "Trần Quang Vinh", password)
    assert queries.people().rows == []


def test_the_right_password_opens(official):
    assert services.sign_in(official, PASSWORD) is official


def test_a_wrong_password_does_not_open(official):
    with pytest.raises(rules.SignInFailed):
        services.sign_in(official, PASSWORD + " ")


def test_nobody_signs_in_without_an_account():
    with pytest.raises(rules.SignInFailed):
        services.sign_in(queries.find_by_email(EMAIL), PASSWORD)


def test_an_account_without_a_password_does_not_open():
    person = services.open_account(SYSTEM, EMAIL, "Trần Quang Vinh", None)
    with pytest.raises(rules.SignInFailed):
        services.sign_in(person, "")


def test_a_closed_account_does_not_open(official):
    services.close_account(official, SYSTEM)
    with pytest.raises(rules.SignInFailed):
        services.sign_in(official, PASSWORD)


def test_a_new_password_replaces_the_present_one_and_ends_all_sessions(official):
    before = official.session_key
    services.change_password(official, official.actor, PASSWORD, "một câu khác hẳn")
    assert services.sign_in(official, "một câu khác hẳn") is official
    with pytest.raises(rules.SignInFailed):
        services.sign_in(official, PASSWORD)
    assert queries.find_by_session_key(before) is None


@pytest.mark.parametrize(
    ("present", "wanted", "refusal"),
    [("sai rồi", "một câu khác hẳn", rules.WrongPassword), (PASSWORD, "ngắn", rules.WeakPassword)],
)
def test_a_refused_change_changes_nothing(official, present, wanted, refusal):
    before = official.session_key, official.password_hash
    with pytest.raises(refusal):
        services.change_password(official, official.actor, present, wanted)
    assert (official.session_key, official.password_hash) == before


def test_nobody_changes_the_password_of_someone_else(official):
    other = services.open_account(SYSTEM, "khac@example.com", "Người khác", PASSWORD)
    with pytest.raises(NotAllowed):
        services.change_password(official, other.actor, PASSWORD, "một câu khác hẳn")


def test_closing_an_account_ends_its_posts_and_sessions(official, works):
    services.appoint(official, works, SYSTEM, Role.OFFICER)
    before = official.session_key
    services.close_account(official, SYSTEM)
    assert official.actor.posts == frozenset()
    assert queries.find_by_session_key(before) is None
    assert queries.find_by_session_key(official.session_key) is None
    assert queries.officers_of(works.id) == []


@pytest.mark.parametrize("actor", [GUEST, None], ids=["a guest", "an official"])
def test_only_administrators_open_and_close_accounts(official, works, actor):
    services.appoint(official, works, SYSTEM, Role.HEAD)
    actor = actor or official.actor
    with pytest.raises(NotAllowed):
        services.open_account(actor, "khac@example.com", "Người khác", PASSWORD)
    with pytest.raises(NotAllowed):
        services.close_account(official, actor)
    assert official.is_active


def test_who_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        queries.get(1)
    with pytest.raises(NotFound):
        queries.get_assignment(1)
