"""Why a date is what it is: the steps of a count, one after the other, as they can be checked by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from qcdc_feedback.workdays.rules.counting import WorkCalendar
from qcdc_feedback.workdays.rules.days import DayKind, DayUnit, Entry, is_weekend

_ONE = timedelta(days=1)


class StepKind(StrEnum):
    """What a step of a count does."""

    STARTS_AFTER = "starts_after"
    COUNTED = "counted"
    WORKED_WEEKEND = "worked_weekend"
    DAY_OFF = "day_off"
    WEEKENDS = "weekends"
    ROLLED = "rolled"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: from which day up to which, how many days it accounts for, and what these days are.

    The days of all steps add up to the way from the start to the due date.
    """

    kind: StepKind
    since: date
    until: date
    days: int = 0
    entry: Entry | None = None


def explain(start: date, n: int, unit: DayUnit, roll: bool, calendar: WorkCalendar) -> tuple[Step, ...]:
    """Return the steps that lead to the due date; rolling matters for calendar days only."""
    steps = [Step(StepKind.STARTS_AFTER, start, start + _ONE)]
    if unit is DayUnit.WORKING:
        due = calendar.after_working(start, n)
        steps += _counted(_days(start + _ONE, due), calendar)
    else:
        end = calendar.after_calendar(start, n, roll=False)
        due = calendar.after_calendar(start, n, roll)
        steps += [Step(StepKind.COUNTED, start + _ONE, end, n)] if n else []
        if due > end:
            steps += _in_blocks(_days(end, due - _ONE), calendar)
            steps.append(Step(StepKind.ROLLED, end, due))
    return (*steps, Step(StepKind.DUE, due, due))


def _counted(days: Iterator[date], calendar: WorkCalendar) -> list[Step]:
    """Return the steps of counting working days: plain weekends are told once, at the end."""
    counted, weekends = list[date](), list[date]()
    for day in days:
        (weekends if _kind(day, calendar) is StepKind.WEEKENDS else counted).append(day)
    steps = _in_blocks(iter(counted), calendar)
    if weekends:
        steps.append(Step(StepKind.WEEKENDS, weekends[0], weekends[-1], len(weekends)))
    return steps


def _in_blocks(days: Iterator[date], calendar: WorkCalendar) -> list[Step]:
    """Return the days in blocks of the same kind and name."""
    steps: list[Step] = []
    for day in days:
        step = Step(_kind(day, calendar), day, day, 1, calendar.entries.get(day))
        if steps and _is_alike(steps[-1], step):
            steps[-1] = replace(steps[-1], until=day, days=steps[-1].days + 1)
        else:
            steps.append(step)
    return steps


def _kind(day: date, calendar: WorkCalendar) -> StepKind:
    if calendar.is_working(day):
        return StepKind.WORKED_WEEKEND if is_weekend(day) else StepKind.COUNTED
    # A holiday on a weekend is told by its name: the day that compensates it would be a riddle without it.
    is_special = day in calendar.entries or not is_weekend(day)
    return StepKind.DAY_OFF if is_special else StepKind.WEEKENDS


def _is_alike(one: Step, other: Step) -> bool:
    return one.kind is other.kind and _called(one.entry) == _called(other.entry)


def _called(entry: Entry | None) -> tuple[DayKind, str, str] | None:
    return (entry.kind, entry.name, entry.legal_basis) if entry else None


def _days(first: date, last: date) -> Iterator[date]:
    return (first + ahead * _ONE for ahead in range((last - first).days + 1))
