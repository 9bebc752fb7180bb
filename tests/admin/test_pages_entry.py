"""The administrator's door: who enters, and that no page breaks or tells of a petition."""

import pytest

from qcdc_feedback.core.db import db
from tests import given

PAGES = [
    "/admin",
    "/admin/people",
    "/admin/people/new",
    "/admin/people/1",
    "/admin/people/1/close",
    "/admin/posts/1/end",
    "/admin/authorities",
    "/admin/authorities/new",
    "/admin/authorities/2",
    "/admin/authorities/2/rename",
    "/admin/authorities/2/move",
    "/admin/authorities/2/close",
    "/admin/categories",
    "/admin/categories/1",
    "/admin/categories/1/words",
    "/admin/categories/1/close",
    "/admin/calendar",
    "/admin/calendar/2027",
    "/admin/calendar/propose",
    "/admin/calendar/propose-year",
    "/admin/calendar/import",
    "/admin/calendar/confirm",
    "/admin/calendar/changes",
    "/admin/calendar/days/1/withdraw",
    "/admin/outbox",
]
OTHERS = ["dispatcher", "officer", "head", "supervisor"]


@pytest.mark.parametrize("language", ["", "/en"])
def test_an_administrator_reads_each_page(browser, language):
    read = {address: browser.get(language + address) for address in PAGES}
    assert {address: answer.status_code for address, answer in read.items()} == dict.fromkeys(PAGES, 200)
    assert {address: answer.text.count("<h1") for address, answer in read.items()} == dict.fromkeys(PAGES, 1)


def test_a_guest_is_led_to_sign_in_and_back(client, town):
    answers = {address: client.get(address) for address in PAGES}
    assert {answer.status_code for answer in answers.values()} == {302}
    assert {a: answer.location for a, answer in answers.items()} == {a: f"/sign-in?next={a}" for a in PAGES}


@pytest.mark.parametrize("who", OTHERS)
def test_who_holds_another_post_stays_outside(client, town, who):
    given.signed_in(client, town.people[who])
    assert client.get("/admin").status_code == 403
    assert client.post("/admin/people/1/close").status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "people/999",
        "people/999/close",
        "posts/999/end",
        "authorities/999",
        "categories/999",
        "calendar/days/999/withdraw",
        "calendar/changes/999",
        "calendar/1",
    ],
)
def test_what_is_not_there_is_not_found(browser, address):
    assert browser.get(f"/admin/{address}").status_code == 404


@pytest.mark.parametrize("address", ["/admin/people", "/admin/outbox"])
def test_a_forged_place_in_a_list_is_refused(browser, address):
    assert browser.get(f"{address}?page=x").status_code == 400


def test_the_sections_say_which_one_is_open(browser):
    assert 'href="/admin/people" aria-current="page"' in browser.get("/admin/people").text
    assert 'href="/admin/people" aria-current="true"' in browser.get("/admin/people/1").text


def test_no_page_tells_of_a_petition(app, browser):
    with app.app_context():
        petition = given.a_filing()
        code, db_session = petition.code, db.session
        db_session.remove()
    for address in PAGES:
        page = browser.get(address).text
        assert code not in page
        assert "Đèn đường hỏng" not in page
        assert "Trần Thị Lan" not in page


def test_the_first_page_says_what_there_is_to_do(browser):
    page = browser.get("/admin").text
    assert 'href="/admin/calendar/' in page
    assert ">11<" in page


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/admin", 5),
        ("/admin/people", 2),
        ("/admin/authorities", 2),
        ("/admin/categories", 1),
        ("/admin/categories/1", 2),
        ("/admin/calendar", 3),
        ("/admin/outbox", 2),
    ],
)
def test_a_page_takes_few_statements(browser, statements, address, most):
    browser.get(address)
    with statements() as sent:
        browser.get(address)
    assert len(sent) <= most + 3, sent  # who is asking: person, posts, their authorities
