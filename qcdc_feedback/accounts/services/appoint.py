"""An administrator gives someone a post."""

from datetime import date

from qcdc_feedback.accounts import rules
from qcdc_feedback.accounts.models import Assignment, User
from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.authorities.rules import require_open
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Post, Role, require_role
from qcdc_feedback.core.db import db, transaction


@transaction()
def appoint(
    person: User, authority: Authority, actor: Actor, role: Role, until: date | None = None
) -> Assignment:
    """Give the person a role in the authority from today on, beside posts that do not exclude it."""
    require_role(actor, {Role.ADMIN})
    require_open(authority.closed_on)
    # Of two appointments at once the second must see the first.
    db.session.refresh(person, with_for_update=True)
    _require_fit(person, Post(role, authority.id), until)
    assignment = Assignment(role=role, authority=authority, since=clock.today(), until=until)
    person.assignments.append(assignment)
    return assignment


def _require_fit(person: User, post: Post, until: date | None) -> None:
    if not person.is_active:
        raise rules.AccountClosed
    if until and until < clock.today():
        raise rules.AppointmentOver(until=until)
    rules.require_compatible(person.actor.roles, post.role)
    if post in person.actor.posts:
        raise rules.AlreadyAppointed
