"""The authorities, as an administrator keeps them."""

import pytest

from qcdc_feedback.authorities import queries, services
from qcdc_feedback.core.actors import SYSTEM

NEW = {"code": "H46.SYT", "name": "Sở Y tế", "name_en": "Department of Health", "level": "department"}
ALERT = 'role="alert"'


@pytest.fixture
def id_of(app, town):
    def find(code):
        with app.app_context():
            return queries.get_by_code(code).id

    return find


@pytest.fixture
def child(app, town):
    """Return an authority that stands below another."""
    with app.app_context():
        superior = queries.get_by_code("H46.SXD")
        return services.found_authority(superior, SYSTEM, "H46.SXD.1", "Phòng 1", "Unit 1", superior.level).id


def test_an_authority_is_founded_below_another(browser, office, id_of):
    answer = browser.post("/admin/authorities/new", data=NEW | {"superior_id": id_of("H46")})
    founded = office(lambda: queries.get_by_code("H46.SYT"))
    assert answer.location == f"/admin/authorities/{founded.id}?done=founded"
    assert founded.parent_id == id_of("H46")
    assert ALERT in browser.get(answer.location).text


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"code": ""}, 422),
        ({"code": "Sở"}, 422),
        ({"code": "a b"}, 422),
        ({"code": "H46.SXD"}, 409),
        ({"name": ""}, 422),
        ({"name": "x" * 201}, 422),
        ({"name_en": ""}, 422),
        ({"level": "empire"}, 422),
        ({"superior_id": "999"}, 422),
        ({"superior_id": ""}, 422),
    ],
)
def test_an_authority_is_refused_with_what_was_typed(browser, office, id_of, change, status):
    page = browser.post("/admin/authorities/new", data=NEW | {"superior_id": id_of("H46")} | change)
    assert page.status_code == status
    assert ALERT in page.text
    assert office(lambda: queries.find_by_code("H46.SYT")) is None


def test_an_authority_is_renamed(browser, office, id_of):
    number = id_of("H46.SXD")
    assert 'value="Sở Xây dựng"' in browser.get(f"/admin/authorities/{number}/rename").text
    answer = browser.post(
        f"/admin/authorities/{number}/rename", data={"name": "Sở Xây dựng mới", "name_en": "Construction"}
    )
    assert answer.location == f"/admin/authorities/{number}?done=renamed"
    assert office(lambda: queries.get(number)).name == "Sở Xây dựng mới"


def test_an_authority_is_moved_but_not_below_itself(browser, office, id_of, child):
    answer = browser.post(f"/admin/authorities/{child}/move", data={"superior_id": id_of("H46.MTDT")})
    assert answer.location == f"/admin/authorities/{child}?done=moved"
    assert office(lambda: queries.get(child)).parent_id == id_of("H46.MTDT")
    page = browser.post(f"/admin/authorities/{id_of('H46.MTDT')}/move", data={"superior_id": child})
    assert page.status_code == 422
    assert ALERT in page.text
    assert office(lambda: queries.get_by_code("H46.MTDT")).parent_id == id_of("H46")


def test_an_authority_is_closed_after_those_below_it(browser, office, id_of, child):
    number = id_of("H46.SXD")
    assert browser.get(f"/admin/authorities/{number}/close").status_code == 200
    page = browser.post(f"/admin/authorities/{number}/close")
    assert page.status_code == 409
    assert ALERT in page.text
    browser.post(f"/admin/authorities/{child}/close")
    answer = browser.post(f"/admin/authorities/{number}/close")
    assert answer.location == f"/admin/authorities/{number}?done=authority-closed"
    assert not office(lambda: queries.get(number)).is_open
    assert f"/admin/authorities/{number}/close" not in browser.get(answer.location).text


def test_an_authority_shows_who_works_there_and_what_is_short(browser, town, id_of):
    page = browser.get(f"/admin/authorities/{id_of('H46.SXD')}").text
    assert f"/admin/people/{town.people['officer'].id}" in page
    alone = browser.get(f"/admin/authorities/{id_of('H46.19753')}").text
    assert "/admin/people/" not in alone
    assert f"/admin/authorities/{id_of('H46')}" not in alone


def test_the_list_names_every_authority(browser, id_of):
    page = browser.get("/admin/authorities").text
    for code in ("H46", "H46.IOC", "H46.SXD", "H46.MTDT", "H46.19789"):
        assert f'href="/admin/authorities/{id_of(code)}"' in page


def test_the_root_cannot_be_closed(browser, id_of):
    assert (
        f"/admin/authorities/{id_of('H46')}/close"
        not in browser.get(f"/admin/authorities/{id_of('H46')}").text
    )
    assert browser.post(f"/admin/authorities/{id_of('H46')}/close").status_code == 409
