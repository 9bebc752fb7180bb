"""Pledges of authorities and the ladder of lateness, as an administrator sets them."""

from datetime import date, timedelta

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.escalation import Ladder
from tests import given

ALERT = 'role="alert"'
STEPS = {"near": "2", "superior": "4", "supervisor": "6", "yellow": "5", "red": "12"}


@pytest.fixture
def pledge(app, town):
    """Return what an administrator enters for a pledge."""
    with app.app_context():
        office, field = town.id_of("H46.SXD"), queries.find_category("lighting_trees").id
    return {"authority_id": office, "category_id": field, "days": 5, "since": "2026-09-01"}


def pledges(office):
    return office(queries.pledges)


def test_a_pledge_is_made_listed_and_ended(browser, office, pledge):
    answer = browser.post("/admin/pledges/new", data=pledge)
    assert answer.location == "/admin/pledges?done=pledged"
    (made,) = pledges(office)
    assert (made.days, made.since, made.until) == (5, date(2026, 9, 1), None)
    assert "Sở Xây dựng" in browser.get(answer.location).text
    ended = browser.post(f"/admin/pledges/{made.id}/end", data={"until": "2026-12-31"})
    assert ended.location == "/admin/pledges?done=pledge-ended"
    assert pledges(office)[0].until == date(2026, 12, 31)


def test_a_pledge_may_be_about_every_field(browser, office, pledge):
    assert browser.post("/admin/pledges/new", data=pledge | {"category_id": ""}).status_code == 302
    assert pledges(office)[0].category_id is None


@pytest.mark.parametrize(
    "change",
    [
        {"days": "0"},
        {"days": "61"},
        {"days": "x"},
        {"days": "99999999999"},
        {"since": ""},
        {"authority_id": ""},
    ],
)
def test_a_pledge_that_says_nothing_is_refused(browser, office, pledge, change):
    page = browser.post("/admin/pledges/new", data=pledge | change)
    assert page.status_code == 422
    assert ALERT in page.text
    assert pledges(office) == []


def test_a_pledge_does_not_end_before_it_begins(browser, office, pledge):
    browser.post("/admin/pledges/new", data=pledge)
    (made,) = pledges(office)
    assert browser.post(f"/admin/pledges/{made.id}/end", data={"until": "2026-08-31"}).status_code == 422
    assert pledges(office)[0].until is None
    assert browser.get("/admin/pledges/999/end").status_code == 404


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("address", ["/admin/pledges", "/admin/pledges/new", "/admin/ladder"])
def test_the_pages_open_in_both_languages(browser, language, address):
    assert browser.get(language + address).status_code == 200


def test_the_ladder_is_shown_and_set(browser, office):
    assert 'value="10"' in browser.get("/admin/ladder").text
    answer = browser.post("/admin/ladder", data=STEPS)
    assert answer.location == "/admin/ladder?done=ladder-set"
    assert office(queries.ladder) == Ladder(near=2, superior=4, supervisor=6, yellow=5, red=12)
    assert browser.post("/admin/ladder", data=STEPS | {"red": "9"}).status_code == 302
    assert office(queries.ladder).red == 9


@pytest.mark.parametrize(
    "change",
    [
        {"superior": "6"},
        {"superior": "7"},
        {"red": "5"},
        {"near": "-1"},
        {"near": ""},
        {"red": "251"},
        {"red": "1.5"},
    ],
)
def test_steps_that_do_not_ascend_or_are_no_days_are_refused(browser, office, change):
    page = browser.post("/admin/ladder", data=STEPS | change)
    assert page.status_code == 422
    assert ALERT in page.text
    assert office(queries.ladder) == Ladder()


@pytest.mark.parametrize("address", ["/admin/pledges", "/admin/pledges/new", "/admin/ladder"])
def test_they_are_for_administrators_only(client, town, address):
    assert given.signed_in(client, town.people["head"]).get(address).status_code == 403


def test_a_list_of_pledges_takes_few_statements(app, town, browser, statements):
    with app.app_context():
        for days in range(1, 6):
            day = clock.today() + timedelta(days=days)
            services.make_pledge(town.admin, town.id_of("H46.SXD"), None, days, day)
    with statements() as sent:
        assert browser.get("/admin/pledges").status_code == 200
    assert len(sent) <= 4
