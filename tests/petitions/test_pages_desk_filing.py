"""Filing for those who call, write or come: one page, one petition, a receipt to hand over and forget."""

import re
from io import BytesIO

import pytest

from qcdc_feedback.core.db import db
from qcdc_feedback.identities import queries as identities
from qcdc_feedback.identities.models import Contact
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.rules.kinds import Channel, Kind
from qcdc_feedback.petitions.rules.procedure import State
from tests import given

TOLD = "Bác Tư gọi điện: cây phượng trước trường nghiêng sau mưa, sợ đổ vào học sinh."


@pytest.fixture
def dispatcher(office):
    return office.browser("dispatcher")


def told(office, browser, **more):
    """Return what a dispatcher types, on the form that this browser was given."""
    with office.app.app_context():
        unit = given.offices.find_unit("19789").id
        category = queries.find_category("lighting_trees").id
    return {
        "token": token_of(browser),
        "channel": "phone",
        "kind": "feedback",
        "unit_id": str(unit),
        "category_id": str(category),
        "place": "Trước trường tiểu học Vĩnh Ninh",
        "title": "Cây phượng nghiêng trước trường",
        "body": TOLD,
        "name": "Lê Văn Tư",
        "phone": "0912 345 678",
        **more,
    }


def token_of(browser):
    return re.search(r'name="token" type="hidden" value="([^"]+)"', browser.get("/reception/file").text)[1]


def petitions(office):
    with office.app.app_context():
        return db.session.scalars(db.select(Petition).order_by(Petition.id)).all()


@pytest.mark.parametrize("channel", [each for each in Channel if each != Channel.WEB])
@pytest.mark.parametrize("kind", [Kind.FEEDBACK, Kind.COMPLAINT])
def test_what_was_told_is_filed_as_told(office, dispatcher, channel, kind):
    answer = dispatcher.post("/reception/file", data=told(office, dispatcher, channel=channel, kind=kind))
    assert (answer.status_code, answer.location) == (302, "/reception/receipt")
    [petition] = petitions(office)
    assert (petition.channel, petition.kind) == (channel, kind)
    assert petition.state == (State.RECEIVED if kind == Kind.FEEDBACK else State.AWAITING_SUBMITTER)
    with office.app.app_context():
        submission = queries.get_submission(petition.id)
        assert (submission.body, submission.address) == (TOLD, "Trước trường tiểu học Vĩnh Ninh")
        assert identities.get(petition.contact_id).phone == "+84912345678"


def test_the_receipt_opens_the_petition_until_it_is_forgotten(office, dispatcher, words):
    dispatcher.post("/reception/file", data=told(office, dispatcher))
    page = words(dispatcher.get("/reception/receipt"))
    [petition] = petitions(office)
    secret = "-".join(re.findall(r'app-secret__group">(\w{4})<', page))
    assert petition.code in page
    assert "data:image/svg+xml" in page
    key = office.app.config["SECRET_KEY"]
    assert codes.fingerprint(secret, key) == petition.secret_hash
    citizen = office.app.test_client()
    opened = citizen.post("/track", data={"number": petition.code, "secret": secret})
    assert opened.status_code == 302
    assert dispatcher.post("/reception/receipt/forget").location == "/reception"
    assert dispatcher.get("/reception/receipt").location == "/reception/file"


def test_filing_for_someone_does_not_make_the_dispatcher_the_submitter(office, dispatcher):
    dispatcher.post("/reception/file", data=told(office, dispatcher))
    [petition] = petitions(office)
    assert dispatcher.get(f"/track/{petition.code}").status_code == 404


def test_the_same_form_sent_twice_makes_one_petition(office, dispatcher):
    typed = told(office, dispatcher)
    assert [dispatcher.post("/reception/file", data=typed).status_code for _ in range(2)] == [302, 302]
    assert len(petitions(office)) == 1
    dispatcher.post("/reception/file", data=told(office, dispatcher))
    assert len(petitions(office)) == 2


def test_feedback_needs_no_name(office, dispatcher):
    assert (
        dispatcher.post("/reception/file", data=told(office, dispatcher, name="", phone="")).status_code
        == 302
    )
    assert petitions(office)[0].contact_id is None


def test_a_name_without_a_way_to_reach_the_person_is_not_kept(office, dispatcher):
    dispatcher.post("/reception/file", data=told(office, dispatcher, phone=""))
    assert petitions(office)[0].contact_id is None
    with office.app.app_context():
        assert db.session.scalar(db.select(db.func.count()).select_from(Contact)) == 0


def test_files_come_with_it(office, dispatcher):
    name, raw = given.a_photo()
    sent = told(office, dispatcher, files=(BytesIO(raw), name))
    assert dispatcher.post("/reception/file", data=sent).status_code == 302
    with office.app.app_context():
        assert len(queries.attachments(petitions(office)[0].id)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": ""},
        {"channel": "web"},
        {"kind": "denunciation"},
        {"unit_id": ""},
        {"unit_id": "999"},
        {"category_id": "x"},
        {"title": "x" * 121},
        {"body": "Cây nghiêng"},
        {"kind": "recommendation", "name": "", "phone": ""},
        {"kind": "complaint", "name": ""},
        {"kind": "complaint", "phone": ""},
        {"phone": "gọi sau"},
        {"email": "tu@"},
        {"token": ""},
        {"token": "x"},
        {"files": (b"<html>", "don.jpg")},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(office, dispatcher, words, wrong):
    sent = told(office, dispatcher, **wrong)
    if "files" in wrong:
        sent["files"] = (BytesIO(wrong["files"][0]), wrong["files"][1])
    answer = dispatcher.post("/reception/file", data=sent)
    page = words(answer)
    assert answer.status_code == 422
    assert "govuk-error-summary" in page
    assert sent["body"] in page
    assert "Trước trường tiểu học Vĩnh Ninh" in page
    assert petitions(office) == []


def test_only_dispatchers_file_for_others(office):
    for person in ("officer", "head", "supervisor", "admin"):
        browser = office.browser(person)
        for address in ("/reception/file", "/reception/receipt"):
            assert browser.get(address).status_code == 403
        assert browser.post("/reception/file", data={}).status_code == 403


def test_the_form_can_be_read_in_english(office, dispatcher):
    assert dispatcher.get("/en/reception/file").status_code == 200
