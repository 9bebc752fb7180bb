"""The work lists of the desks: by role, by what waits, soonest due first."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, case, func, or_, select

from qcdc_feedback.accounts.models import User
from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.core.db import db
from qcdc_feedback.core.paging import Order, Page, page_of
from qcdc_feedback.petitions.models import Category, Consultation, Petition, Submission
from qcdc_feedback.petitions.rules import lights
from qcdc_feedback.petitions.rules.kinds import PUBLISHED
from qcdc_feedback.petitions.rules.outcomes import Promise
from qcdc_feedback.petitions.rules.procedure import State

_FAR = date(9999, 12, 31)
_DUE = func.coalesce(Petition.due_on, _FAR)
_MOST_URGENT = Order((_DUE, Petition.id), (date, int), lambda row: (row.due_on or _FAR, row.id))
# Where finished petitions stand among the others, what came in last is what people look for.
_NEWEST = Order((Petition.id,), (int,), lambda row: (row.id,), descending=True)
_RUNNING = tuple(sorted(lights.RUNNING))
_OPEN = (*_RUNNING, State.AWAITING_SUBMITTER)
_UNDER_WAY = (
    State.IN_PROGRESS,
    State.AWAITING_SUBMITTER,
    State.VERIFYING,
    State.SUSPENDED,
    State.DIALOGUE,
    State.DECIDED,
)
_COLUMNS = (
    Petition.id,
    Petition.code,
    Petition.kind,
    Petition.state,
    Petition.variant,
    Petition.round,
    Petition.received_at,
    Petition.due_on,
    Petition.plain_due_on,
    Petition.paused_on,
    Petition.promise,
    Petition.promised_on,
    Petition.bounces,
    Petition.answered_on,
    Petition.public_title,
    Petition.hidden_at,
    Petition.is_extension_asked,
    Petition.open_demands,
    Category.name.label("category"),
    Unit.name.label("unit"),
    Category.name_en.label("category_en"),
    Authority.name.label("authority"),
    Authority.name_en.label("authority_en"),
    User.name.label("officer"),
)
_UNRELEASED = (Petition.public_title.is_(None), Petition.kind.in_(PUBLISHED), Petition.state.in_(_OPEN))
_PUBLIC_TITLE = case((Petition.hidden_at.is_(None), Petition.public_title))
_UNKEPT = Petition.promise.in_((Promise.OPEN, Promise.REPORTED))

# The tabs of each desk: name → what stands in it. The first is where the day begins.
TABS: dict[Role, dict[str, tuple[Any, ...]]] = {
    Role.DISPATCHER: {
        "new": (Petition.state == State.RECEIVED, Petition.authority_id.is_(None)),
        "unreleased": _UNRELEASED,
        "waiting": (Petition.state == State.AWAITING_SUBMITTER,),
        "reopening": (Petition.state == State.REOPEN_REQUESTED,),
        "routed": (Petition.state.in_((State.ROUTED, State.IN_PROGRESS, State.AWAITING_APPROVAL)),),
        "all": (),
    },
    Role.OFFICER: {
        "mine": (Petition.state == State.IN_PROGRESS,),
        "to_take": (Petition.state.in_((State.ROUTED, State.ACCEPTED)),),
        "waiting": (Petition.state == State.AWAITING_SUBMITTER,),
        "approval": (Petition.state == State.AWAITING_APPROVAL,),
        "promised": (_UNKEPT, Petition.state == State.ANSWERED),
        "consulted": (),
        "all": (),
    },
    Role.HEAD: {
        "approval": (Petition.state == State.AWAITING_APPROVAL,),
        "extensions": (Petition.is_extension_asked,),
        "new": (Petition.state.in_((State.ROUTED, State.RECEIVED, State.ACCEPTED)),),
        "in_progress": (Petition.state.in_(_UNDER_WAY),),
        "promised": (_UNKEPT, Petition.state == State.ANSWERED),
        "demands": (Petition.open_demands > 0,),
        "all": (),
    },
    Role.SUPERVISOR: {
        "overdue": (),
        "reopening": (Petition.state == State.REOPEN_REQUESTED,),
        "promised": (_UNKEPT, Petition.state == State.ANSWERED),
        "demands": (Petition.open_demands > 0,),
        "all": (),
    },
}


def work_list(viewer: Actor, role: Role, tab: str, today: date, cursor: str | None) -> Page:
    """Return a page of one tab of the viewer's desk, soonest due first; supervisors read public titles."""
    title: Any = _PUBLIC_TITLE if role == Role.SUPERVISOR else Submission.title
    statement = (
        select(*_COLUMNS, title.label("title"))
        .join(Category, Category.id == Petition.category_id)
        .join(Unit, Unit.id == Petition.unit_id)
        .outerjoin(Authority, Authority.id == Petition.authority_id)
        .outerjoin(User, User.id == Petition.officer_id)
    )
    if role != Role.SUPERVISOR:
        statement = statement.join(Submission, Submission.petition_id == Petition.id)
    order = _NEWEST if tab == "all" else _MOST_URGENT
    return page_of(statement.where(*_within(viewer, role, tab, today)), order, cursor)


def tab_counts(viewer: Actor, role: Role, today: date, most: int = 100) -> dict[str, int]:
    """Return how many petitions stand in each tab, counted up to most, in one statement."""
    counts = []
    for tab in TABS[role]:
        some: Select[Any] = select(Petition.id).where(*_within(viewer, role, tab, today)).limit(most)
        counts.append(select(func.count()).select_from(some.subquery()).scalar_subquery().label(tab))
    row = db.session.execute(select(*counts)).one()
    return {tab: getattr(row, tab) for tab in TABS[role]}


def _within(viewer: Actor, role: Role, tab: str, today: date) -> Sequence[Any]:
    mine = viewer.authorities_as(role)
    extra: dict[tuple[Role, str], Any] = {
        (Role.OFFICER, "mine"): Petition.officer_id == viewer.user_id,
        (Role.OFFICER, "promised"): Petition.officer_id == viewer.user_id,
        (Role.SUPERVISOR, "overdue"): Petition.state.in_(_RUNNING) & (Petition.due_on < today),
    }
    conditions = [_seen(role, tab, mine), *TABS[role][tab]]
    return [*conditions, extra[role, tab]] if (role, tab) in extra else conditions


def _seen(role: Role, tab: str, mine: Collection[int]) -> Any:
    if tab == "consulted":
        return _consulted(mine)
    at_desk, at_authority = Petition.desk_id.in_(mine), Petition.authority_id.in_(mine)
    match role:
        case Role.DISPATCHER:
            return at_desk
        case Role.OFFICER:
            return at_authority
        case Role.HEAD:
            return or_(at_authority, Petition.authority_id.is_(None) & at_desk)
        case _:
            return watched(mine)


def watched(authority_ids: Collection[int]) -> Any:
    """Let through the petitions that supervisors of these authorities watch."""
    above = Authority.__table__.alias("above")
    below = (
        select(Authority.id)
        .join(above, Authority.path.startswith(above.c.path))
        .where(above.c.id.in_(authority_ids))
    )
    return or_(Petition.authority_id.in_(below), Petition.desk_id.in_(below))


def _consulted(authority_ids: Collection[int]) -> Any:
    asked = select(Consultation.petition_id).where(
        Consultation.authority_id.in_(authority_ids), Consultation.answered_at.is_(None)
    )
    return Petition.id.in_(asked)
