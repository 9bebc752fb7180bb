"""Bad input on the citizen's pages: refused in words, with what was typed, and nothing half done."""

from io import BytesIO

import pytest

from qcdc_feedback.core.db import db
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.identities.models import Contact
from qcdc_feedback.petitions.models import Attachment, Draft, Message, Petition
from qcdc_feedback.petitions.rules.procedure import State
from tests import given

BODY = "Ba bóng đèn trước chợ Đông Ba tắt đã một tuần, buổi tối rất nguy hiểm."
BROKEN = "Đèn h\ufffdng"
FLOOD = "a" * 100_000


@pytest.fixture
def drafted(app, client):
    """Let this browser have a filing in which only the contact is missing."""
    with app.app_context():
        given.a_town()
        unit, category = given.offices.find_unit("19789").id, given.queries.find_category("urban_order").id
    client.post("/file")
    client.post("/file/kind", data={"kind": "feedback"})
    client.post("/file/place", data={"unit_id": unit})
    client.post("/file/category", data={"category_id": category})
    client.post("/file/words", data={"title": "Đèn đường hỏng", "body": BODY})
    return client


def snapshot(app, model):
    with app.app_context():
        return db.session.execute(model.__table__.select().order_by(*model.__table__.primary_key)).all()


FAULTY = [
    ("kind", {}),
    ("kind", {"kind": ""}),
    ("kind", {"kind": "state"}),
    ("kind", {"kind": FLOOD}),
    ("place", {}),
    ("place", {"unit_id": ""}),
    ("place", {"unit_id": "abc"}),
    ("place", {"unit_id": "-1"}),
    ("place", {"unit_id": "999999999999999999999999"}),
    ("place", {"unit_id": "1", "address": "a" * 201}),
    ("place", {"unit_id": "1", "address": BROKEN}),
    ("category", {}),
    ("category", {"category_id": "0"}),
    ("category", {"category_id": "abc"}),
    ("category", {"category_id": "1 OR 1=1"}),
    ("words", {}),
    ("words", {"title": "Đèn hỏng"}),
    ("words", {"title": "", "body": BODY}),
    ("words", {"title": "   ", "body": BODY}),
    ("words", {"title": "a" * 121, "body": BODY}),
    ("words", {"title": "Đèn hỏng", "body": "ngắn"}),
    ("words", {"title": "Đèn hỏng", "body": "a" * 5001}),
    ("words", {"title": "Đèn hỏng", "body": FLOOD}),
    ("words", {"title": BROKEN, "body": BODY}),
    ("words", {"title": "Đèn hỏng", "body": f"{BROKEN} {BODY}"}),
    ("words", {"title": "Đèn hỏng", "body": "\u200b" * 50}),
    ("contact", {}),
    ("contact", {"name": "Trần Thị Lan"}),
    ("contact", {"email": "lan@"}),
    ("contact", {"email": "lan@example.com\nBcc: all@example.com"}),
    ("contact", {"email": f"{'a' * 300}@example.com"}),
    ("contact", {"phone": "12"}),
    ("contact", {"phone": "số nhà 15"}),
    ("contact", {"name": "a" * 101, "email": "lan@example.com"}),
    ("contact", {"name": BROKEN, "email": "lan@example.com"}),
    ("contact", {"address": "a" * 301}),
]


@pytest.mark.parametrize(("page", "filled"), FAULTY, ids=range(len(FAULTY)))
def test_what_cannot_be_right_is_refused_with_what_was_typed_and_nothing_changes(app, drafted, page, filled):
    before = snapshot(app, Draft), snapshot(app, Contact)
    answer = drafted.post(f"/file/{page}", data=filled)
    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.text
    assert (snapshot(app, Draft), snapshot(app, Contact)) == before
    for name in ("title", "body", "address", "email", "phone"):
        typed = filled.get(name, "").strip().partition("\n")[0]
        assert typed in answer.text or "\u200b" in typed, name


def test_bytes_that_are_no_text_are_refused(app, drafted):
    before = snapshot(app, Draft)
    raw = b"title=%C4%90%E8n&body=" + b"%FF%FE" * 40
    answer = drafted.post("/file/words", data=raw, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422
    assert snapshot(app, Draft) == before


def test_fields_that_belong_to_the_house_are_not_taken_from_a_form(app, drafted):
    columns = {column.name for model in (Draft, Petition) for column in model.__table__.columns}
    forged = dict.fromkeys(columns - {"kind", "title", "body"}, "1")
    before = dict(snapshot(app, Draft)[0]._mapping)
    words = {"title": "Đèn đường vẫn hỏng", "body": BODY}
    assert drafted.post("/file/words", data={**forged, **words}).status_code == 302
    assert dict(snapshot(app, Draft)[0]._mapping) == {**before, "title": words["title"]}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("anh.jpg", b"<script>alert(1)</script>"),
        ("anh.jpg", b"%PDF-1.4 nothing"),
        ("anh.jpg", b""),
        ("anh.exe", b"MZ"),
        ("anh.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("anh", b"abc"),
        ("don.pdf", b"%PDF-1.4\n/JavaScript\n%%EOF"),
        ("../../etc/passwd", b"root"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(app, drafted, name, raw):
    answer = drafted.post(
        "/file/photos", data={"files": (BytesIO(raw), name)}, content_type="multipart/form-data"
    )
    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.text
    assert snapshot(app, StoredFile) == []


def photos(count):
    name, raw = given.a_photo()
    return {"files": [(BytesIO(raw), name) for _ in range(count)]}


def test_one_bad_file_among_good_ones_keeps_none(app, drafted):
    sent = photos(2)
    sent["files"].append((BytesIO(b"hello"), "gia.jpg"))
    assert drafted.post("/file/photos", data=sent, content_type="multipart/form-data").status_code == 422
    assert snapshot(app, StoredFile) == []


def test_six_files_are_too_many_at_once_and_together(app, drafted):
    def send(count):
        return drafted.post(
            "/file/photos", data=photos(count), content_type="multipart/form-data"
        ).status_code

    assert send(6) == 422
    assert send(4) == 302
    assert send(2) == 422
    assert len(snapshot(app, StoredFile)) == 4
    assert send(1) == 302


def test_more_than_the_server_takes_is_refused_before_it_is_read(app, drafted):
    length = {"CONTENT_LENGTH": str(27 * 1024 * 1024)}
    answer = drafted.post(
        "/file/photos", content_type="multipart/form-data; boundary=x", environ_overrides=length
    )
    assert answer.status_code == 413


def test_only_an_own_file_can_be_seen_or_taken_off(app, drafted):
    drafted.post("/file/photos", data=photos(1), content_type="multipart/form-data")
    with app.app_context():
        own = db.session.scalars(db.select(Draft)).one().files[0].id
    other = app.test_client()
    other.post("/file")
    other.post(f"/file/photos/{own}/remove")
    assert other.get(f"/file/photos/{own}").status_code == 302
    with drafted.get(f"/file/photos/{own}") as sent:
        assert sent.status_code == 200
    assert drafted.get("/file/photos/999999").status_code == 404
    assert drafted.post(f"/file/photos/{own}/remove").location == "/file/photos"
    assert drafted.get(f"/file/photos/{own}").status_code == 404


@pytest.fixture
def asked(app, client):
    """Let this browser have opened a petition that waits for its submitter; return its number."""
    with app.app_context():
        petition = given.a_petition(given.a_town(), at=State.AWAITING_SUBMITTER)
    given.holding(client, petition)
    return petition.code


DEEDS = [
    {},
    {"reply": ""},
    {"reply": BROKEN},
    {"reply": "a" * 2001},
    {"reply": BODY, "seen": "abc"},
    {"reply": BODY, "seen": ""},
    {"reply": BODY, "seen": "1.5"},
]


@pytest.mark.parametrize("filled", DEEDS, ids=range(len(DEEDS)))
def test_a_deed_badly_filled_in_is_not_done(app, client, asked, filled):
    before = snapshot(app, Petition)
    answer = client.post(f"/track/{asked}/complete", data=filled)
    assert answer.status_code == 422
    assert filled.get("reply", "") in answer.text
    assert snapshot(app, Petition) == before


@pytest.mark.parametrize("seen", ["1", "99", "-1", "999999999999999999999999"])
def test_a_deed_on_another_version_is_refused_with_the_words_kept(app, client, asked, seen):
    answer = client.post(f"/track/{asked}/complete", data={"reply": BODY, "seen": seen})
    assert answer.status_code == 409
    assert BODY in answer.text


def test_a_deed_with_a_false_file_leaves_no_trace(app, client, asked):
    words = [row.id for row in snapshot(app, Message)]
    filled = {"reply": BODY, "files": (BytesIO(b"hello"), "anh.png")}
    answer = client.post(f"/track/{asked}/complete", data=filled, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert BODY in answer.text
    assert [row.id for row in snapshot(app, Message)] == words
    assert snapshot(app, Attachment) == []


@pytest.mark.parametrize("stars", ["", "0", "5", "abc", "4; 1", "Satisfaction.SATISFIED"])
def test_a_rating_off_the_scale_is_no_rating(app, client, stars):
    with app.app_context():
        petition = given.a_petition(given.a_town(), at=State.ANSWERED)
    given.holding(client, petition)
    assert client.post(f"/track/{petition.code}/rate", data={"satisfaction": stars}).status_code == 422


def test_a_forged_state_does_not_travel_with_a_deed(app, client, asked):
    forged = {"state": "closed", "version": "77", "due_on": "2030-01-01", "authority_id": "1", "round": "9"}
    assert client.post(f"/track/{asked}/complete", data={"reply": BODY, **forged}).status_code == 302
    petition = snapshot(app, Petition)[0]
    assert (petition.state, petition.round, petition.authority_id) == (State.RECEIVED, 1, None)


def test_a_text_full_of_markup_is_shown_as_text(app, drafted):
    hostile = "<img src=x onerror=alert(1)> {{ 7*7 }} </textarea><script>alert(1)</script>"
    drafted.post("/file/words", data={"title": hostile[:60], "body": hostile})
    drafted.post("/file/contact", data={"name": hostile[:90], "email": "lan@example.com"})
    for page in ("words", "contact", "check"):
        text = drafted.get(f"/file/{page}").text
        assert "<img src=x" not in text
        assert "<script>alert" not in text
