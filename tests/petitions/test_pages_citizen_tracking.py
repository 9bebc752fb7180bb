"""Tracking: what opens a petition, what its submitter sees, and every deed that is theirs."""

import re
from io import BytesIO

import pytest
from flask import session

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome, RejectReason
from qcdc_feedback.petitions.rules.procedure import State
from tests import given

SECRET = "0123-4567-89AB-CDEF-GHJK-MNPQ"
TEXT = "Ngay góc chợ Đông Ba, cạnh trạm biến áp."


@pytest.fixture
def town(app, clean):
    with app.app_context():
        return given.a_town()


@pytest.fixture
def brought(app, town):
    """Bring a petition to a state; return its number and id."""

    def bring(at=State.RECEIVED, then=None, **filing):
        with app.app_context():
            petition = given.a_petition(town, at=at, **filing)
            if then:
                then(petition)
            return petition.code, petition.id

    return bring


@pytest.fixture
def opened(app, client, brought):
    """Bring a petition to a state and open it in this browser."""

    def bring_and_open(at=State.RECEIVED, then=None, **filing):
        code, petition_id = brought(at, then, **filing)
        with client.session_transaction("/track") as kept:
            kept["held"] = [petition_id]
        return code

    return bring_and_open


def state_of(app, code):
    with app.app_context():
        return db.session.scalars(db.select(Petition.state).where(Petition.code == code)).one()


def version_of(app, code):
    with app.app_context():
        return db.session.scalars(db.select(Petition.version).where(Petition.code == code)).one()


def do(client, code, deed, **data):
    return client.post(f"/track/{code}/{deed}", data=data, content_type="multipart/form-data")


def with_secret(app, monkeypatch, petition_id):
    key = app.config["SECRET_KEY"]
    with app.app_context(), db.engine.begin() as connection:
        rows = Petition.__table__.update().where(Petition.id == petition_id)
        connection.execute(rows.values(secret_hash=codes.fingerprint(SECRET, key)))


@pytest.mark.parametrize(
    ("number", "secret"),
    [
        ("{code}", SECRET),
        ("{code}", SECRET.lower()),
        ("{code}", SECRET.replace("-", "")),
        ("{code}", " ".join(SECRET.replace("-", ""))),
        ("{code}", SECRET.replace("0", "O").replace("1", "l")),
        ("{code}", SECRET.replace("1", "i")),
        ("{lower}", SECRET),
        ("{blanks}", SECRET),
        ("  {code}  ", SECRET),
    ],
)
def test_number_and_secret_open_it_however_they_are_typed(app, client, brought, monkeypatch, number, secret):
    code, petition_id = brought()
    with_secret(app, monkeypatch, petition_id)
    typed = number.format(code=code, lower=code.lower(), blanks=code.replace("-", " "))
    answer = client.post("/track", data={"number": typed, "secret": secret})
    assert (answer.status_code, answer.location) == (302, f"/track/{code}")
    assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize(
    ("number", "secret"),
    [
        ("{code}", SECRET[:-1] + "R"),
        ("{code}", "x"),
        ("PA-2026-999999", SECRET),
        ("PA-2026-٠٠٠٠٠١", SECRET),
        ("không phải số", SECRET),
        ("'; DROP TABLE petitions; --", SECRET),
    ],
)
def test_a_wrong_number_and_a_wrong_secret_get_the_same_answer(
    app, client, brought, monkeypatch, number, secret
):
    code, petition_id = brought()
    with_secret(app, monkeypatch, petition_id)
    answer = client.post("/track", data={"number": number.format(code=code), "secret": secret})
    other = client.post("/track", data={"number": "PA-2020-000001", "secret": "0"})
    assert answer.status_code == other.status_code == 422
    assert summary(answer) == summary(other)
    assert client.get(f"/track/{code}").status_code == 404


def summary(answer):
    return re.search(r'class="govuk-error-summary".*?</div>\s*</div>\s*</div>', answer.text, re.DOTALL)[0]


@pytest.mark.parametrize(
    "data",
    [{}, {"number": "PA-2026-000001"}, {"secret": SECRET}, {"number": "x" * 500, "secret": "y" * 500}],
    ids=["nothing", "no secret", "no number", "a flood"],
)
def test_half_a_key_opens_nothing(client, town, data):
    assert client.post("/track", data=data).status_code == 422


def test_the_link_on_the_receipt_finds_its_two_fields(client):
    page = client.get("/track").text
    assert 'data-track="number"' in page
    assert 'data-track="secret"' in page


def test_only_who_opened_it_sees_it(app, client, opened):
    code = opened()
    stranger = app.test_client()
    for address in (f"/track/{code}", f"/track/{code}/withdraw", f"/track/{code}/files/1"):
        assert stranger.get(address).status_code == 404
    assert stranger.post(f"/track/{code}/withdraw").status_code == 404
    assert state_of(app, code) == State.RECEIVED


def test_closing_the_file_on_this_device_closes_it(client, opened):
    code = opened()
    with client:
        assert client.post("/track/let-go").location == "/track"
        assert "held" not in session
    assert client.get(f"/track/{code}").status_code == 404


@pytest.mark.parametrize("state", [state for state in State if state in given._WAYS])
def test_the_page_speaks_of_every_state(client, opened, state):
    of_complaints = {State.ACCEPTED, State.VERIFYING, State.SUSPENDED, State.DIALOGUE, State.DECIDED}
    code = opened(at=state, kind=Kind.COMPLAINT if state in of_complaints else Kind.FEEDBACK)
    page = client.get(f"/track/{code}")
    assert page.status_code == 200
    assert re.search(r'class="govuk-body-l">\s*\w', page.text)


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
    code = opened()
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
    code = opened()
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


def test_a_draft_answer_and_its_files_stay_inside_the_house(app, client, opened):
    code = opened(at=State.AWAITING_APPROVAL, outcome=Outcome.DONE)
    page = client.get(f"/track/{code}").text
    assert "Tuyến cáp ngầm" not in page
    assert f"/track/{code}/files/" not in page
    with app.app_context():
        petition = db.session.scalars(db.select(Petition)).one()
        (evidence,) = queries.attachments(petition.id)
    assert client.get(f"/track/{code}/files/{evidence.id}").status_code == 404


def test_a_published_answer_comes_with_outcome_and_evidence(client, opened):
    code = opened(at=State.ANSWERED, outcome=Outcome.DONE)
    page = client.get(f"/track/{code}").text
    assert "Tuyến cáp ngầm" in page
    with client.get(re.search(rf"/track/{code}/files/\d+", page)[0]) as sent:
        assert sent.status_code == 200


def test_files_go_out_so_that_no_browser_runs_them(client, opened):
    code = opened(at=State.ANSWERED, outcome=Outcome.DONE)
    address = re.search(rf"/track/{code}/files/\d+", client.get(f"/track/{code}").text)[0]
    with client.get(address) as sent:
        assert sent.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in sent.headers["Content-Security-Policy"]
        assert sent.headers["Cache-Control"] == "no-store"


def test_what_officials_say_among_themselves_is_not_shown(app, client, opened, town):
    def send_back(petition):
        services.send_back_answer(petition, town.head, "Viết lại cho tử tế.")

    code = opened(at=State.AWAITING_APPROVAL, then=send_back)
    assert "Viết lại cho tử tế." not in client.get(f"/track/{code}").text
