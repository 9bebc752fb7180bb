"""Counting days: the examples of the law book, a slow oracle, and what must hold for any calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcdc_feedback.workdays.rules import DayDoesNotFit, DayKind, WorkCalendar, calendar_of, require_fitting

ONE = timedelta(days=1)
OFF_2026 = (
    "2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-26 2026-04-27 "
    "2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02 2026-11-24 2027-01-01"
)
CALENDAR = WorkCalendar(
    off=frozenset(date.fromisoformat(day) for day in OFF_2026.split()),
    worked=frozenset({date(2026, 1, 10), date(2026, 8, 22)}),
    confirmed_years=frozenset({2026}),
)
DAYS = st.dates(date(2025, 12, 1), date(2027, 2, 1))
COUNTS = st.integers(0, 80)
CALENDARS = st.builds(
    WorkCalendar, off=st.frozensets(DAYS, max_size=60), worked=st.frozensets(DAYS, max_size=20)
)


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("2026-08-28", 7, "2026-09-11"),
        ("2026-04-24", 5, "2026-05-06"),
        ("2025-12-31", 2, "2026-01-06"),
        ("2026-01-08", 2, "2026-01-10"),
        ("2026-11-20", 2, "2026-11-25"),
    ],
)
def test_working_days_end_where_the_law_book_says(start, n, due):
    assert CALENDAR.after_working(date.fromisoformat(start), n) == date.fromisoformat(due)


def test_the_swap_that_was_only_proposed_would_move_the_end_by_a_day():
    with_swap = WorkCalendar(CALENDAR.off | {date(2026, 11, 23)}, CALENDAR.worked | {date(2026, 11, 28)})
    assert with_swap.after_working(date(2026, 11, 20), 2) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("2026-10-25", 30, "2026-11-25"),
        ("2026-01-18", 30, "2026-02-23"),
        ("2026-08-16", 15, "2026-09-03"),
        ("2026-11-23", 30, "2026-12-23"),
        ("2026-11-23", 45, "2027-01-07"),
        ("2026-11-23", 60, "2027-01-22"),
    ],
)
def test_calendar_days_end_where_the_law_book_says(start, n, due):
    assert CALENDAR.after_calendar(date.fromisoformat(start), n, roll=True) == date.fromisoformat(due)


def test_without_rolling_the_time_ends_on_the_day_itself():
    assert CALENDAR.after_calendar(date(2026, 10, 25), 30, roll=False) == date(2026, 11, 24)


@given(CALENDARS, DAYS, st.integers(1, 80))
def test_working_days_never_end_on_a_day_off(calendar, start, n):
    assert calendar.is_working(calendar.after_working(start, n))


@given(CALENDARS, DAYS, COUNTS)
def test_rolled_calendar_days_never_end_on_a_day_off(calendar, start, n):
    due = calendar.after_calendar(start, n, roll=True)
    assert calendar.is_working(due)
    assert due >= calendar.after_calendar(start, n, roll=False)


@given(CALENDARS, DAYS, st.integers(0, 40), COUNTS)
def test_who_starts_later_is_never_due_earlier(calendar, start, later, n):
    assert calendar.after_working(start, n) <= calendar.after_working(start + later * ONE, n)
    assert calendar.after_calendar(start, n, True) <= calendar.after_calendar(start + later * ONE, n, True)


@given(CALENDARS, DAYS, COUNTS, COUNTS)
def test_a_time_split_in_two_adds_up(calendar, start, first, second):
    whole = calendar.after_working(start, first + second)
    assert calendar.after_working(calendar.after_working(start, first), second) == whole


@given(CALENDARS, DAYS, COUNTS)
def test_what_is_counted_forwards_is_counted_between(calendar, start, n):
    assert calendar.working_between(start, calendar.after_working(start, n)) == n


@given(CALENDARS, DAYS, COUNTS)
def test_counting_agrees_with_crossing_off_days_one_by_one(calendar, start, n):
    day, left = start, n
    while left:
        day += ONE
        is_weekday = day.isoweekday() <= 5
        if day in calendar.worked or (is_weekday and day not in calendar.off):
            left -= 1
    assert calendar.after_working(start, n) == day


def test_nothing_lies_between_a_day_and_one_before_it():
    assert CALENDAR.working_between(date(2026, 3, 5), date(2026, 3, 2)) == 0


def test_a_working_day_is_its_own_next_working_day():
    assert CALENDAR.next_working(date(2026, 11, 25)) == date(2026, 11, 25)
    assert CALENDAR.next_working(date(2026, 11, 24)) == date(2026, 11, 25)


def test_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="-1 days"):
        CALENDAR.after_working(date(2026, 1, 1), -1)
    with pytest.raises(ValueError, match="-1 days"):
        CALENDAR.after_calendar(date(2026, 1, 1), -1, roll=True)


def test_a_day_of_an_unconfirmed_year_is_provisional():
    assert not CALENDAR.is_provisional(date(2026, 12, 31))
    assert CALENDAR.is_provisional(date(2027, 1, 4))


def holidays(year, n):
    return [(date(year, 3, day), DayKind.HOLIDAY, True) for day in range(1, n + 1)]


def test_a_year_with_all_holidays_of_the_law_is_confirmed():
    assert calendar_of(holidays(2028, 11)).confirmed_years == {2028}


@pytest.mark.parametrize(
    "days",
    [[], holidays(2028, 10), [*holidays(2028, 11), (date(2028, 5, 2), DayKind.SWAP_OFF, False)]],
    ids=["nothing known", "a holiday missing", "a day that waits"],
)
def test_a_year_that_is_not_whole_is_not_confirmed(days):
    assert calendar_of(days).confirmed_years == frozenset()


def test_a_day_that_waits_for_confirmation_counts_all_the_same():
    calendar = calendar_of([(date(2027, 2, 8), DayKind.HOLIDAY, False)])
    assert not calendar.is_working(date(2027, 2, 8))


@pytest.mark.parametrize(
    ("day", "kind", "fits"),
    [
        ("2026-11-28", DayKind.SWAP_WORK, True),
        ("2026-11-27", DayKind.SWAP_WORK, False),
        ("2026-11-28", DayKind.SWAP_OFF, False),
        ("2026-11-28", DayKind.COMPENSATION, False),
        ("2026-11-27", DayKind.COMPENSATION, True),
        ("2026-11-28", DayKind.HOLIDAY, True),
        ("2026-11-27", DayKind.HOLIDAY, True),
    ],
)
def test_only_weekends_are_worked_by_swap_and_only_weekdays_given_off(day, kind, fits):
    if fits:
        require_fitting(date.fromisoformat(day), kind)
        return
    with pytest.raises(DayDoesNotFit):
        require_fitting(date.fromisoformat(day), kind)
