"""The guided form: one thing a page, kept on the way, one petition at the end however often it is sent."""

import re
from io import BytesIO

import pytest

from qcdc_feedback.core.db import db
from qcdc_feedback.identities.models import Contact
from qcdc_feedback.petitions.models import Draft, Petition, Submission
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.rules.kinds import Kind
from tests import given

BODY = "Ba bóng đèn trước chợ Đông Ba tắt đã một tuần, buổi tối rất nguy hiểm."
PAGES = ["kind", "place", "category", "words", "photos", "contact", "check"]


@pytest.fixture
def town(app, clean):
    with app.app_context():
        return given.a_town()


@pytest.fixture
def ids(app, town):
    with app.app_context():
        return {
            "unit": given.offices.find_unit("19789").id,
            "category": given.queries.find_category("lighting_trees").id,
        }


@pytest.fixture
def answers(ids):
    """What an honest person fills in, page by page."""
    return {
        "kind": {"kind": "feedback"},
        "place": {"unit_id": ids["unit"], "address": "Trước chợ Đông Ba"},
        "category": {"category_id": ids["category"]},
        "words": {"title": "Đèn đường hỏng", "body": BODY},
        "photos": {},
        "contact": {"name": "Trần Thị Lan", "email": "lan@example.com", "phone": "", "address": ""},
    }


def fill(client, answers, until="check"):
    client.post("/file")
    for name in PAGES[: PAGES.index(until)]:
        answer = client.post(f"/file/{name}", data=answers[name], content_type="multipart/form-data")
        assert answer.status_code == 302, f"{name} answers {answer.status_code}"
    return client


def file(client, answers):
    fill(client, answers)
    client.post("/file/check")
    return client.get("/file/receipt").text


def number_and_secret(receipt):
    groups = re.findall(r'app-secret__group">(\w{4})<', receipt)
    assert len(groups) == 6
    return re.search(r"[A-Z]{2}-\d{4}-\d{6}", receipt)[0], "-".join(groups)


def only(app, model):
    with app.app_context():
        return db.session.scalars(db.select(model)).one()


def how_many(app, model):
    with app.app_context():
        return db.session.scalar(db.select(db.func.count()).select_from(model))


def test_a_filing_ends_with_a_number_and_a_secret_that_open_it(app, client, answers):
    receipt = file(client, answers)
    number, secret = number_and_secret(receipt)
    petition = only(app, Petition)
    assert petition.code == number
    assert petition.secret_hash == codes.fingerprint(secret, app.config["SECRET_KEY"])
    words = only(app, Submission)
    assert (words.title, words.body, words.address) == ("Đèn đường hỏng", BODY, "Trước chợ Đông Ba")
    stranger = app.test_client()
    answer = stranger.post("/track", data={"number": number, "secret": secret})
    assert (answer.status_code, answer.location) == (302, f"/track/{number}")
    assert stranger.get(answer.location).status_code == 200


def test_the_code_to_scan_is_a_picture_in_the_page(client, answers):
    assert 'src="data:image/svg+xml' in file(client, answers)


def test_no_table_holds_the_secret_or_the_token(app, client, answers):
    _, secret = number_and_secret(file(client, answers))
    with client.session_transaction() as session:
        token = session["filing"]
    with app.app_context():
        for table in db.metadata.sorted_tables:
            kept = repr(db.session.execute(table.select()).all())
            assert secret not in kept
            assert secret.replace("-", "") not in kept
            assert token not in kept


def test_a_photo_travels_with_the_filing(app, client, answers):
    name, raw = given.a_photo()
    answers["photos"] = {"files": (BytesIO(raw), name)}
    file(client, answers)
    with app.app_context():
        petition = db.session.scalars(db.select(Petition)).one()
        assert [row.file.name for row in given.queries.own_files(petition.id)] == [name]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_form_shows_itself_when_its_turn_has_come(client, answers, page):
    fill(client, answers, until=page)
    answer = client.get(f"/file/{page}")
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("page", PAGES[2:])
def test_who_skips_ahead_is_led_to_the_first_page_that_is_missing(client, answers, page):
    fill(client, answers, until="place")
    assert client.get(f"/file/{page}").location == "/file/place"
    assert client.post(f"/file/{page}", data=answers.get(page)).location == "/file/place"


@pytest.mark.parametrize("page", PAGES)
def test_who_has_begun_nothing_is_led_to_the_beginning(client, page):
    assert client.get(f"/file/{page}").location == "/file?lost=yes"


def test_what_was_typed_without_a_filing_is_handed_back(client, town):
    answer = client.post("/file/words", data={"title": "Đèn", "body": BODY})
    assert answer.status_code == 409
    assert BODY in answer.text


def test_what_was_filled_in_stands_in_the_page_when_one_comes_back(client, answers):
    fill(client, answers)
    assert "Trước chợ Đông Ba" in client.get("/file/place").text
    assert re.search(r'value="feedback"\s+checked', client.get("/file/kind").text)
    assert BODY in client.get("/file/words").text
    assert "lan@example.com" in client.get("/file/contact").text


def test_a_change_made_from_the_check_leads_back_to_it(app, client, answers):
    fill(client, answers)
    answer = client.post("/file/words?to=check", data={"title": "Đèn vẫn hỏng", "body": BODY})
    assert answer.location == "/file/check"
    assert "Đèn vẫn hỏng" in client.get("/file/check").text


def test_sent_twice_it_is_one_petition_with_one_receipt(app, client, answers):
    first = file(client, answers)
    assert client.post("/file/check").location == "/file/receipt"
    assert number_and_secret(client.get("/file/receipt").text) == number_and_secret(first)
    assert how_many(app, Petition) == 1


@pytest.mark.parametrize("page", PAGES)
def test_going_back_after_sending_shows_the_receipt_and_changes_nothing(app, client, answers, page):
    file(client, answers)
    assert client.get(f"/file/{page}").location == "/file/receipt"
    assert client.post(f"/file/{page}", data={"title": "Khác", "body": BODY + " Khác."}).status_code == 302
    assert only(app, Submission).title == "Đèn đường hỏng"


def test_a_new_filing_has_another_number_and_another_secret(app, client, answers):
    first = number_and_secret(file(client, answers))
    second = number_and_secret(file(client, answers))
    assert first[0] != second[0]
    assert first[1] != second[1]
    assert how_many(app, Petition) == 2


def test_nobody_reaches_the_filing_of_another_browser(app, client, answers):
    fill(client, answers)
    other = app.test_client()
    assert other.get("/file/check").location == "/file?lost=yes"
    other.post("/file")
    assert other.get("/file/check").location == "/file/kind"
    assert other.get("/file/photos/1").status_code == 302


def test_the_device_forgets_the_secret_when_told(app, client, answers):
    number, _ = number_and_secret(file(client, answers))
    assert client.get(f"/track/{number}").status_code == 200
    client.post("/file/receipt/forget")
    assert client.get("/file/receipt").location == "/file/check"
    assert client.get(f"/track/{number}").status_code == 404


def test_a_filing_thrown_away_leaves_neither_words_nor_person(app, client, answers):
    fill(client, answers)
    assert client.post("/file/discard").location == "/file"
    assert how_many(app, Draft) == 0
    person = only(app, Contact)
    assert (person.name, person.email) == ("", None)


def test_choosing_denunciation_leads_away_before_anything_is_kept(app, client, town):
    client.post("/file")
    assert client.post("/file/kind", data={"kind": "denunciation"}).location == "/denunciation"
    assert only(app, Draft).kind is None


@pytest.mark.parametrize(
    ("body", "is_warned"),
    [
        (f"{BODY} Tôi tố cáo ông A nhận hối lộ.", True),
        ("Can bo phuong co dau hieu nhan tien cua nguoi xay nha trai phep.", True),
        (BODY, False),
    ],
)
def test_words_that_accuse_are_met_with_advice_before_they_are_sent(client, answers, body, is_warned):
    answers["words"]["body"] = body
    fill(client, answers)
    page = client.get("/file/check").text
    assert (page.count('href="/denunciation"') > 1) is is_warned  # one stands in the foot of every page


def test_feedback_may_be_filed_without_a_contact(app, client, answers):
    answers["contact"] = {"skip": "1"}
    file(client, answers)
    assert only(app, Petition).contact_id is None


def test_leaving_no_contact_after_all_forgets_the_person(app, client, answers):
    fill(client, answers)
    client.post("/file/contact?to=check", data={"skip": "1"})
    assert only(app, Contact).name == ""
    assert only(app, Draft).contact_id is None


@pytest.mark.parametrize("kind", [Kind.RECOMMENDATION, Kind.COMPLAINT])
@pytest.mark.parametrize(
    "contact",
    [{"skip": "1"}, {"name": "Trần Thị Lan"}, {"email": "lan@example.com"}, {}],
    ids=["skipped", "no way to reach", "no name", "nothing"],
)
def test_recommendations_and_complaints_need_name_and_contact(client, answers, kind, contact):
    answers["kind"] = {"kind": kind.value}
    fill(client, answers, until="contact")
    assert client.post("/file/contact", data=contact).status_code == 422


def test_a_feedback_without_contact_that_becomes_a_complaint_is_asked_for_one(client, answers):
    answers["contact"] = {"skip": "1"}
    fill(client, answers)
    client.post("/file/kind?to=check", data={"kind": "complaint"})
    assert client.get("/file/check").location == "/file/contact"


def test_the_person_is_written_to_in_the_language_of_the_page(app, client, answers):
    fill(client, answers, until="contact")
    client.post("/en/file/contact", data=answers["contact"])
    assert only(app, Contact).locale == "en"


def test_a_place_is_found_by_its_former_name(app, client, answers):
    with app.app_context():
        units = [{**given._UNITS[1], "area_km2": 10.0, "valid_from": "2025-07-01"}]
        former = {"code": "19768", "name": "Phường Thuận Lộc", "kind": "ward", "district": "Quận Phú Xuân"}
        former |= {"successors": ["19753"], "valid_from": None, "valid_to": "2025-06-30"}
        given.authorities.load_units(given.SYSTEM, units, [former])
        wanted = given.offices.find_unit("19753").id
    fill(client, answers, until="place")
    found = client.post("/file/place", data={"former": "thuan loc", "find": "1", "address": "Số 3 Lê Huân"})
    assert found.status_code == 200
    assert f'name="chosen" value="{wanted}"' in found.text
    assert "Số 3 Lê Huân" in found.text
    taken = client.post("/file/place", data={"chosen": wanted, "address": "Số 3 Lê Huân"})
    assert re.search(rf'value="{wanted}"\s+selected', taken.text)
    nothing = client.post("/file/place", data={"former": "không có nơi này", "find": "1"})
    assert nothing.status_code == 200
    assert 'name="chosen"' not in nothing.text


def test_the_whole_form_works_with_the_token_that_every_page_carries(app, client, answers, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    assert client.post("/file").status_code == 400
    page = client.get("/file")
    for name in ["", *PAGES]:
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)[1]
        address = f"/file/{name}" if name else "/file"
        answer = client.post(address, data={**answers.get(name, {}), "csrf_token": token})
        assert answer.status_code == 302, f"{address} answers {answer.status_code}"
        page = client.get(answer.location)
    assert number_and_secret(page.text)
