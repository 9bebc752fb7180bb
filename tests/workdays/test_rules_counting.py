"""Counting days: the examples of the law book, a slow oracle, and what must hold for any calendar."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcdc_feedback.workdays.rules import (
    DayKind,
    Entry,
    Intake,
    Policy,
    WorkCalendar,
    calendar_of,
    needs_reminder,
    start_date,
)

ONE = timedelta(days=1)
# A clock that starts in 2020 and one that ends in 2035, over days off and worked days anywhere.
DAYS = st.dates(date(2020, 1, 1), date(2035, 8, 31))
COUNTS = st.integers(0, 90)
NEAR = st.dates(date(2025, 12, 1), date(2026, 6, 1))
CALENDARS = st.builds(
    WorkCalendar, off=st.frozensets(NEAR, max_size=60), worked=st.frozensets(NEAR, max_size=20)
)


def working_by_hand(calendar, start, n):
    day = start
    while n:
        day += ONE
        if day in calendar.worked or (day.isoweekday() <= 5 and day not in calendar.off):
            n -= 1
    return day


def calendar_by_hand(calendar, start, n):
    day = start
    for _ in range(n):
        day += ONE
    while not (day in calendar.worked or (day.isoweekday() <= 5 and day not in calendar.off)):
        day += ONE
    return day


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("2026-08-28", 7, "2026-09-11"),
        ("2026-04-24", 5, "2026-05-06"),
        ("2025-12-31", 2, "2026-01-06"),
        ("2026-01-08", 2, "2026-01-10"),
        ("2026-11-20", 2, "2026-11-25"),
        ("2024-04-26", 3, "2024-05-04"),
        ("2025-04-25", 2, "2025-04-28"),
        ("2023-04-28", 1, "2023-05-04"),
    ],
)
def test_working_days_end_where_the_law_book_says(calendar, start, n, due):
    assert calendar.after_working(date.fromisoformat(start), n) == date.fromisoformat(due)


def test_the_swap_that_was_only_proposed_would_move_the_end_by_a_day(calendar):
    with_swap = WorkCalendar(calendar.off | {date(2026, 11, 23)}, calendar.worked | {date(2026, 11, 28)})
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
        ("2025-12-11", 30, "2026-01-10"),
    ],
)
def test_calendar_days_end_where_the_law_book_says(calendar, start, n, due):
    assert calendar.after_calendar(date.fromisoformat(start), n, roll=True) == date.fromisoformat(due)


def test_without_rolling_the_time_ends_on_the_day_itself(calendar):
    assert calendar.after_calendar(date(2026, 10, 25), 30, roll=False) == date(2026, 11, 24)


@given(DAYS, COUNTS)
def test_the_reviewed_calendar_counts_as_one_does_by_hand(calendar, start, n):
    assert calendar.after_working(start, n) == working_by_hand(calendar, start, n)
    assert calendar.after_calendar(start, n, roll=True) == calendar_by_hand(calendar, start, n)


def test_every_start_around_every_special_day_counts_as_one_does_by_hand(calendar):
    for start in {day + ahead * ONE for day in calendar.entries for ahead in range(-9, 3)}:
        for n in (0, 1, 2, 5, 7, 10):
            assert calendar.after_working(start, n) == working_by_hand(calendar, start, n), (start, n)


@given(CALENDARS, NEAR, COUNTS)
def test_any_calendar_counts_as_one_does_by_hand(calendar, start, n):
    assert calendar.after_working(start, n) == working_by_hand(calendar, start, n)
    assert calendar.after_calendar(start, n, roll=True) == calendar_by_hand(calendar, start, n)


@given(CALENDARS, NEAR, st.integers(1, 80))
def test_working_days_never_end_on_a_day_off(calendar, start, n):
    assert calendar.is_working(calendar.after_working(start, n))


@given(CALENDARS, NEAR, COUNTS)
def test_rolled_calendar_days_never_end_on_a_day_off(calendar, start, n):
    due = calendar.after_calendar(start, n, roll=True)
    assert calendar.is_working(due)
    assert due >= calendar.after_calendar(start, n, roll=False)


@given(CALENDARS, NEAR, st.integers(0, 40), COUNTS)
def test_who_starts_later_is_never_due_earlier(calendar, start, later, n):
    assert calendar.after_working(start, n) <= calendar.after_working(start + later * ONE, n)
    assert calendar.after_calendar(start, n, True) <= calendar.after_calendar(start + later * ONE, n, True)


@given(CALENDARS, NEAR, COUNTS, COUNTS)
def test_a_time_split_in_two_adds_up(calendar, start, first, second):
    whole = calendar.after_working(start, first + second)
    assert calendar.after_working(calendar.after_working(start, first), second) == whole


@given(CALENDARS, NEAR, COUNTS)
def test_what_is_counted_forwards_is_counted_between(calendar, start, n):
    assert calendar.working_between(start, calendar.after_working(start, n)) == n


@given(CALENDARS, NEAR, NEAR, NEAR)
def test_days_between_add_up(calendar, one, two, three):
    first, middle, last = sorted((one, two, three))
    parts = calendar.working_between(first, middle) + calendar.working_between(middle, last)
    assert calendar.working_between(first, last) == parts
    assert parts == sum(
        calendar.is_working(first + ahead * ONE) for ahead in range(1, (last - first).days + 1)
    )


def test_nothing_lies_between_a_day_and_one_before_it(calendar):
    assert calendar.working_between(date(2026, 3, 5), date(2026, 3, 2)) == 0


def test_a_working_day_is_its_own_next_working_day(calendar):
    assert calendar.next_working(date(2026, 11, 25)) == date(2026, 11, 25)
    assert calendar.next_working(date(2026, 11, 24)) == date(2026, 11, 25)


def test_days_are_not_counted_backwards(calendar):
    with pytest.raises(ValueError, match="-1 days"):
        calendar.after_working(date(2026, 1, 1), -1)
    with pytest.raises(ValueError, match="-1 days"):
        calendar.after_calendar(date(2026, 1, 1), -1, roll=True)


def test_calendars_are_alike_when_they_count_alike(calendar):
    nameless = WorkCalendar(calendar.off, calendar.worked, calendar.confirmed_years)
    assert nameless == calendar
    assert hash(nameless) == hash(calendar)


def test_a_day_that_is_only_expected_counts_all_the_same():
    calendar = calendar_of([(Entry(date(2027, 2, 8), DayKind.HOLIDAY), False)])
    assert not calendar.is_working(date(2027, 2, 8))


@pytest.mark.parametrize(
    ("received", "same_day", "next_working"),
    [
        ("2026-11-23T10:00", "2026-11-23", "2026-11-23"),
        ("2026-11-23T16:59", "2026-11-23", "2026-11-23"),
        ("2026-11-23T17:00", "2026-11-23", "2026-11-25"),
        ("2026-11-24T09:00", "2026-11-24", "2026-11-25"),
        ("2026-01-10T09:00", "2026-01-10", "2026-01-10"),
        ("2026-11-21T09:00", "2026-11-21", "2026-11-23"),
    ],
)
def test_what_comes_after_hours_is_received_by_the_policy(calendar, received, same_day, next_working):
    moment = datetime.fromisoformat(received)
    assert start_date(moment, calendar) == date.fromisoformat(same_day)
    strict = Policy(after_hours=Intake.NEXT_WORKING_DAY)
    assert start_date(moment, calendar, strict) == date.fromisoformat(next_working)


@pytest.mark.parametrize(
    ("today", "needed"),
    [
        ("2026-11-30", False),
        ("2026-12-01", True),
        ("2026-12-31", True),
        ("2027-01-01", False),
        ("2025-12-01", False),
    ],
)
def test_december_asks_for_the_next_year_while_it_is_not_confirmed(calendar, today, needed):
    assert needs_reminder(date.fromisoformat(today), calendar) is needed
