"""Another person confirms or declines what was proposed about the calendar."""

from collections.abc import Sequence

from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import transaction
from qcdc_feedback.workdays import steps
from qcdc_feedback.workdays.models import DayChange
from qcdc_feedback.workdays.rules import ChangeStatus
from qcdc_feedback.workdays.rules.changes import require_another_person

_ADMIN = frozenset({Role.ADMIN})


@transaction()
def confirm_day(proposal: DayChange, actor: Actor) -> None:
    """Let a proposal change the calendar: a day is added, or withdrawn."""
    require_role(actor, _ADMIN)
    steps.hold_calendar()
    _confirm(proposal, actor)


@transaction()
def confirm_days(proposals: Sequence[DayChange], actor: Actor) -> int:
    """Let several proposals change the calendar together, or none of them; return how many they were."""
    require_role(actor, _ADMIN)
    steps.hold_calendar()
    for proposal in proposals:
        _confirm(proposal, actor)
    return len(proposals)


@transaction()
def decline_day(proposal: DayChange, actor: Actor, remark: str) -> None:
    """Turn a proposal down, or take one's own back; it stays on record with the reason."""
    require_role(actor, _ADMIN)
    steps.hold_calendar()
    steps.read_waiting(proposal)
    steps.decide(proposal, ChangeStatus.DECLINED, actor)
    proposal.remark = remark


def _confirm(proposal: DayChange, actor: Actor) -> None:
    steps.read_waiting(proposal)
    require_another_person(proposal.proposed_by_id, actor.user_id)
    steps.take_effect(proposal, actor)
