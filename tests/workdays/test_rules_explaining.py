"""Why a date is what it is: the steps can be added up by hand and lead to the same date."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qcdc_feedback.workdays.rules import DayKind, DayUnit, Entry, StepKind, WorkCalendar, calendar_of, explain

ONE = timedelta(days=1)
STARTS = st.dates(date(2020, 1, 1), date(2030, 10, 31))
COUNTS = st.integers(0, 90)
NEAR = st.dates(date(2025, 12, 1), date(2026, 4, 1))
ENTRIES = st.builds(
    Entry, NEAR, st.sampled_from(DayKind), st.sampled_from(["Tết", "Giỗ Tổ"]), st.just("Luật")
)
COUNTED = (StepKind.COUNTED, StepKind.WORKED_WEEKEND)


def added_up(start, steps):
    """Return where the days of all steps lead."""
    return start + sum(step.days for step in steps) * ONE


def due_of(calendar, start, n, unit, roll):
    if unit is DayUnit.WORKING:
        return calendar.after_working(start, n)
    return calendar.after_calendar(start, n, roll)


def check(calendar, start, n, unit, roll):
    steps = explain(start, n, unit, roll, calendar)
    due = due_of(calendar, start, n, unit, roll)
    assert added_up(start, steps) == due
    assert sum(step.days for step in steps if step.kind in COUNTED) == n
    assert steps[0].kind is StepKind.STARTS_AFTER
    assert (steps[-1].kind, steps[-1].since) == (StepKind.DUE, due)
    rolled = [step for step in steps if step.kind is StepKind.ROLLED]
    assert [(step.since, step.until) for step in rolled] == (
        [(start + n * ONE, due)] if is_rolled(steps) else []
    )


def is_rolled(steps):
    return StepKind.ROLLED in {step.kind for step in steps}


@given(STARTS, COUNTS, st.sampled_from(DayUnit), st.booleans())
def test_the_steps_add_up_to_the_due_date_by_the_reviewed_calendar(calendar, start, n, unit, roll):
    check(calendar, start, n, unit, roll)


@given(
    st.lists(ENTRIES, max_size=40, unique_by=lambda entry: entry.day), NEAR, COUNTS, st.sampled_from(DayUnit)
)
def test_the_steps_add_up_to_the_due_date_by_any_calendar(entries, start, n, unit):
    check(calendar_of((entry, True) for entry in entries), start, n, unit, True)


@given(st.frozensets(NEAR, max_size=40), NEAR, COUNTS, st.sampled_from(DayUnit))
def test_days_off_without_a_name_are_told_all_the_same(off, start, n, unit):
    check(WorkCalendar(off=off), start, n, unit, True)


def told(steps):
    return [(step.kind, f"{step.since:%d/%m}", f"{step.until:%d/%m}", step.days) for step in steps]


def test_a_count_over_24_11_tells_it_by_name_and_weekends_once(calendar):
    steps = explain(date(2026, 11, 20), 10, DayUnit.WORKING, True, calendar)
    assert told(steps) == [
        (StepKind.STARTS_AFTER, "20/11", "21/11", 0),
        (StepKind.COUNTED, "23/11", "23/11", 1),
        (StepKind.DAY_OFF, "24/11", "24/11", 1),
        (StepKind.COUNTED, "25/11", "07/12", 9),
        (StepKind.WEEKENDS, "21/11", "06/12", 6),
        (StepKind.DUE, "07/12", "07/12", 0),
    ]
    assert steps[2].entry.legal_basis == "Nghị quyết 28/2026/QH16, Điều 2"


def test_an_end_on_24_11_is_rolled_by_a_day(calendar):
    steps = explain(date(2026, 10, 25), 30, DayUnit.CALENDAR, True, calendar)
    assert told(steps) == [
        (StepKind.STARTS_AFTER, "25/10", "26/10", 0),
        (StepKind.COUNTED, "26/10", "24/11", 30),
        (StepKind.DAY_OFF, "24/11", "24/11", 1),
        (StepKind.ROLLED, "24/11", "25/11", 0),
        (StepKind.DUE, "25/11", "25/11", 0),
    ]


def test_the_days_of_tet_are_one_step_and_so_is_the_weekend_after_them(calendar):
    steps = explain(date(2026, 1, 18), 30, DayUnit.CALENDAR, True, calendar)
    assert told(steps)[2:] == [
        (StepKind.DAY_OFF, "17/02", "20/02", 4),
        (StepKind.WEEKENDS, "21/02", "22/02", 2),
        (StepKind.ROLLED, "17/02", "23/02", 0),
        (StepKind.DUE, "23/02", "23/02", 0),
    ]
    assert steps[2].entry.name == "Tết Nguyên đán Bính Ngọ"


def test_a_worked_saturday_is_told_as_such(calendar):
    steps = explain(date(2026, 1, 8), 2, DayUnit.WORKING, True, calendar)
    assert told(steps)[1:] == [
        (StepKind.COUNTED, "09/01", "09/01", 1),
        (StepKind.WORKED_WEEKEND, "10/01", "10/01", 1),
        (StepKind.DUE, "10/01", "10/01", 0),
    ]


def test_a_holiday_on_a_sunday_is_told_before_the_day_that_compensates_it(calendar):
    steps = explain(date(2026, 4, 24), 1, DayUnit.WORKING, True, calendar)
    assert [(step.since.day, step.entry.kind) for step in steps if step.kind is StepKind.DAY_OFF] == [
        (26, DayKind.HOLIDAY),
        (27, DayKind.COMPENSATION),
    ]
