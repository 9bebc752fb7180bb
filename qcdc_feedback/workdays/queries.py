"""Every SELECT about special days: the working calendar as it stands."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.workdays.models import SpecialDay
from qcdc_feedback.workdays.rules import WorkCalendar, calendar_of


def work_calendar() -> WorkCalendar:
    """Return the calendar by which days are counted now."""
    columns = select(SpecialDay.day, SpecialDay.kind, SpecialDay.confirmed_at.is_not(None))
    rows = db.session.execute(columns.where(SpecialDay.withdrawn_at.is_(None)))
    return calendar_of((day, kind, is_confirmed) for day, kind, is_confirmed in rows)


def special_days(year: int) -> Sequence[SpecialDay]:
    """Return the special days of a year in order, without those withdrawn."""
    in_year = SpecialDay.day.between(date(year, 1, 1), date(year, 12, 31))
    statement = select(SpecialDay).where(in_year, SpecialDay.withdrawn_at.is_(None))
    return db.session.scalars(statement.order_by(SpecialDay.day)).all()


def get(day_id: int) -> SpecialDay:
    """Return the special day; raises NotFound."""
    found = db.session.get(SpecialDay, day_id)
    if found is None:
        raise NotFound
    return found


def find_day(day: date) -> SpecialDay | None:
    """Return what is on record about a day, also when it was withdrawn."""
    return db.session.scalar(select(SpecialDay).where(SpecialDay.day == day))


def days_on_record() -> frozenset[date]:
    """Return every day about which anything is on record."""
    return frozenset(db.session.scalars(select(SpecialDay.day)))
