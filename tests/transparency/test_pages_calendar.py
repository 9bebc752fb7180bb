"""The working calendar as everyone reads it, and as files for other programs."""

from datetime import datetime
from html import unescape

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.workdays.adapters import read_days


def nothing(_town):
    """Only found the town."""


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_year_shows_twelve_months_and_its_days_off(play, read, language):
    play(nothing)
    page = unescape(read(f"{language}/calendar/2026"))
    assert page.count('class="app-month"') == 12
    assert page.count("app-month__day--off") == 7
    assert "Nghỉ lễ" in page


def test_the_calendar_without_a_year_is_that_of_today(play, read):
    play(nothing)
    with clock.at(datetime.fromisoformat("2026-05-04T10:00:00+07:00")):
        assert "Lịch làm việc năm 2026" in unescape(read("/calendar"))


def test_a_year_that_is_not_confirmed_says_so(play, read):
    play(nothing)
    assert "chưa được xác nhận đủ" in unescape(read("/calendar/2027"))


@pytest.mark.parametrize(
    "address", ["/calendar/2012", "/calendar/2101", "/calendar/x", "/calendar/2012/days.csv"]
)
def test_other_years_are_not_there(play, read, address):
    play(nothing)
    read(address, status=404)


@pytest.mark.parametrize(("name", "kind"), [("days.csv", "text/csv"), ("days.ics", "text/calendar")])
def test_the_days_are_handed_out_as_files_that_can_be_read_again(play, client, name, kind):
    play(nothing)
    answer = client.get(f"/calendar/2026/{name}")
    assert answer.status_code == 200
    assert answer.content_type.startswith(kind)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert b"2026" in answer.data
    assert len(read_days(name, answer.data)) == 7


def test_it_takes_two_statements(play, client, counting):
    play(nothing)
    with counting() as sent:
        assert client.get("/calendar/2026").status_code == 200
    assert len(sent) == 2
