"""Every SELECT about special days: the working calendar as it stands, and what is proposed about it."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import String, case, cast, func, select

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.workdays.models import DayChange, SpecialDay
from qcdc_feedback.workdays.rules import (
    ChangeStatus,
    DayKind,
    Entry,
    Month,
    WorkCalendar,
    calendar_of,
    year_grid,
)
from qcdc_feedback.workdays.rules.changes import Standing

_STANDS = SpecialDay.withdrawn_at.is_(None)
_WAITS = DayChange.status == ChangeStatus.WAITING
# These two stand in no text that people enter: core.text.tidy takes them out.
_PART, _LINE = "\x1f", "\x1e"
_AS_TEXT = select(
    func.aggregate_strings(
        cast(SpecialDay.day, String)
        + _PART
        + cast(SpecialDay.kind, String)
        + _PART
        + SpecialDay.name
        + _PART
        + SpecialDay.legal_basis
        + _PART
        + case((SpecialDay.confirmed_at.is_not(None), "1"), else_=""),
        _LINE,
    )
).where(_STANDS)


def work_calendar() -> WorkCalendar:
    """Return the calendar by which days are counted now, with what each special day is called.

    Nearly every page asks for it and it hardly ever changes: the database hands over all days as one text,
    and a text that was read before is not read again. That takes a sixth of the time of reading rows.
    """
    return _read(db.session.scalar(_AS_TEXT) or "")


@lru_cache(maxsize=4)
def _read(text: str) -> WorkCalendar:
    parts = (line.split(_PART) for line in text.split(_LINE) if line)
    return calendar_of(
        (Entry(date.fromisoformat(day), DayKind(kind), name, basis), is_confirmed == "1")
        for day, kind, name, basis, is_confirmed in parts
    )


def calendar_of_year(year: int) -> tuple[Month, ...]:
    """Return the twelve pages of a year, each day with what it is."""
    return year_grid(year, work_calendar())


def special_days(year: int) -> Sequence[SpecialDay]:
    """Return the special days of a year in order, without those withdrawn."""
    in_year = SpecialDay.day.between(date(year, 1, 1), date(year, 12, 31))
    return db.session.scalars(select(SpecialDay).where(in_year, _STANDS).order_by(SpecialDay.day)).all()


def get(day_id: int) -> SpecialDay:
    """Return the special day; raises NotFound."""
    found = db.session.get(SpecialDay, day_id)
    if found is None:
        raise NotFound
    return found


def find_day(day: date) -> SpecialDay | None:
    """Return the newest that is on record about a day, also when it was withdrawn."""
    statement = select(SpecialDay).where(SpecialDay.day == day).order_by(SpecialDay.id.desc())
    return db.session.scalar(statement.limit(1))


def find_standing(day: date) -> SpecialDay | None:
    """Return what the day is by the calendar as it stands, read anew."""
    statement = select(SpecialDay).where(SpecialDay.day == day, _STANDS)
    return db.session.scalar(statement.execution_options(populate_existing=True))


def days_on_record() -> frozenset[date]:
    """Return every day about which anything is on record."""
    return frozenset(db.session.scalars(select(SpecialDay.day)))


def get_change(change_id: int) -> DayChange:
    """Return the proposal; raises NotFound."""
    found = db.session.get(DayChange, change_id)
    if found is None:
        raise NotFound
    return found


def waiting(change_ids: Collection[int] | None = None) -> Sequence[DayChange]:
    """Return the proposals that wait for another person, by day; of those named if any are."""
    statement = select(DayChange).where(_WAITS)
    if change_ids is not None:
        statement = statement.where(DayChange.id.in_(change_ids))
    return db.session.scalars(statement.order_by(DayChange.day)).all()


def decided(limit: int) -> Sequence[DayChange]:
    """Return the proposals decided last, newest first."""
    statement = select(DayChange).where(DayChange.decided_at.is_not(None))
    newest = statement.order_by(DayChange.decided_at.desc(), DayChange.id.desc())
    return db.session.scalars(newest.limit(limit)).all()


def expected_years() -> Sequence[int]:
    """Return the years in which days are only expected."""
    expected = select(SpecialDay.day).where(SpecialDay.confirmed_at.is_(None), _STANDS)
    return sorted({day.year for day in db.session.scalars(expected)})


def standing() -> Standing:
    """Return what is on record about all days, for judging proposals."""
    columns = select(SpecialDay.day, SpecialDay.kind, SpecialDay.confirmed_at.is_not(None)).where(_STANDS)
    days = db.session.execute(columns).all()
    return Standing(
        confirmed={day: kind for day, kind, is_confirmed in days if is_confirmed},
        expected={day for day, _, is_confirmed in days if not is_confirmed},
        waiting={proposal.day: proposal.kind for proposal in waiting()},
    )
