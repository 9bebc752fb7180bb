"""What petitions do by themselves each night, and how the procedure is printed."""

from collections.abc import Callable, Iterable
from datetime import timedelta

import click
from flask.cli import AppGroup

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.errors import Conflict
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import limits
from qcdc_feedback.petitions.serializers import procedure_page
from qcdc_feedback.workdays.queries import work_calendar

petitions_cli = AppGroup("petitions", help="Petitions: what happens by itself, and the procedure.")


@petitions_cli.command("procedure")
def procedure() -> None:
    """Print docs/procedure.md as the table has it."""
    click.echo(procedure_page(), nl=False)


@petitions_cli.command("nightly")
def nightly() -> None:
    """Remind, lapse, break promises, close, escalate; safe to run as often as one likes."""
    click.echo(", ".join(f"{name}: {count}" for name, count in run_night().items()))


def run_night() -> dict[str, int]:
    """Do what is due today, one transaction a petition; return how often each thing was done."""
    today = clock.today()
    return {
        "reminded": _each(_to_remind(), services.remind_submitter),
        "lapsed": _each(_waiting(limits.LAPSE_AFTER), services.lapse_petition),
        "promises broken": _each(queries.promises_due_before(today), services.break_promise),
        "closed": _each(
            queries.answered_before(today - timedelta(days=limits.CLOSE_AFTER)),
            lambda petition: services.close_petition(petition, SYSTEM),
        ),
        "escalated": _each(
            queries.overdue(today), lambda petition: services.escalate_petition(petition, SYSTEM)
        ),
        "drafts swept": _sweep(),
    }


def _each(petition_ids: Iterable[int], deed: Callable[[Petition], None]) -> int:
    done = 0
    for petition_id in petition_ids:
        try:
            deed(queries.get_by_id(petition_id))
            done += 1
        except Conflict:  # somebody was quicker; the next night looks again
            continue
    return done


def _waiting(days: int) -> list[int]:
    calendar, today = work_calendar(), clock.today()
    return [
        petition_id
        for petition_id in queries.waiting_since(today)
        if calendar.working_between(queries.get_by_id(petition_id).paused_on or today, today) > days
    ]


def _to_remind() -> list[int]:
    waiting = [queries.get_by_id(petition_id) for petition_id in _waiting(limits.REMIND_SUBMITTER_AFTER)]
    return [each.id for each in waiting if not queries.was_reminded(each.id, each.paused_on or clock.today())]


def _sweep() -> int:
    old = queries.drafts_before(clock.now() - timedelta(hours=24))
    for draft in old:
        services.sweep_draft(draft)
    return len(old)
