"""The page that explains a due date: right and told to a layman, across Tết and across 24/11/2026."""

import json
from datetime import date, datetime
from html import unescape

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Actor
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.cli import run_night
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import State
from qcdc_feedback.workdays import services as workdays
from qcdc_feedback.workdays.rules import DayKind
from tests import given
from tests.conventions import house


def on(day):
    """Let it be ten in the morning of that day in Huế."""
    return clock.at(datetime.fromisoformat(f"{day}T10:00:00+07:00"))


def begun(day, state=State.IN_PROGRESS, **more):
    """Play a petition on a day."""

    def scene(town):
        with on(day):
            return given.a_petition(town, state, **more).code

    return scene


def waited(town):
    with on("2026-11-16"):
        petition = given.a_petition(town, State.IN_PROGRESS)
    with on("2026-11-18"):
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
    with on("2026-11-23"):
        services.complete_petition(petition, given.submitter_of(petition), "Cột 12.")
    return petition.code


def extended(town):
    with on("2026-11-16"):
        petition = given.a_petition(town, State.IN_PROGRESS)
        services.ask_extension(petition, town.officer, 5, "Chờ vật tư đặc chủng.")
        services.grant_extension(petition, town.head)
    return petition.code


@pytest.mark.parametrize(
    ("day", "due", "holiday", "language"),
    [
        ("2026-11-20", "02/12/2026", "24/11/2026", ""),
        ("2026-11-20", "2 December 2026", "24 November 2026", "/en"),
        ("2026-02-12", "02/03/2026", "20/02/2026", ""),
        ("2026-02-12", "2 March 2026", "20 February 2026", "/en"),
    ],
)
def test_the_count_names_the_days_off_that_it_passes_over(play, read, day, due, holiday, language):
    (code,) = play(begun(day))
    with on(day):
        page = unescape(read(f"{language}/petitions/{code}/due"))
    assert due in page.split("<h1", 1)[1].split("</h1>")[0]
    count = page.split('id="count"')[1].split("</ol>")[0]
    assert holiday in count
    assert "Nghỉ lễ" in count
    assert due in count


def test_a_pause_tells_from_when_to_when_and_how_many_days(play, read):
    (code,) = play(waited)
    page = unescape(read(f"/petitions/{code}/due"))
    assert "Chờ người gửi từ 18/11/2026 đến 23/11/2026: cộng thêm 3 ngày" in page
    assert "7 theo quy định + 3 tạm dừng = 10 ngày làm việc" in page
    assert "26/11/2026" in page
    assert "Vì sao hạn là ngày 01/12/2026?" in page
    assert page.count("app-month__day--paused") == 3


def test_an_extension_tells_who_and_why_and_keeps_the_first_date(play, read):
    (code,) = play(extended)
    page = unescape(read(f"/petitions/{code}/due"))
    assert "Lãnh đạo cơ quan đồng ý gia hạn 5 ngày" in page
    assert "Chờ vật tư đặc chủng." in page
    assert "26/11/2026" in page
    assert "03/12/2026" in page
    assert "Nguyễn Thị Lãnh Đạo" not in page


def test_every_counted_day_of_the_picture_has_its_number(play, read):
    (code,) = play(begun("2026-11-20"))
    with on("2026-11-20"):
        page = unescape(read(f"/petitions/{code}/due"))
    picture = page.split('id="picture"')[1]
    assert [n for n in range(1, 12) if f">ngày {n}<" in picture] == [1, 2, 3, 4, 5, 6]
    assert picture.count(">HẠN<") == 1
    assert picture.count(">mốc<") == 1


def test_a_date_in_a_year_not_confirmed_is_provisional_everywhere(play, read, client):
    (code,) = play(begun("2026-12-28"))
    with on("2026-12-28"):
        for address in (f"/petitions/{code}/due", f"/petitions/{code}", "/petitions"):
            assert "tạm tính" in read(address).lower(), address


def year_confirmed(_town):
    """Let all days of 2027 be confirmed, as they are expected now."""
    days = json.loads((house.PACKAGE / "seed" / "calendar.json").read_text("utf-8"))["days"]
    of_year = [{**day, "sure": "confirmed"} for day in days if day["date"].startswith("2027")]
    workdays.load_days(SYSTEM, of_year)


def test_a_date_in_a_confirmed_year_is_not(play, read):
    (_, code) = play(year_confirmed, begun("2027-03-01"))
    with on("2027-03-01"):
        for address in (f"/petitions/{code}/due", f"/petitions/{code}", "/petitions"):
            assert "tạm tính" not in read(address).lower(), address


def test_of_a_complaint_only_dates_are_told(play, read):
    (code,) = play(begun("2026-11-20", State.ACCEPTED, kind=Kind.COMPLAINT))
    with on("2026-11-20"):
        page = unescape(read(f"/petitions/{code}/due"))
    assert "Vì sao hạn là ngày 21/12/2026?" in page
    assert "điều 28" in page
    assert "Đèn đường" not in page


def test_a_hidden_petition_shows_no_dates(play, client):
    def hidden(town):
        petition = given.a_petition(town, State.IN_PROGRESS)
        services.hide_petition(petition, town.dispatcher, "Lộ thông tin cá nhân.")
        return petition.code

    (code,) = play(hidden)
    answer = client.get(f"/petitions/{code}/due")
    assert (answer.status_code, answer.location) == (302, f"/petitions/{code}")


def test_what_is_unknown_or_a_denunciation_is_not_found(read):
    read("/petitions/PA-2026-999999/due", status=404)


def test_before_anything_runs_the_page_says_so(play, read):
    (code,) = play(lambda _town: given.a_filing(kind=Kind.COMPLAINT).code)
    assert "Chưa có thời hạn nào bắt đầu" in unescape(read(f"/petitions/{code}/due"))


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("state", list(given._WAYS))
def test_every_state_is_explained_in_both_languages(play, read, language, state):
    complaints = (State.ACCEPTED, State.VERIFYING, State.SUSPENDED, State.DIALOGUE, State.DECIDED)
    more = (
        {"kind": Kind.COMPLAINT}
        if state in complaints
        else {"outcome": Outcome.WILL_DO if state == State.ANSWERED else Outcome.DONE}
    )
    (code,) = play(lambda town: given.a_petition(town, state, **more).code)
    read(f"{language}/petitions/{code}/due")


def test_it_takes_six_statements_however_much_happened(play, client, counting):
    numbers = []
    for code in play(begun("2026-11-16"), waited, extended):
        with counting() as sent:
            assert client.get(f"/petitions/{code}/due").status_code == 200
        numbers.append(len(sent))
    assert numbers == [6, 6, 6]


def storm(town):
    """Let 19/11/2026 become a day off, and the night run."""
    with on("2026-11-18"):
        change = workdays.propose_day(town.admin, date(2026, 11, 19), DayKind.HOLIDAY, "Nghỉ bão", "QĐ 1")
        other = Actor(user_id=0, name="Người thứ hai", posts=town.admin.posts)
        workdays.confirm_day(change, other)
        run_night()


def test_a_change_of_the_calendar_tells_from_what_to_what_and_why(play, read):
    (code, _) = play(begun("2026-11-16"), storm)
    with on("2026-11-19"):
        page = unescape(read(f"/petitions/{code}/due"))
    assert "Hạn đổi từ 26/11/2026 sang 27/11/2026 vì lịch làm việc thay đổi" in page
    assert "Nghỉ bão" in page
    assert "Vì sao hạn là ngày 27/11/2026?" in page


def test_the_date_stays_though_the_calendar_changed_after_the_answer(play, read):
    (code, _) = play(begun("2026-11-16", State.ANSWERED), storm)
    page = unescape(read(f"/petitions/{code}/due"))
    assert "Vì sao hạn là ngày 26/11/2026?" in page
    assert "Lịch làm việc đã thay đổi sau khi việc này ngừng tính." in page
