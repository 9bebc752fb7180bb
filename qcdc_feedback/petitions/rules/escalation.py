"""How late is too late, and who hears of it: a ladder climbed one level at a time, each level once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from qcdc_feedback.core.errors import Unacceptable
from qcdc_feedback.petitions.rules.procedure import Party, Stage
from qcdc_feedback.workdays.rules import WorkCalendar


class LadderRefused(Unacceptable):
    """Steps of the ladder that do not ascend, or are no number of days."""


class Level(IntEnum):
    """How far up a late petition has been brought."""

    NONE = 0
    NEAR_DUE = 1
    OVERDUE = 2
    SUPERIOR = 3
    SUPERVISOR = 4


class Colour(StrEnum):
    """A card for a late authority: proposed by rule, confirmed by a person."""

    YELLOW = "yellow"
    RED = "red"


class CardStatus(StrEnum):
    """Where a card stands."""

    PROPOSED = "proposed"
    CONTESTED = "contested"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Ladder:
    """How many working days late each level and card begins; near counts before the date."""

    near: int = 1
    superior: int = 3
    supervisor: int = 5
    yellow: int = 3
    red: int = 10


LONGEST_STEP = 250  # working days in a year


def check_ladder(ladder: Ladder) -> None:
    """Refuse steps that do not ascend: later levels and heavier cards begin later; raises LadderRefused."""
    steps = (ladder.near, ladder.superior, ladder.supervisor, ladder.yellow, ladder.red)
    is_number = all(0 <= days <= LONGEST_STEP for days in steps)
    if not is_number or ladder.superior >= ladder.supervisor or ladder.yellow >= ladder.red:
        raise LadderRefused(longest=LONGEST_STEP)


TOLD = {
    Level.NEAR_DUE: (Party.DISPATCHER, Party.HANDLER, Party.HEAD),
    Level.OVERDUE: (Party.HEAD,),
    Level.SUPERIOR: (Party.HEAD, Party.SUPERIOR),
    Level.SUPERVISOR: (Party.HEAD, Party.SUPERIOR, Party.SUPERVISOR),
}


_BY_DESK = frozenset({Stage.TRIAGE, Stage.APPEAL, Stage.REOPENING, Stage.INTAKE_NOTICE})
_BY_HEAD = frozenset({Stage.EXTENSION, Stage.EXPLANATION, Stage.ACCEPTANCE})


def told(level: Level, stage: Stage) -> tuple[Party, ...]:
    """Return who hears of a level: near the date those who must act, later those above them."""
    if level != Level.NEAR_DUE:
        return TOLD[level]
    if stage in _BY_DESK:
        return (Party.DISPATCHER,)
    return (Party.HEAD,) if stage in _BY_HEAD else (Party.HANDLER,)


def begins(level: Level, due: date, ladder: Ladder, calendar: WorkCalendar) -> date:
    """Return the day on which the level is reached; overdue begins the day after the due date."""
    if level == Level.NEAR_DUE:
        return working_before(due, ladder.near, calendar)
    if level == Level.OVERDUE:
        return due + timedelta(days=1)
    return calendar.after_working(due, ladder.superior if level == Level.SUPERIOR else ladder.supervisor)


def reached(today: date, due: date, ladder: Ladder, calendar: WorkCalendar) -> Level:
    """Return the highest level reached by today: after an outage only this one is told."""
    levels = [level for level in TOLD if begins(level, due, ladder, calendar) <= today]
    return max(levels, default=Level.NONE)


def next_notice(level: Level, due: date, ladder: Ladder, calendar: WorkCalendar) -> date | None:
    """Return the day of the first notice above the level; None from the top."""
    return begins(Level(level + 1), due, ladder, calendar) if level < max(TOLD) else None


def cards(days_late: int, ladder: Ladder) -> Sequence[Colour]:
    """Return the cards to propose for so many working days late."""
    return [
        colour
        for colour, after in ((Colour.YELLOW, ladder.yellow), (Colour.RED, ladder.red))
        if days_late > after
    ]


def working_before(day: date, n: int, calendar: WorkCalendar) -> date:
    """Return the n-th working day before the day."""
    for _ in range(n):
        day -= timedelta(days=1)
        while not calendar.is_working(day):
            day -= timedelta(days=1)
    return day
