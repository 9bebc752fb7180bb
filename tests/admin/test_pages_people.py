"""Accounts and posts, as an administrator keeps them."""

import re
from datetime import timedelta

import pytest

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Role
from tests import given

NEW = {"name": "Mai Thị Mới", "email": "moi@example.com", "password": ""}
ALERT = 'role="alert"'


def found(email="moi@example.com"):
    return queries.find_by_email(email)


def roles_of(email="moi@example.com"):
    return found(email).actor.roles


@pytest.fixture
def newcomer(app, town):
    """Return the id of someone without a post."""
    with app.app_context():
        return services.open_account(SYSTEM, NEW["email"], NEW["name"], None).id


def appointment(town, app, role=Role.OFFICER, **more):
    with app.app_context():
        return {"role": role.value, "authority_id": town.id_of("H46.SXD"), **more}


def test_a_password_is_made_and_shown_once(browser, client, office):
    page = browser.post("/admin/people/new", data=NEW)
    assert page.status_code == 200
    password = re.search(r'id="password">([^<]+)<', page.text)[1]
    assert len(password) == 19
    person = office(found)
    assert password not in browser.get(f"/admin/people/{person.id}").text
    fresh = client.application.test_client()
    assert fresh.post("/sign-in", data={"email": NEW["email"], "password": password}).status_code == 302


def test_a_typed_password_is_not_shown_again(browser, office):
    page = browser.post("/admin/people/new", data=NEW | {"password": given.PASSWORD})
    assert page.status_code == 200
    assert given.PASSWORD not in page.text
    assert office(found).password_hash


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"name": ""}, 422),
        ({"email": ""}, 422),
        ({"email": "không phải thư"}, 422),
        ({"email": "admin@example.com"}, 409),
        ({"password": "ngắn"}, 422),
        ({"name": "x" * 101}, 422),
    ],
)
def test_an_account_is_refused_with_what_was_typed(browser, office, change, status):
    page = browser.post("/admin/people/new", data=NEW | change)
    assert page.status_code == status
    assert ALERT in page.text
    assert 'value="' + (NEW | change)["email"] in page.text
    assert office(found) is None


def test_a_post_is_given_and_ended(app, town, browser, office, newcomer):
    until = (clock.today() + timedelta(days=30)).isoformat()
    answer = browser.post(f"/admin/people/{newcomer}", data=appointment(town, app, until=until))
    assert answer.location == f"/admin/people/{newcomer}?done=appointed"
    assert office(roles_of) == {Role.OFFICER}
    post = office(lambda: found().assignments[0])
    page = browser.get(answer.location).text
    assert ALERT in page
    assert f"/admin/posts/{post.id}/end" in page

    assert office(roles_of) == {Role.OFFICER}  # asking has ended nothing
    answer = browser.post(f"/admin/posts/{post.id}/end")
    assert answer.location == f"/admin/people/{newcomer}?done=dismissed"
    assert office(roles_of) == set()
    assert f"/admin/posts/{post.id}/end" not in browser.get(answer.location).text


def test_a_post_that_excludes_another_is_refused_in_the_form(app, town, browser, office, newcomer):
    browser.post(f"/admin/people/{newcomer}", data=appointment(town, app))
    page = browser.post(f"/admin/people/{newcomer}", data=appointment(town, app, Role.SUPERVISOR))
    assert page.status_code == 422
    assert ALERT in page.text
    assert '<option value="supervisor" selected' in page.text
    assert office(roles_of) == {Role.OFFICER}


def test_the_same_post_twice_is_a_conflict(app, town, browser, newcomer):
    for status in (302, 409):
        answer = browser.post(f"/admin/people/{newcomer}", data=appointment(town, app))
        assert answer.status_code == status


@pytest.mark.parametrize(
    "change",
    [
        {"role": ""},
        {"role": "emperor"},
        {"authority_id": ""},
        {"authority_id": "999"},
        {"authority_id": "x"},
        {"until": "31/02/2026"},
        {"until": "2020-01-01"},
    ],
)
def test_a_malformed_post_is_refused(app, town, browser, office, newcomer, change):
    page = browser.post(f"/admin/people/{newcomer}", data=appointment(town, app) | change)
    assert page.status_code == 422
    assert office(roles_of) == set()


def test_an_account_is_closed_once_confirmed(browser, office, newcomer):
    assert browser.get(f"/admin/people/{newcomer}/close").status_code == 200
    assert office(found).is_active
    answer = browser.post(f"/admin/people/{newcomer}/close")
    assert answer.location == f"/admin/people/{newcomer}?done=account-closed"
    assert not office(found).is_active
    assert f"/admin/people/{newcomer}/close" not in browser.get(answer.location).text


def test_one_is_warned_before_closing_ones_own_account(browser, town, newcomer):
    own = town.people["admin"].id
    inset = "govuk-inset-text"
    assert inset in browser.get(f"/admin/people/{own}/close").text
    assert inset not in browser.get(f"/admin/people/{newcomer}/close").text


def test_people_are_found_by_their_address(browser, town):
    answer = browser.get("/admin/people?email=OFFICER@example.com")
    assert answer.location == f"/admin/people/{town.people['officer'].id}"
    page = browser.get("/admin/people?email=nobody%00@example.com")
    assert page.status_code == 200
    assert "govuk-error-message" in page.text


def test_the_list_goes_on_page_by_page(app, browser):
    with app.app_context():
        for number in range(20):
            services.open_account(SYSTEM, f"{number}@example.com", f"Người thứ {number:02}", None)
    first = browser.get("/admin/people").text
    after = re.search(r'href="(/admin/people\?page=[^"]+)" rel="next"', first)[1]
    second = browser.get(after).text
    assert 'rel="prev"' in second
    links = re.compile(r'href="/admin/people/(\d+)"')
    assert len({*links.findall(first), *links.findall(second)}) == 31
