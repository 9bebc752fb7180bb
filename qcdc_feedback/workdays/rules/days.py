"""What a single day can be: worked or off, why, and what may not be said of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qcdc_feedback.core.errors import Unacceptable

SATURDAY = 5
FIRST_YEAR, LAST_YEAR = 2013, 2100  # the Bộ luật Lao động before 2013 gave fewer days
LONGEST_NAME, LONGEST_BASIS = 200, 300


class DayUnit(StrEnum):
    """In which days a time limit is counted."""

    WORKING = "working"
    CALENDAR = "calendar"


class DayKind(StrEnum):
    """Why a day differs from its weekday."""

    HOLIDAY = "holiday"
    COMPENSATION = "compensation"
    SWAP_OFF = "swap_off"
    SWAP_WORK = "swap_work"


class Misfit(StrEnum):
    """What is wrong with a day by itself, whatever else stands in the calendar."""

    NEEDS_WEEKEND = "needs_weekend"
    NEEDS_WEEKDAY = "needs_weekday"
    YEAR = "year"
    NO_NAME = "no_name"
    NO_BASIS = "no_basis"
    TOO_LONG = "too_long"


class DayDoesNotFit(Unacceptable):
    """A day that cannot be what it is said to be; facts['why'] is the Misfit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one day is, by which name and by which law."""

    day: date
    kind: DayKind
    name: str = ""
    legal_basis: str = ""


def is_weekend(day: date) -> bool:
    """Tell whether the day is a Saturday or Sunday."""
    return day.weekday() >= SATURDAY


def misfit(entry: Entry) -> Misfit | None:
    """Return what is wrong with the entry by itself; a holiday may fall on any day."""
    if not FIRST_YEAR <= entry.day.year <= LAST_YEAR:
        return Misfit.YEAR
    if entry.kind is DayKind.SWAP_WORK and not is_weekend(entry.day):
        return Misfit.NEEDS_WEEKEND
    if entry.kind in (DayKind.COMPENSATION, DayKind.SWAP_OFF) and is_weekend(entry.day):
        return Misfit.NEEDS_WEEKDAY
    if not entry.name or not entry.legal_basis:
        return Misfit.NO_BASIS if entry.name else Misfit.NO_NAME
    if len(entry.name) > LONGEST_NAME or len(entry.legal_basis) > LONGEST_BASIS:
        return Misfit.TOO_LONG
    return None


def require_fitting(entry: Entry) -> None:
    """Refuse an entry that is wrong by itself; raises DayDoesNotFit."""
    why = misfit(entry)
    if why:
        raise DayDoesNotFit(why=why, day=entry.day, kind=entry.kind)
