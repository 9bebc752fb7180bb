"""Holidays of the law: which a year must have, what a weekend brings, what the reviewed calendar holds."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcdc_feedback.workdays.rules import (
    DayDoesNotFit,
    DayKind,
    Entry,
    Holiday,
    Lack,
    Misfit,
    Policy,
    Shortcoming,
    calendar_of,
    compensations,
    month_grid,
    require_fitting,
    shortcomings,
    year_grid,
)
from qcdc_feedback.workdays.rules.days import misfit
from qcdc_feedback.workdays.rules.holidays import days_given, holiday_of

YEARS = range(2020, 2031)


def day(text, kind=DayKind.HOLIDAY):
    return Entry(date.fromisoformat(text), kind, "Nghỉ", "Luật")


@pytest.mark.parametrize("year", YEARS)
def test_the_reviewed_calendar_has_all_holidays_of_the_law_and_what_compensates_them(known, year):
    entries = [entry for entry, _ in known]
    assert shortcomings(year, entries) == ()
    of_year = [entry for entry in entries if entry.day.year == year]
    assert Counter(filter(None, map(holiday_of, of_year))) == days_given(year)
    given = [entry for entry in of_year if entry.kind is DayKind.COMPENSATION]
    assert [(entry.day, entry.name) for entry in given] == [
        (entry.day, entry.name) for entry in sorted(compensations(of_year), key=lambda entry: entry.day)
    ]


def test_the_reviewed_days_fit_and_each_is_said_once(known):
    assert [entry for entry, _ in known if misfit(entry)] == []
    assert len({entry.day for entry, _ in known}) == len(known)


def test_years_with_a_notice_are_confirmed_and_those_without_are_provisional(calendar):
    assert calendar.confirmed_years == set(range(2020, 2027))
    assert not calendar.is_provisional(date(2026, 12, 31))
    assert calendar.is_provisional(date(2027, 1, 4))


def test_2026_is_off_and_worked_just_as_announced(calendar):
    off = (
        "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 08-31 09-01 09-02 11-24"
    ).split()
    assert {f"{each:%m-%d}" for each in calendar.off if each.year == 2026} == set(off)
    assert {each for each in calendar.worked if each.year == 2026} == {date(2026, 1, 10), date(2026, 8, 22)}


@pytest.mark.parametrize("lost", ["2026-02-18", "2026-09-01", "2026-04-26", "2026-01-01", "2026-11-24"])
def test_a_year_that_lacks_a_holiday_is_provisional(known, lost):
    left = [(entry, sure) for entry, sure in known if entry.day != date.fromisoformat(lost)]
    assert 2026 not in calendar_of(left).confirmed_years
    assert Lack.HOLIDAY in {found.lack for found in shortcomings(2026, [entry for entry, _ in left])}


@pytest.mark.parametrize("waits", ["2026-02-18", "2026-09-01", "2026-08-31"])
def test_a_year_in_which_a_day_is_only_expected_is_provisional(known, waits):
    less_sure = [(entry, sure and entry.day != date.fromisoformat(waits)) for entry, sure in known]
    assert 2026 not in calendar_of(less_sure).confirmed_years


def test_eleven_days_off_are_no_year_when_they_are_not_the_holidays_of_the_law():
    march = [(day(f"2025-03-{number:02}"), True) for number in range(1, 13)]
    assert calendar_of(march).confirmed_years == frozenset()


def test_an_extra_day_off_that_no_law_names_does_not_unsettle_a_year(known):
    mourning = (day("2026-07-22"), True)
    assert 2026 in calendar_of([*known, mourning]).confirmed_years


@pytest.mark.parametrize(
    ("holidays", "given"),
    [
        (["2026-04-26"], ["2026-04-27"]),
        (["2023-04-29", "2023-04-30", "2023-05-01"], ["2023-05-02", "2023-05-03"]),
        (["2022-04-30", "2022-05-01"], ["2022-05-02", "2022-05-03"]),
        (["2023-09-01", "2023-09-02"], ["2023-09-04"]),
        (
            ["2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11", "2024-02-12"],
            ["2024-02-13", "2024-02-14"],
        ),
        (["2026-11-24"], []),
        (["2029-11-24"], []),
        (["2026-08-01"], []),
    ],
)
def test_a_holiday_on_a_weekend_gives_the_next_working_day_off(holidays, given):
    assert [f"{entry.day}" for entry in compensations(map(day, holidays))] == given


def test_24_11_on_a_saturday_gives_monday_off_by_the_other_policy_only():
    found = compensations([day("2029-11-24")], Policy(compensates_culture_day=True))
    assert [(entry.day, entry.kind) for entry in found] == [(date(2029, 11, 26), DayKind.COMPENSATION)]


@given(st.frozensets(st.dates(date(2024, 1, 1), date(2026, 12, 31)), max_size=40))
def test_compensations_are_weekdays_of_their_own_after_their_holiday(days):
    holidays = [Entry(each, DayKind.HOLIDAY, f"{each}") for each in days]
    given = compensations(holidays)
    assert len({entry.day for entry in given}) == len(given)
    for entry in given:
        assert entry.day.isoweekday() <= 5
        assert entry.day not in days
        assert entry.day > date.fromisoformat(entry.name)


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        (day("2026-11-23", DayKind.SWAP_OFF), Shortcoming(Lack.WORKED_DAY, date(2026, 11, 23))),
        (day("2026-11-28", DayKind.SWAP_WORK), Shortcoming(Lack.DAY_OFF, date(2026, 11, 28))),
        (
            day("2026-12-28", DayKind.COMPENSATION),
            Shortcoming(Lack.UNEXPLAINED_COMPENSATION, date(2026, 12, 28)),
        ),
    ],
)
def test_half_a_swap_and_a_day_off_without_reason_are_pointed_out(calendar, extra, found):
    assert shortcomings(2026, [*calendar.entries.values(), extra]) == (found,)


def test_a_missing_compensation_is_pointed_out(calendar):
    left = [entry for entry in calendar.entries.values() if entry.day != date(2026, 4, 27)]
    assert shortcomings(2026, left) == (Shortcoming(Lack.COMPENSATION, date(2026, 4, 27)),)


def test_a_missing_holiday_is_pointed_out_by_its_name(calendar):
    left = [entry for entry in calendar.entries.values() if entry.day != date(2026, 9, 1)]
    assert shortcomings(2026, left) == (Shortcoming(Lack.HOLIDAY, holiday=Holiday.NATIONAL),)


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("2026-11-28", DayKind.SWAP_WORK, None),
        ("2026-11-27", DayKind.SWAP_WORK, Misfit.NEEDS_WEEKEND),
        ("2026-11-28", DayKind.SWAP_OFF, Misfit.NEEDS_WEEKDAY),
        ("2026-11-28", DayKind.COMPENSATION, Misfit.NEEDS_WEEKDAY),
        ("2026-11-27", DayKind.COMPENSATION, None),
        ("2026-11-28", DayKind.HOLIDAY, None),
        ("2026-11-27", DayKind.HOLIDAY, None),
        ("2012-11-27", DayKind.HOLIDAY, Misfit.YEAR),
        ("2101-11-27", DayKind.HOLIDAY, Misfit.YEAR),
    ],
)
def test_only_weekends_are_worked_by_swap_and_only_weekdays_given_off(text, kind, why):
    entry = day(text, kind)
    assert misfit(entry) is why
    if why:
        with pytest.raises(DayDoesNotFit) as refused:
            require_fitting(entry)
        assert refused.value.facts["why"] is why


def test_a_day_without_name_or_legal_basis_or_with_far_too_long_ones_does_not_fit():
    entry = day("2026-11-27")
    assert misfit(replace(entry, name="")) is Misfit.NO_NAME
    assert misfit(replace(entry, legal_basis="")) is Misfit.NO_BASIS
    assert misfit(replace(entry, name="x" * 201)) is Misfit.TOO_LONG


def test_a_month_is_whole_weeks_with_what_each_day_is(calendar):
    month = month_grid(2026, 11, calendar)
    cells = {cell.day: cell for week in month.weeks for cell in week}
    assert {len(week) for week in month.weeks} == {7}
    assert month.weeks[0][0].day == date(2026, 10, 26)
    assert not cells[date(2026, 10, 31)].is_in_month
    culture = cells[date(2026, 11, 24)]
    assert (culture.is_in_month, culture.is_working) == (True, False)
    assert culture.entry.name == "Ngày Văn hóa Việt Nam"
    assert cells[date(2026, 11, 25)].is_working
    assert cells[date(2026, 11, 25)].entry is None


def test_a_year_has_twelve_months_and_all_its_days(calendar):
    months = year_grid(2026, calendar)
    days = [cell.day for month in months for week in month.weeks for cell in week if cell.is_in_month]
    assert [month.month for month in months] == list(range(1, 13))
    assert len(days) == len(set(days)) == 365
