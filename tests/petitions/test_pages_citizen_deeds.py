"""The deeds of a submitter: offered when the table allows, done once, refused with the words kept."""

import re
from io import BytesIO

import pytest

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import HistoryEntry, Petition
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome, RejectReason
from qcdc_feedback.petitions.rules.procedure import Party, State
from tests import given

TEXT = "Ngay góc chợ Đông Ba, cạnh trạm biến áp."


@pytest.fixture
def town(app, clean):
    with app.app_context():
        return given.a_town()


@pytest.fixture
def opened(app, client, town):
    """Bring a petition to a state and open it in this browser; return its number."""

    def bring_and_open(at, **filing):
        with app.app_context():
            petition = given.a_petition(town, at=at, **filing)
        given.holding(client, petition)
        return petition.code

    return bring_and_open


def state_of(app, code):
    with app.app_context():
        return db.session.scalars(db.select(Petition.state).where(Petition.code == code)).one()


def version_of(app, code):
    with app.app_context():
        return db.session.scalars(db.select(Petition.version).where(Petition.code == code)).one()


def do(client, code, deed, **filled):
    return client.post(f"/track/{code}/{deed}", data=filled, content_type="multipart/form-data")


OFFERED = {
    State.RECEIVED: {"withdraw"},
    State.AWAITING_SUBMITTER: {"complete", "withdraw"},
    State.REJECTED: {"appeal"},
    State.ROUTED: {"withdraw"},
    State.IN_PROGRESS: {"withdraw"},
    State.AWAITING_APPROVAL: {"withdraw"},
    State.ANSWERED: {"rate", "ask-reopen", "close"},
    State.CLOSED: {"rate", "ask-reopen"},
    State.WITHDRAWN: set(),
    State.MERGED: set(),
    State.REOPEN_REQUESTED: set(),
}


@pytest.mark.parametrize("state", OFFERED)
def test_the_page_offers_what_can_be_done_now_and_nothing_else(client, opened, state):
    code = opened(at=state)
    links = set(re.findall(rf'/track/{code}/([a-z-]+)"', client.get(f"/track/{code}").text))
    assert links == OFFERED[state]
    every = {"complete", "withdraw", "appeal", "rate", "ask-reopen", "close", "complain-again"}
    for deed in every:
        expected = 200 if deed in OFFERED[state] else 409
        assert client.get(f"/track/{code}/{deed}").status_code == expected, deed


def test_a_deed_that_does_not_exist_is_not_found(client, opened):
    code = opened(at=State.RECEIVED)
    for deed in ("fly", "route", "publish", "complete_", "ask_reopen"):
        assert client.get(f"/track/{code}/{deed}").status_code == 404
        assert client.post(f"/track/{code}/{deed}").status_code == 404


def test_the_submitter_answers_the_question_and_the_petition_goes_on(app, client, opened):
    code = opened(at=State.AWAITING_SUBMITTER)
    assert "Xin cho biết số cột đèn." in client.get(f"/track/{code}").text
    name, raw = given.a_photo()
    answer = do(client, code, "complete", reply=TEXT, files=(BytesIO(raw), name), seen=version_of(app, code))
    assert answer.status_code == 302
    page = client.get(answer.location).text
    assert TEXT in page
    assert state_of(app, code) == State.RECEIVED
    picture = re.search(rf"/track/{code}/files/\d+", page)[0]
    with client.get(picture) as sent:
        assert sent.mimetype == "image/jpeg"


def test_the_submitter_withdraws(app, client, opened):
    code = opened(at=State.RECEIVED)
    assert do(client, code, "withdraw", note="Đã có người sửa.", seen=1).status_code == 302
    assert state_of(app, code) == State.WITHDRAWN
    assert "Đã có người sửa." in client.get(f"/track/{code}").text


def test_the_submitter_appeals_once(app, client, opened, town):
    code = opened(at=State.REJECTED)
    assert "Không rõ ở đoạn đường nào." in client.get(f"/track/{code}").text
    assert do(client, code, "appeal", why=TEXT, seen=version_of(app, code)).status_code == 302
    assert state_of(app, code) == State.RECEIVED
    with app.app_context():
        petition = db.session.scalars(db.select(Petition)).one()
        services.reject_petition(petition, town.second_dispatcher, RejectReason.NOT_CLEAR, "Vẫn không rõ.")
    assert client.get(f"/track/{code}/appeal").status_code == 409
    assert do(client, code, "appeal", why=TEXT).status_code == 409


def test_the_submitter_rates_once_a_round(app, client, opened):
    code = opened(at=State.ANSWERED)
    assert do(client, code, "rate", satisfaction="1", comment=TEXT).status_code == 302
    assert do(client, code, "rate", satisfaction="4").status_code == 409
    with app.app_context():
        petition = db.session.scalars(db.select(Petition)).one()
        assert [row.satisfaction for row in queries.ratings(petition.id)] == [1]


def test_the_submitter_asks_to_reopen(app, client, opened):
    code = opened(at=State.ANSWERED)
    assert do(client, code, "ask-reopen", reason=TEXT).status_code == 302
    assert state_of(app, code) == State.REOPEN_REQUESTED


def test_the_submitter_confirms_that_it_is_settled(app, client, opened):
    code = opened(at=State.ANSWERED)
    assert do(client, code, "close").status_code == 302
    assert state_of(app, code) == State.CLOSED


def test_nobody_closes_what_is_still_promised(app, client, opened):
    code = opened(at=State.ANSWERED, outcome=Outcome.WILL_DO)
    assert client.get(f"/track/{code}/close").status_code == 409
    assert do(client, code, "close").status_code == 409
    assert state_of(app, code) == State.ANSWERED


def test_the_submitter_complains_again_once(app, client, opened):
    code = opened(at=State.DECIDED, kind=Kind.COMPLAINT)
    assert do(client, code, "complain-again", why=TEXT).status_code == 302
    assert state_of(app, code) == State.RECEIVED


def test_a_deed_done_twice_is_done_once(app, client, opened):
    code = opened(at=State.AWAITING_SUBMITTER)
    seen = version_of(app, code)
    assert do(client, code, "complete", reply=TEXT, seen=seen).status_code == 302
    assert do(client, code, "complete", reply=TEXT, seen=seen).status_code == 409
    assert client.get(f"/track/{code}").text.count(TEXT) == 1


def test_what_has_changed_meanwhile_is_shown_before_the_deed_and_the_words_stay(app, client, opened, town):
    code = opened(at=State.IN_PROGRESS)
    seen = version_of(app, code)
    with app.app_context():
        petition = db.session.scalars(db.select(Petition)).one()
        services.ask_extension(petition, town.officer, 3, "Chờ vật tư.")
    answer = do(client, code, "withdraw", note=TEXT, seen=seen)
    assert answer.status_code == 409
    assert TEXT in answer.text
    assert state_of(app, code) == State.IN_PROGRESS
    fresh = re.search(r'name="seen"[^>]*value="(\d+)"', answer.text)[1]
    assert int(fresh) == version_of(app, code)
    assert do(client, code, "withdraw", note=TEXT, seen=fresh).status_code == 302


def test_an_official_who_files_and_withdraws_as_a_citizen_leaves_no_name(app, client, town):
    given.signed_in(client, town.people["officer"])
    with app.app_context():
        petition = given.a_petition(town)
    with client.session_transaction("/track") as kept:
        kept["held"] = [petition.id]
    assert do(client, petition.code, "withdraw").status_code == 302
    with app.app_context():
        lines = db.session.execute(db.select(HistoryEntry.party, HistoryEntry.user_id)).all()
    assert lines == [(Party.SUBMITTER, None)] * 2
