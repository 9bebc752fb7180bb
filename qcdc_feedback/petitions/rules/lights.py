"""How pressing a petition is: the light that a work list shows, and the working days behind it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import State
from qcdc_feedback.workdays.rules import WorkCalendar

SOON_WITHIN = 2  # working days

PAUSED = frozenset({State.AWAITING_SUBMITTER, State.SUSPENDED})
RUNNING = frozenset(
    {
        State.RECEIVED,
        State.ROUTED,
        State.IN_PROGRESS,
        State.AWAITING_APPROVAL,
        State.REOPEN_REQUESTED,
        State.ACCEPTED,
        State.VERIFYING,
        State.DIALOGUE,
    }
)
UNKEPT = frozenset({Promise.OPEN, Promise.REPORTED})


class Light(StrEnum):
    """The colours of a due date, as components/due.html names them."""

    NONE = "none"
    OK = "ok"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    PAUSED = "paused"
    DONE = "done"
    DONE_LATE = "done_late"


@dataclass(frozen=True, slots=True)
class Pressing:
    """A light, and how many working days are left or have passed."""

    light: Light
    days: int = 0
    is_provisional: bool = False  # counted by a calendar that is not confirmed


class Dated(Protocol):
    """The facts of a petition that decide how pressing it is."""

    state: State
    due_on: date | None
    promise: Promise | None
    promised_on: date | None
    answered_on: date | None


class Timed(Protocol):
    """The facts of one clock that decide how pressing it is."""

    current_due: date
    paused_on: date | None
    stopped_on: date | None


def of_petition(petition: Dated, today: date, calendar: WorkCalendar) -> Pressing:
    """Return how pressing a petition is: by its promise once answered, by its due date before."""
    if petition.state in PAUSED:
        return Pressing(Light.PAUSED)
    if petition.state in RUNNING:
        return _until(petition.due_on, today, calendar)
    if petition.state == State.ANSWERED and petition.promise in UNKEPT:
        return _until(petition.promised_on, today, calendar)
    if petition.answered_on is None:
        return Pressing(Light.NONE)
    return _ended(petition.due_on, petition.answered_on, calendar)


def of_clock(clock: Timed, today: date, calendar: WorkCalendar) -> Pressing:
    """Return how pressing one stage is."""
    if clock.stopped_on:
        return _ended(clock.current_due, clock.stopped_on, calendar)
    if clock.paused_on:
        return Pressing(Light.PAUSED)
    return _until(clock.current_due, today, calendar)


def _until(due: date | None, today: date, calendar: WorkCalendar) -> Pressing:
    if due is None:
        return Pressing(Light.NONE)
    if due < today:
        return Pressing(Light.LATE, calendar.working_between(due, today))
    if due == today:
        return Pressing(Light.TODAY)
    days = calendar.working_between(today, due)
    light = Light.SOON if days <= SOON_WITHIN else Light.OK
    return Pressing(light, days, calendar.is_provisional(due))


def _ended(due: date | None, ended_on: date, calendar: WorkCalendar) -> Pressing:
    if due is None or ended_on <= due:
        return Pressing(Light.DONE)
    return Pressing(Light.DONE_LATE, calendar.working_between(due, ended_on))
