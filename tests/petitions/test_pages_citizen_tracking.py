"""Tracking: what opens a petition, and what its submitter sees."""

import re

import pytest
from flask import session

from qcdc_feedback.core.db import db
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import State
from tests import given

SECRET = "0123-4567-89AB-CDEF-GHJK-MNPQ"


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


def with_secret(app, petition_id):
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
def test_number_and_secret_open_it_however_they_are_typed(app, client, brought, number, secret):
    code, petition_id = brought()
    with_secret(app, petition_id)
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
def test_a_wrong_number_and_a_wrong_secret_get_the_same_answer(app, client, brought, number, secret):
    code, petition_id = brought()
    with_secret(app, petition_id)
    answer = client.post("/track", data={"number": number.format(code=code), "secret": secret})
    other = client.post("/track", data={"number": "PA-2020-000001", "secret": "0"})
    assert answer.status_code == other.status_code == 422
    assert summary(answer) == summary(other)
    assert client.get(f"/track/{code}").status_code == 404


def summary(answer):
    return re.search(r'class="govuk-error-summary".*?</div>\s*</div>\s*</div>', answer.text, re.DOTALL)[0]


@pytest.mark.parametrize(
    "typed",
    [{}, {"number": "PA-2026-000001"}, {"secret": SECRET}, {"number": "x" * 500, "secret": "y" * 500}],
    ids=["nothing", "no secret", "no number", "a flood"],
)
def test_half_a_key_opens_nothing(client, town, typed):
    assert client.post("/track", data=typed).status_code == 422


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
    with app.app_context():
        assert db.session.scalars(db.select(Petition)).one().state == State.RECEIVED


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
