"""A desk's work list as a page: its queues with their counts, what presses most on top."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.core.errors import BadAddress
from qcdc_feedback.core.web import me
from qcdc_feedback.petitions import labels, queries
from qcdc_feedback.petitions.rules import lights
from qcdc_feedback.workdays.queries import work_calendar

_LISTS = {
    Role.DISPATCHER: "reception.petitions",
    Role.OFFICER: "officer.petitions",
    Role.HEAD: "head.petitions",
    Role.SUPERVISOR: "supervisor.petitions",
}


def list_of(actor: Actor) -> str:
    """Return the endpoint of the work list at which the official's day begins."""
    return next(endpoint for role, endpoint in _LISTS.items() if role in actor.roles)


def work_list(role: Role) -> ResponseReturnValue:
    """Show one queue of the desk; raises BadAddress for a queue that it does not have."""
    tab = request.args.get("tab") or next(iter(queries.TABS[role]))
    if tab not in queries.TABS[role]:
        raise BadAddress(what="tab")
    today, calendar = clock.today(), work_calendar()
    page = queries.work_list(me(), role, tab, today, request.args.get("cursor"))
    return render_template(
        "petitions/desk/work_list.html",
        role=role,
        tab=tab,
        tabs=labels.TABS[role],
        counts=queries.tab_counts(me(), role, today),
        lines=[(row, lights.of_petition(row, today, calendar)) for row in page.rows],
        page=page,
    )
