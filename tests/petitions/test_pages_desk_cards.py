"""Cards: supervisors decide with words, the head of the late authority contests, all read the rest."""

from datetime import datetime

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.cli import run_night
from qcdc_feedback.petitions.models import Card
from qcdc_feedback.petitions.rules.escalation import CardStatus
from qcdc_feedback.petitions.rules.procedure import State

KEEP = {"seen": "proposed", "verdict": "confirm", "decision": "Đã muộn tám ngày."}


def on(day):
    """Let it be ten in the morning of that day in Huế."""
    return clock.at(datetime.fromisoformat(f"{day}T10:00:00+07:00"))


@pytest.fixture
def code(office):
    """Return the number of a petition that is so late that a yellow card is proposed."""
    with on("2026-09-07"):
        number = office.bring(at=State.IN_PROGRESS)
    with on("2026-09-25"), office.app.app_context():
        run_night()
    return number


def card(office):
    """Return the card as it is kept now."""
    with office.app.app_context():
        return db.session.scalars(db.select(Card)).one()


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    ("person", "address"), [("supervisor", "/supervision/cards"), ("head", "/head/cards")]
)
def test_those_concerned_see_the_proposal(office, code, words, person, address, language):
    browser = office.browser(person)
    page = browser.get(f"{language}{address}")
    assert page.status_code == 200
    assert code in words(page)
    assert browser.get(f"{language}{address}/{card(office).id}").status_code == 200
    assert code not in words(browser.get(f"{language}{address}?tab=decided"))
    assert browser.get(f"{address}?tab=nothing").status_code == 400


@pytest.mark.parametrize("person", ["other_head", "city_head"])
def test_the_head_of_another_authority_sees_nothing(office, code, words, person):
    browser = office.browser(person)
    assert code not in words(browser.get("/head/cards"))
    assert browser.get(f"/head/cards/{card(office).id}").status_code == 404
    assert browser.post(f"/head/cards/{card(office).id}", data={"objection": "Không."}).status_code == 404
    assert card(office).status == CardStatus.PROPOSED


def test_a_supervisor_lets_a_card_stand_and_everyone_reads_it(office, code, words, client):
    answer = office.browser("supervisor").post(f"/supervision/cards/{card(office).id}", data=KEEP)
    assert answer.location == "/supervision/cards?done=confirm"
    assert (card(office).status, card(office).decision) == (CardStatus.CONFIRMED, KEEP["decision"])
    page = words(client.get(f"/petitions/{code}"))
    assert "Thẻ vàng." in page
    assert "Sở Xây dựng trả lời muộn" in page
    assert client.get(f"/en/petitions/{code}").status_code == 200


def test_a_card_that_is_proposed_or_dropped_is_not_public(office, code, words, client):
    assert "Thẻ vàng" not in words(client.get(f"/petitions/{code}"))
    answer = office.browser("supervisor").post(
        f"/supervision/cards/{card(office).id}", data=KEEP | {"verdict": "drop"}
    )
    assert answer.location == "/supervision/cards?done=drop"
    assert card(office).status == CardStatus.DROPPED
    assert "Thẻ vàng" not in words(client.get(f"/petitions/{code}"))


@pytest.mark.parametrize(
    "change", [{"verdict": ""}, {"decision": " "}, {"verdict": "maybe"}, {"seen": "junk"}]
)
def test_a_decision_without_words_or_verdict_is_refused(office, code, change):
    page = office.browser("supervisor").post(f"/supervision/cards/{card(office).id}", data=KEEP | change)
    assert page.status_code == 422
    assert card(office).status == CardStatus.PROPOSED


def test_the_head_contests_once_and_the_supervisor_must_read_it_first(office, code, words):
    head, supervisor = office.browser("head"), office.browser("supervisor")
    address = f"/head/cards/{card(office).id}"
    answer = head.post(address, data={"objection": "Bão làm gián đoạn."})
    assert answer.location == "/head/cards?done=contest"
    assert card(office).status == CardStatus.CONTESTED
    again = head.post(address, data={"objection": "Lần nữa."})
    assert again.status_code == 409
    assert "Thẻ này không còn chờ ý kiến" in words(again)
    unread = supervisor.post(f"/supervision/cards/{card(office).id}", data=KEEP)
    assert unread.status_code == 409
    assert "Bão làm gián đoạn." in words(unread)
    assert KEEP["decision"] in words(unread)
    assert 'value="contested"' in unread.text
    read = supervisor.post(f"/supervision/cards/{card(office).id}", data=KEEP | {"seen": "contested"})
    assert read.status_code == 302


def test_a_decided_card_shows_no_form_and_is_decided_once(office, code):
    with office.app.app_context():
        services.drop_card(db.session.scalars(db.select(Card)).one(), office.town.supervisor, "Bão.")
    browser, address = office.browser("supervisor"), f"/supervision/cards/{card(office).id}"
    assert "verdict" not in browser.get(address).text
    assert browser.post(address, data=KEEP).status_code == 409
    assert "Bão." in browser.get(address).text


def test_the_lists_are_for_their_own_desks(office, code):
    assert office.browser("officer").get("/head/cards").status_code == 403
    assert office.browser("head").get("/supervision/cards").status_code == 403


def test_a_list_of_cards_takes_few_statements(office, code, statements):
    browser = office.browser("supervisor")
    with statements() as sent:
        assert browser.get("/supervision/cards").status_code == 200
    assert len(sent) <= 4
