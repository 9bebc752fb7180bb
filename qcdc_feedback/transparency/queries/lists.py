"""The public lists: newest first, and the short ones of the front page."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Date, Row, Select, bindparam, func, literal, select, union_all

from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.core.db import db
from qcdc_feedback.core.paging import Order, Page, page_of
from qcdc_feedback.petitions.models import Category, Petition
from qcdc_feedback.transparency.queries.conditions import SEALED, fitting
from qcdc_feedback.transparency.rules import FIGURES, STATES, Status, Wanted

_NEWEST_FIRST = Order((Petition.id,), (int,), lambda row: (row.id,), descending=True)
_LISTED = (
    select(
        Petition.id,
        Petition.code,
        Petition.kind,
        Petition.state,
        Petition.received_at,
        Petition.public_title,
        Petition.hidden_at,
        Petition.due_on,
        Petition.plain_due_on,
        Petition.answered_on,
        Petition.outcome,
        Petition.promise,
        Petition.promised_on,
        Category.name.label("category"),
        Category.name_en.label("category_en"),
        Unit.name.label("unit"),
        Authority.name.label("authority"),
        Authority.name_en.label("authority_en"),
        SEALED.label("is_sealed"),
    )
    .join(Category, Category.id == Petition.category_id)
    .join(Unit, Unit.id == Petition.unit_id)
    .outerjoin(Authority, Authority.id == Petition.authority_id)
)

_TODAY = bindparam("today", type_=Date)
_CHOICES = union_all(
    select(
        literal("category").label("what"),
        Category.id,
        Category.code,
        Category.name,
        Category.name_en,
        Category.position.label("position"),
    ).where(Category.is_open),
    select(literal("unit"), Unit.id, Unit.code, Unit.name, Unit.name, literal(0)).where(
        func.coalesce(Unit.valid_from, _TODAY) <= _TODAY, func.coalesce(Unit.valid_to, _TODAY) >= _TODAY
    ),
    select(
        literal("authority"), Authority.id, Authority.code, Authority.name, Authority.name_en, literal(0)
    ).where(Authority.closed_on.is_(None)),
)


def petitions(wanted: Wanted, cursor: str | None, today: date) -> Page:
    """Return a page of what everyone may see, newest first; raises BadAddress for a forged cursor."""
    return page_of(_LISTED.where(*fitting(wanted, today)), _NEWEST_FIRST, cursor)


def most_overdue(today: date, most: int) -> Sequence[Row[Any]]:
    """Return those that are late, the latest first."""
    statement = _LISTED.where(*fitting(Wanted(status=Status.OVERDUE), today))
    return db.session.execute(statement.order_by(Petition.due_on, Petition.id).limit(most)).all()


def next_promised(today: date, most: int) -> Sequence[Row[Any]]:
    """Return what was promised and is not confirmed yet, the soonest first."""
    statement = _LISTED.where(*fitting(Wanted(status=Status.PROMISED), today))
    return db.session.execute(statement.order_by(Petition.promised_on, Petition.id).limit(most)).all()


def newest_answered(today: date, most: int) -> Sequence[Row[Any]]:
    """Return what was answered last."""
    statement = _LISTED.where(*fitting(Wanted(status=Status.ANSWERED), today), Petition.outcome.is_not(None))
    return db.session.execute(
        statement.order_by(Petition.answered_on.desc(), Petition.id.desc()).limit(most)
    ).all()


def figures(today: date) -> dict[str, int]:
    """Return the numbers of the front page by their names: how long each list is, in one statement."""
    return dict(zip(FIGURES, db.session.execute(_figures(today)).one(), strict=True))


@lru_cache(maxsize=2)
def _figures(today: date) -> Select[Any]:
    lists = (fitting(wanted, today) for wanted in FIGURES.values())
    return select(*(select(func.count(Petition.id)).where(*fits).scalar_subquery() for fits in lists))


def choices(today: date) -> Sequence[Row[Any]]:
    """Return what, id, code and names of the fields, communes and authorities of today."""
    return db.session.execute(_CHOICES, {"today": today}).all()


def authorities_with_counts(today: date) -> Sequence[Row[Any]]:
    """Return code, names and level of the open authorities, and how many petitions lie open, and late."""
    is_open = fitting(Wanted(status=Status.OPEN), today)
    late = func.count(Petition.id).filter(Petition.due_on < today, Petition.state.in_(STATES[Status.OVERDUE]))
    held = (
        select(Petition.authority_id, func.count(Petition.id).label("open"), late.label("overdue"))
        .where(*is_open, Petition.authority_id.is_not(None))
        .group_by(Petition.authority_id)
        .subquery()
    )
    columns = (Authority.code, Authority.name, Authority.name_en, Authority.level)
    numbers = (func.coalesce(held.c.open, 0).label("open"), func.coalesce(held.c.overdue, 0).label("overdue"))
    statement = select(*columns, *numbers).outerjoin(held, held.c.authority_id == Authority.id)
    return db.session.execute(statement.where(Authority.closed_on.is_(None))).all()
