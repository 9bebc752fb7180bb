"""An authority promises to answer sooner than the limit."""

from datetime import date

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions.models import Pledge
from qcdc_feedback.petitions.rules import deadlines


@transaction()
def make_pledge(admin: Actor, authority_id: int, category_id: int | None, days: int, since: date) -> Pledge:
    """Add a shorter promise from a day on; rows are never edited, only ended."""
    require_role(admin, {Role.ADMIN})
    deadlines.check_days(days)
    pledge = Pledge(
        authority=authorities.get(authority_id),
        category_id=category_id,
        days=days,
        since=since,
        made_by_id=admin.user_id,
    )
    db.session.add(pledge)
    return pledge


@transaction()
def end_pledge(pledge: Pledge, admin: Actor, until: date) -> None:
    """Let a promise end on a day; what began before it keeps its date."""
    require_role(admin, {Role.ADMIN})
    deadlines.check_order(pledge.since, until)
    pledge.until = until
