"""More time: asked for by the handler, decided by the head, told to the citizen."""

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Extension, Petition
from qcdc_feedback.petitions.rules import conditions, deadlines, limits
from qcdc_feedback.petitions.rules.procedure import Action, Stage
from qcdc_feedback.petitions.steps import clocks, moving


@transaction()
def ask_extension(
    petition: Petition, officer: Actor, days: int, reason: str, seen: int | None = None
) -> None:
    """Ask the head for more days; raises NoMoreTime beyond the rule's maximum."""
    with moving(petition, Action.EXTEND, officer, seen, reason):
        clock_now = queries.find_clock(petition.id, Stage.ANSWER, petition.round)
        limit = limits.limit_by_key(clock_now.rule) if clock_now else None
        deadlines.check_extension(limit, petition.extensions, days)
        extension = Extension(
            petition_id=petition.id,
            round=petition.round,
            days=days,
            reason=reason,
            asked_by_id=officer.user_id,
            asked_at=clock.now(),
        )
        db.session.add(extension)
        petition.is_extension_asked = True


@transaction()
def grant_extension(petition: Petition, head: Actor, seen: int | None = None) -> None:
    """Give the days asked for; the date first promised stays on the record."""
    with moving(petition, Action.GRANT_EXTENSION, head, seen) as deed:
        extension = _decide(petition, head)
        extension.is_granted = True
        deed.note = extension.reason
        clocks.extend(petition, extension.days)
        petition.extensions += 1


@transaction()
def deny_extension(petition: Petition, head: Actor, note: str, seen: int | None = None) -> None:
    """Leave the date as it is."""
    with moving(petition, Action.DENY_EXTENSION, head, seen, note):
        _decide(petition, head)


def _decide(petition: Petition, head: Actor) -> Extension:
    extension = queries.get_extension_asked(petition.id)
    conditions.check_two_people(extension.asked_by_id, head.user_id)
    extension.decided_by_id = head.user_id
    extension.decided_at = clock.now()
    petition.is_extension_asked = False
    return extension
