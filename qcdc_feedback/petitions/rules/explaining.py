"""Why a date is what it is: the days of the rule, what was added to them, and every step of the count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from qcdc_feedback.petitions.rules.limits import Limit, limit_by_key
from qcdc_feedback.petitions.rules.procedure import Stage
from qcdc_feedback.workdays.rules import DayUnit, Step, WorkCalendar, explain


class Counted(Protocol):
    """The facts of a clock that its date follows from."""

    stage: Stage
    round: int
    rule: str
    unit: DayUnit
    days: int
    paused_days: int
    extended_days: int
    started_on: date
    original_due: date
    plain_due: date
    current_due: date
    paused_on: date | None
    stopped_on: date | None


LEADING = (Stage.ANSWER, Stage.ACCEPTANCE, Stage.REOPENING, Stage.APPEAL, Stage.TRIAGE)
LedBy = TypeVar("LedBy", bound=Counted)


@dataclass(frozen=True, slots=True)
class Reason:
    """A date with everything it follows from; is_provisional where its year is not confirmed."""

    clock: Counted
    limit: Limit | None  # None: people set this date
    days: int
    steps: tuple[Step, ...]
    is_provisional: bool

    @property
    def due(self) -> date:
        """Return the date to which the steps add up."""
        return self.steps[-1].until

    @property
    def is_promised(self) -> bool:
        """Tell whether people have set the date themselves."""
        return self.limit is None

    @property
    def is_frozen(self) -> bool:
        """Tell whether the calendar has changed since the clock stopped: the date stays as it was then."""
        return self.clock.stopped_on is not None and self.due != self.clock.current_due

    @property
    def is_being_corrected(self) -> bool:
        """Tell whether the calendar has changed and the clock was not counted anew yet."""
        return self.clock.stopped_on is None and self.due != self.clock.current_due


def reason(clock: Counted, calendar: WorkCalendar) -> Reason:
    """Return why the clock ends when it does."""
    limit = limit_by_key(clock.rule)
    days = clock.days + clock.paused_days + clock.extended_days
    rolls = limit.rolls if limit else False
    steps = explain(clock.started_on, days, clock.unit, rolls, calendar)
    return Reason(clock, limit, days, steps, calendar.is_provisional(steps[-1].until))


@dataclass(frozen=True, slots=True)
class Count:
    """A count of days from a day on: by a limit, or as somebody asked."""

    began: date
    limit: Limit | None
    unit: DayUnit
    days: int
    steps: tuple[Step, ...]
    is_provisional: bool

    @property
    def due(self) -> date:
        """Return the date to which the steps add up."""
        return self.steps[-1].until


def count(
    began: date, limit: Limit | None, unit: DayUnit, days: int, rolls: bool, calendar: WorkCalendar
) -> Count:
    """Count days from the day after the event; a limit stands above unit, days and rolling."""
    if limit:
        unit, days, rolls = limit.unit, limit.days, limit.rolls
    steps = explain(began, days, unit, rolls, calendar)
    return Count(began, limit, unit, days, steps, calendar.is_provisional(steps[-1].until))


def leading(clocks: Sequence[LedBy], round_number: int) -> LedBy | None:
    """Return the clock that matters now: a running one, or that of the answer of this round."""
    running = {clock.stage: clock for clock in clocks if clock.stopped_on is None}
    answers = [clock for clock in clocks if clock.stage == Stage.ANSWER and clock.round == round_number]
    return next((running[stage] for stage in LEADING if stage in running), answers[-1] if answers else None)
