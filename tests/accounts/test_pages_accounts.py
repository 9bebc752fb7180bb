"""The pages of sign-in: who gets in, where to, and what a stranger learns."""

import pytest
from flask import session

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Role

EMAIL = "can-bo@example.com"
PASSWORD = "đèn đường cuối phố"
NEW = "một câu khác hẳn"

pytestmark = pytest.mark.usefixtures("settled")


def sign_in(client, email=EMAIL, password=PASSWORD, address="/sign-in"):
    return client.post(address, data={"email": email, "password": password})


def is_in(client):
    return client.get("/account/password").status_code == 200


def test_the_door_stands_open_for_a_guest(client):
    page = client.get("/sign-in")
    assert page.status_code == 200
    assert 'autocomplete="current-password"' in page.text
    assert 'type="email"' in page.text


@pytest.mark.parametrize(
    ("role", "first_page"),
    [
        (Role.DISPATCHER, "/reception"),
        (Role.OFFICER, "/desk"),
        (Role.HEAD, "/head"),
        (Role.SUPERVISOR, "/supervision"),
        (Role.ADMIN, "/admin"),
    ],
)
def test_an_official_is_led_to_their_desk(client, appointed, role, first_page):
    appointed(role)
    answer = sign_in(client)
    assert (answer.status_code, answer.location) == (302, first_page)
    assert is_in(client)


def test_who_holds_two_posts_begins_at_the_first_desk(client, appointed):
    appointed(Role.HEAD, Role.OFFICER)
    assert sign_in(client).location == "/desk"


def test_who_holds_no_post_is_led_to_the_first_page(client):
    assert sign_in(client).location == "/"


def test_after_the_last_day_of_a_post_its_holder_is_led_to_no_desk(client, appointed, tomorrow):
    appointed(Role.OFFICER, until=clock.today())
    with tomorrow():
        assert sign_in(client).location == "/"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        (EMAIL, "sai mật khẩu rồi"),
        ("khong-co@example.com", PASSWORD),
        ("", ""),
        (EMAIL, ""),
        (EMAIL, "x" * 5000),
    ],
    ids=["wrong password", "unknown address", "nothing", "no password", "a flood"],
)
def test_who_does_not_know_both_stays_outside(client, appointed, email, password):
    appointed(Role.OFFICER)
    assert sign_in(client, email, password).status_code == 422
    assert not is_in(client)


def test_the_page_does_not_tell_which_addresses_are_known(client):
    known = sign_in(client, EMAIL, "sai mật khẩu rồi").text
    unknown = sign_in(client, "can-xx@example.com", "sai mật khẩu rồi").text
    assert known.replace(EMAIL, "") == unknown.replace("can-xx@example.com", "")


def test_a_closed_account_stays_outside_with_the_same_words(app, client):
    wrong = sign_in(client, EMAIL, "sai mật khẩu rồi").text
    with app.app_context():
        services.close_account(queries.find_by_email(EMAIL), SYSTEM)
    closed = sign_in(client)
    assert closed.status_code == 422
    assert closed.text == wrong


def test_closing_an_account_ends_the_session_at_once(app, client, appointed):
    appointed(Role.OFFICER)
    sign_in(client)
    assert is_in(client)
    with app.app_context():
        services.close_account(queries.find_by_email(EMAIL), SYSTEM)
    assert not is_in(client)


def test_the_page_that_was_asked_for_comes_after_the_door(client, appointed):
    appointed(Role.OFFICER)
    door = client.get("/account/password").location
    assert sign_in(client, address=door).location == "/account/password"


@pytest.mark.parametrize(
    "address", ["//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil.example", "evil"]
)
def test_nobody_is_led_away_from_this_server(client, address):
    assert sign_in(client, address=f"/sign-in?next={address}").location == "/"


def test_the_language_is_kept_through_the_door(client, appointed):
    appointed(Role.OFFICER)
    assert sign_in(client, address="/en/sign-in").location == "/en/desk"
    assert sign_in(client, address="/en/sign-in?next=/account/password").location == "/en/account/password"


def test_nothing_follows_from_one_session_into_the_next(client, appointed):
    appointed(Role.OFFICER)
    sign_in(client)
    with client:
        client.get("/account/password")
        assert "csrf_token" in session
        sign_in(client)
        assert "csrf_token" not in session


def test_who_signs_out_is_out_and_leaves_nothing(client, appointed):
    appointed(Role.OFFICER)
    sign_in(client)
    with client:
        answer = client.post("/sign-out")
        assert (answer.status_code, answer.location) == (302, "/")
        assert not session
    assert not is_in(client)


def test_signing_out_is_a_deed_not_an_address(client):
    assert client.get("/sign-out").status_code == 405


def test_the_sample_town_shows_its_people_and_no_other_town_does(app, client, monkeypatch):
    person = {
        "name": "Lê Thị Minh Tâm",
        "email": "tam@example.com",
        "password": "demo",
        "role": Role.DISPATCHER,
    }
    monkeypatch.setitem(app.config, "DEMO_PEOPLE", [person])
    assert "tam@example.com" not in client.get("/sign-in").text
    monkeypatch.setitem(app.config, "DEMO", True)
    assert "tam@example.com" in client.get("/sign-in").text


def change(client, present=PASSWORD, wanted=NEW, again=NEW):
    return client.post("/account/password", data={"present": present, "wanted": wanted, "again": again})


def test_a_changed_password_keeps_this_session_and_ends_the_others(app, client, appointed):
    appointed(Role.OFFICER)
    other = app.test_client()
    sign_in(other)
    sign_in(client)
    answer = change(client)
    assert (answer.status_code, answer.location) == (302, "/account/password/changed")
    assert client.get(answer.location).status_code == 200
    assert not is_in(other)
    assert sign_in(other).status_code == 422
    assert sign_in(other, password=NEW).status_code == 302


@pytest.mark.parametrize(
    "filled_in",
    [
        {"present": "sai mật khẩu rồi"},
        {"wanted": "ngắn", "again": "ngắn"},
        {"again": "câu khác"},
        {"present": ""},
    ],
    ids=["wrong present one", "weak", "two different ones", "nothing"],
)
def test_a_refused_change_keeps_the_old_password(app, client, appointed, filled_in):
    appointed(Role.OFFICER)
    sign_in(client)
    assert change(client, **filled_in).status_code == 422
    assert sign_in(app.test_client()).status_code == 302


def test_a_guest_who_wants_to_change_a_password_is_led_to_the_door(client):
    assert client.get("/account/password").location == "/sign-in?next=/account/password"
