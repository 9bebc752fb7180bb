"""The working calendar, as two administrators keep it: one proposes, the other decides."""

from datetime import date
from io import BytesIO

import pytest

from qcdc_feedback.core.actors import SYSTEM, Actor, Post, Role
from qcdc_feedback.workdays import queries, services
from qcdc_feedback.workdays.rules import DayKind

ALERT = 'role="alert"'
VICTORY, CULTURE = date(2027, 4, 30), date(2026, 11, 24)
DAY = {"day": "2027-04-30", "kind": "holiday", "name": "Ngày Chiến thắng", "legal_basis": "Điều 112"}
OTHER = Actor(user_id=999, name="Lê Thị Hòa", posts=frozenset({Post(Role.ADMIN, 1)}))
EXPECTED = {"date": "2027-09-03", "kind": "holiday", "name": "Quốc khánh", "legal_basis": "", "sure": ""}


@pytest.fixture
def theirs(office):
    """Return the proposal of another administrator."""
    return office(
        lambda: services.propose_day(OTHER, VICTORY, DayKind.HOLIDAY, "Ngày Chiến thắng", "Điều 112")
    )


def test_a_day_is_proposed_in_the_name_of_the_administrator_and_does_not_count_yet(browser, office):
    answer = browser.post("/admin/calendar/propose", data=DAY)
    assert answer.location == "/admin/calendar/2027?done=proposed"
    (waiting,) = office(queries.waiting)
    assert (waiting.day, waiting.proposed_by) == (VICTORY, "Hồ Văn Quản Trị")
    assert office(lambda: queries.work_calendar().is_working(VICTORY))
    page = browser.get(answer.location).text
    assert f'href="/admin/calendar/changes/{waiting.id}"' in page
    assert "Hồ Văn Quản Trị" in page
    assert 'href="/admin/calendar"' in browser.get("/admin").text


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
        {"day": "2026-11-24"},  # confirmed already
    ],
)
def test_a_day_is_refused_with_what_was_typed(browser, office, change):
    page = browser.post("/admin/calendar/propose", data=DAY | change)
    assert page.status_code in (409, 422)
    assert ALERT in page.text
    assert office(queries.waiting) == []


def test_an_expected_day_stands_in_the_form(browser):
    page = browser.get("/admin/calendar/propose?day=2026-11-24").text
    assert 'value="2026-11-24"' in page
    assert 'value="Nghỉ lễ"' in page
    assert browser.get("/admin/calendar/propose?day=never").status_code == 200


def test_the_proposal_of_another_is_confirmed_and_counts(browser, office, theirs):
    address = f"/admin/calendar/changes/{theirs.id}"
    assert "Lê Thị Hòa" in browser.get(address).text
    answer = browser.post(address, data={"verdict": "confirm"})
    assert answer.location == "/admin/calendar/2027?done=confirmed"
    special = office(lambda: queries.find_standing(VICTORY))
    assert special.confirmed_by == "Hồ Văn Quản Trị"
    assert f'href="{address}"' in browser.get(answer.location).text
    assert "Lê Thị Hòa" in browser.get("/admin/calendar/changes").text


def test_the_proposal_of_another_is_declined_with_a_reason_that_stays(browser, office, theirs):
    address = f"/admin/calendar/changes/{theirs.id}"
    answer = browser.post(address, data={"verdict": "decline", "remark": "Chưa có thông báo"})
    assert answer.location == "/admin/calendar/2027?done=declined"
    assert office(lambda: queries.find_standing(VICTORY)) is None
    page = browser.get(address).text
    assert "Chưa có thông báo" in page
    assert "<form method=" not in page.partition("<main")[2]


def test_ones_own_proposal_can_only_be_taken_back(browser, office):
    browser.post("/admin/calendar/propose", data=DAY)
    (own,) = office(queries.waiting)
    address = f"/admin/calendar/changes/{own.id}"
    assert 'value="confirm"' not in browser.get(address).text
    assert browser.post(address, data={"verdict": "confirm"}).status_code == 422
    assert browser.post("/admin/calendar/confirm", data={"change_ids": [own.id]}).status_code == 422
    assert browser.post(address, data={"verdict": "decline"}).status_code == 302
    assert office(queries.waiting) == []


def test_a_proposal_that_was_decided_meanwhile_says_so(browser, office, theirs):
    office(lambda: services.decline_day(queries.get_change(theirs.id), OTHER, ""))
    page = browser.post(f"/admin/calendar/changes/{theirs.id}", data={"verdict": "confirm"})
    assert page.status_code == 409
    assert ALERT in page.text


def test_several_proposals_of_others_are_confirmed_together(browser, office, theirs):
    browser.post("/admin/calendar/propose", data=DAY | {"day": "2027-05-01"})
    page = browser.get("/admin/calendar/confirm").text
    assert page.count('type="checkbox"') == 1
    assert "checked" in page
    answer = browser.post("/admin/calendar/confirm", data={"change_ids": [theirs.id]})
    assert answer.location == "/admin/calendar/2027?done=confirmed"
    assert [change.day for change in office(queries.waiting)] == [date(2027, 5, 1)]


def test_nothing_chosen_is_nothing_confirmed(browser, office, theirs):
    assert browser.post("/admin/calendar/confirm", data={}).status_code == 422
    assert browser.post("/admin/calendar/confirm", data={"change_ids": ["x"]}).status_code == 422
    assert len(office(queries.waiting)) == 1


def test_a_day_is_withdrawn_by_two_and_by_a_notice(browser, office):
    special = office(lambda: queries.find_standing(CULTURE))
    address = f"/admin/calendar/days/{special.id}/withdraw"
    assert browser.post(address, data={}).status_code == 422
    answer = browser.post(address, data={"legal_basis": "Thông báo 2/TB"})
    assert answer.location == "/admin/calendar/2026?done=proposed"
    assert not office(lambda: queries.work_calendar().is_working(CULTURE))
    assert browser.post(address, data={"legal_basis": "Thông báo 2/TB"}).status_code == 409


def test_a_year_is_proposed_by_its_notice(browser, office):
    office(lambda: services.load_days(SYSTEM, [EXPECTED]))
    assert 'href="/admin/calendar/propose-year?year=2027"' in browser.get("/admin/calendar/2027").text
    assert "selected" in browser.get("/admin/calendar/propose-year?year=2027").text
    assert browser.post("/admin/calendar/propose-year", data={"year": "2027"}).status_code == 422
    notice = {"year": "2027", "legal_basis": "Thông báo 9/TB-BNV"}
    answer = browser.post("/admin/calendar/propose-year", data=notice)
    assert answer.location == "/admin/calendar/2027?done=proposed"
    assert [change.legal_basis for change in office(queries.waiting)] == ["Thông báo 9/TB-BNV"]


def upload(browser, name, text):
    return browser.post("/admin/calendar/import", data={"files": (BytesIO(text.encode()), name)})


def test_a_file_is_imported_whole(browser, office):
    text = "date,kind,name,legal_basis\n2026-11-23,swap_off,Hoán đổi,TB\n2026-11-28,swap_work,Hoán đổi,TB\n"
    assert upload(browser, "lich.csv", text).status_code == 200
    assert len(office(queries.waiting)) == 2
    assert upload(browser, "lich.csv", text.replace("28,swap_work", "27,swap_work")).status_code == 422
    assert len(office(queries.waiting)) == 2


@pytest.mark.parametrize(("name", "text"), [("a.ics", "BEGIN:VCALENDAR\n"), ("a.pdf", "%PDF"), ("a.csv", "")])
def test_a_file_that_is_no_calendar_is_refused_on_the_page(browser, office, name, text):
    page = upload(browser, name, text)
    assert page.status_code == 422
    assert ALERT in page.text
    assert office(queries.waiting) == []


def test_no_file_is_asked_for(browser):
    assert browser.post("/admin/calendar/import", data={}).status_code == 422


@pytest.mark.parametrize("name", ["days.csv", "days.ics"])
def test_what_is_exported_for_a_year_can_be_imported(browser, office, name):
    office(lambda: services.load_days(SYSTEM, [EXPECTED | {"legal_basis": "Điều 112"}]))
    answer = browser.get(f"/admin/calendar/2027/{name}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert upload(browser, f"lich-2027.{name[-3:]}", answer.text).status_code == 200
    assert [change.name for change in office(queries.waiting)] == ["Quốc khánh"]


def test_what_a_year_lacks_is_pointed_out(browser):
    page = browser.get("/admin/calendar/2026").text
    assert "Giỗ Tổ Hùng Vương" in page
