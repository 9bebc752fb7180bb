"""Fields, calendar and outbox, as an administrator keeps them."""

from datetime import date

import pytest

from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.notifications.rules import LetterState
from qcdc_feedback.petitions import queries
from qcdc_feedback.workdays import queries as workdays

ALERT = 'role="alert"'
WORDS = {"name": "Đèn và cây", "name_en": "Lamps and trees", "hint": "Đèn tắt, cây đổ", "hint_en": "Lamps"}
DAY = {"day": "2027-04-30", "kind": "holiday", "name": "Ngày Chiến thắng", "legal_basis": "Điều 112"}


@pytest.fixture
def field(app, town):
    """Return the id of a field."""
    with app.app_context():
        return queries.find_category("lighting_trees").id


@transaction()
def lay_in_outbox(town, *states):
    for number, state in enumerate(states):
        letter = Letter(
            key=f"k{number}",
            to_user_id=town.people["officer"].id,
            template="route_handler",
            context={"code": "PA-2026-000777"},
            locale="vi",
            state=state,
            attempts=9,
            last_error="Refused: [550]",
        )
        db.session.add(letter)


def test_a_field_gets_other_words(browser, office, field):
    assert "Chiếu sáng" in browser.get(f"/admin/categories/{field}/words").text
    answer = browser.post(f"/admin/categories/{field}/words", data=WORDS)
    assert answer.location == f"/admin/categories/{field}?done=changed"
    changed = office(lambda: queries.get_category(field))
    assert {name: getattr(changed, name) for name in WORDS} == WORDS


@pytest.mark.parametrize("change", [{"name": ""}, {"name_en": " "}, {"hint": "x" * 501}])
def test_a_field_without_words_is_refused(browser, office, field, change):
    page = browser.post(f"/admin/categories/{field}/words", data=WORDS | change)
    assert page.status_code == 422
    assert ALERT in page.text
    assert office(lambda: queries.get_category(field)).name == "Chiếu sáng – cây xanh"


def test_a_field_is_closed_once_confirmed_and_opened_again(browser, office, field):
    browser.get(f"/admin/categories/{field}/close")
    assert office(lambda: queries.get_category(field)).is_open
    answer = browser.post(f"/admin/categories/{field}/close")
    assert answer.location == f"/admin/categories/{field}?done=category-closed"
    assert not office(lambda: queries.get_category(field)).is_open
    page = browser.get(answer.location).text
    assert f'action="/admin/categories/{field}/open"' in page
    answer = browser.post(f"/admin/categories/{field}/open")
    assert answer.location == f"/admin/categories/{field}?done=category-opened"
    assert office(lambda: queries.get_category(field)).is_open


def test_reading_an_address_opens_no_field(browser, field):
    assert browser.get(f"/admin/categories/{field}/open").status_code == 405


def test_a_field_shows_where_its_petitions_go(app, town, browser, field):
    with app.app_context():
        works = town.id_of("H46.SXD")
    assert f'href="/admin/authorities/{works}"' in browser.get(f"/admin/categories/{field}").text


def test_a_day_is_declared_in_the_name_of_the_administrator(browser, office):
    answer = browser.post("/admin/calendar/declare", data=DAY)
    assert answer.location == "/admin/calendar/2027?done=declared"
    special = office(lambda: workdays.find_day(date(2027, 4, 30)))
    assert special.confirmed_by == "Hồ Văn Quản Trị"
    page = browser.get(answer.location).text
    assert "30/04/2027" in page
    assert "Hồ Văn Quản Trị" in page


@pytest.mark.parametrize(
    "change",
    [
        {"day": ""},
        {"day": "30/4"},
        {"day": "1026-04-30"},
        {"kind": ""},
        {"kind": "party"},
        {"kind": "swap_work"},  # on a Friday
        {"name": ""},
        {"legal_basis": ""},
    ],
)
def test_a_day_is_refused_with_what_was_typed(browser, office, change):
    page = browser.post("/admin/calendar/declare", data=DAY | change)
    assert page.status_code == 422
    assert ALERT in page.text
    assert office(lambda: workdays.find_day(date(2027, 4, 30))) is None


def test_a_day_on_record_stands_in_the_form(browser):
    page = browser.get("/admin/calendar/declare?day=2026-11-24").text
    assert 'value="2026-11-24"' in page
    assert 'value="Nghỉ lễ"' in page
    assert browser.get("/admin/calendar/declare?day=never").status_code == 200


def test_a_day_is_withdrawn_once_confirmed(browser, office):
    special = office(lambda: workdays.find_day(date(2026, 11, 24)))
    browser.get(f"/admin/calendar/days/{special.id}/withdraw")
    assert office(lambda: workdays.find_day(date(2026, 11, 24))).withdrawn_at is None
    answer = browser.post(f"/admin/calendar/days/{special.id}/withdraw")
    assert answer.location == "/admin/calendar/2026?done=withdrawn"
    assert "24/11/2026" not in browser.get(answer.location).text


def test_the_outbox_counts_letters_and_shows_those_that_failed(app, town, browser):
    with app.app_context():
        lay_in_outbox(town, LetterState.FAILED, LetterState.FAILED, LetterState.SENT)
    page = browser.get("/admin/outbox").text
    assert page.count("Refused: [550]") == 2
    assert 'href="/admin/outbox"' in browser.get("/admin").text


def test_the_outbox_tells_neither_what_a_letter_says_nor_to_whom(app, town, browser):
    with app.app_context():
        lay_in_outbox(town, LetterState.FAILED)
    page = browser.get("/admin/outbox").text
    assert "PA-2026-000777" not in page
    assert "officer@example.com" not in page
