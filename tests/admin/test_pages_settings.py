"""Fields and outbox, as an administrator keeps them."""

import pytest

from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.notifications.rules import LetterState
from qcdc_feedback.petitions import queries

ALERT = 'role="alert"'
WORDS = {"name": "Đèn và cây", "name_en": "Lamps and trees", "hint": "Đèn tắt, cây đổ", "hint_en": "Lamps"}


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
