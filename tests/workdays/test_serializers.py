"""The calendar and the steps of a count, written for terminals, programs and spreadsheets."""

import json
from datetime import UTC, date, datetime

import pytest

from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.workdays import labels, queries, rules, serializers, services
from qcdc_feedback.workdays.adapters import read_days
from qcdc_feedback.workdays.rules import DayUnit, StepKind, explain

STAMP = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def of(calendar, start, n, unit):
    steps = explain(date.fromisoformat(start), n, unit, True, calendar)
    return steps[-1].until, steps, calendar


@pytest.mark.usefixtures("inside")
def test_the_due_date_stands_alone_on_the_first_line_and_the_reasons_below(calendar):
    lines = serializers.due_text(*of(calendar, "2026-10-25", 30, DayUnit.CALENDAR)).splitlines()
    assert lines[0] == "2026-11-25"
    assert len(lines) == 1 + 5
    assert "Ngày Văn hóa Việt Nam" in lines[3]
    assert "Nghị quyết 28/2026/QH16" in lines[3]


@pytest.mark.usefixtures("inside")
def test_a_due_date_in_an_unconfirmed_year_is_said_to_be_provisional(calendar):
    assert "2027" in serializers.due_text(*of(calendar, "2026-11-23", 60, DayUnit.CALENDAR)).splitlines()[-1]
    assert serializers.due_json(*of(calendar, "2026-11-23", 60, DayUnit.CALENDAR))["is_provisional"] is True


def test_the_steps_as_json_are_plain_values(calendar):
    written = json.loads(json.dumps(serializers.due_json(*of(calendar, "2026-11-20", 2, DayUnit.WORKING))))
    assert written["due"] == "2026-11-25"
    assert [step["step"] for step in written["steps"]] == [
        "starts_after",
        "counted",
        "day_off",
        "counted",
        "weekends",
        "due",
    ]
    assert written["steps"][2]["day"]["legal_basis"] == "Nghị quyết 28/2026/QH16, Điều 2"


@pytest.mark.usefixtures("inside")
def test_a_year_is_a_line_for_each_special_day(calendar):
    lines = serializers.calendar_text(2026, calendar).splitlines()
    assert len(lines) == 17
    assert lines[2].startswith("2026-01-10  thứ Bảy  Làm bù")
    assert "2027" in serializers.calendar_text(2027, calendar).splitlines()[0]


def test_a_year_as_json_says_what_is_worked(calendar):
    year = serializers.calendar_json(2026, calendar)
    assert year["is_provisional"] is False
    assert [day["date"] for day in year["days"] if day["is_working"]] == ["2026-01-10", "2026-08-22"]


@pytest.mark.usefixtures("inside")
def test_days_without_a_name_have_words_too():
    bare = rules.WorkCalendar(off=frozenset({date(2026, 11, 24)}))
    assert len(serializers.steps_text(of(bare, "2026-11-20", 2, DayUnit.WORKING)[1])) == 6


@pytest.mark.usefixtures("inside")
def test_what_is_exported_can_be_imported(seed, known):
    services.load_days(SYSTEM, seed)
    days = [special for year in range(2020, 2031) for special in queries.special_days(year)]
    entries = [entry for entry, _ in known]
    for name, text in (
        ("a.csv", serializers.calendar_csv(days)),
        ("a.ics", serializers.calendar_ical(days, STAMP)),
    ):
        assert [entry for _, entry in read_days(name, text.encode())] == entries


def test_every_code_and_every_step_has_words():
    codes = [
        member
        for kind in vars(rules).values()
        if isinstance(kind, type) and issubclass(kind, rules.DayKind.__base__) and kind is not StepKind
        for member in kind
    ]
    assert [code for code in codes if code not in labels.LABELS.get(type(code), {})] == []
    assert set(labels.STEPS) == set(StepKind)
