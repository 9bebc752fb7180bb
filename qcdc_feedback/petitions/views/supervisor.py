"""The supervisors' desk: what is late, what was promised, what is asked to be reopened."""

from flask.typing import ResponseReturnValue

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.web import Desk
from qcdc_feedback.petitions.labels import DESKS
from qcdc_feedback.petitions.views.work_lists import work_list

supervisor = Desk(
    "supervisor", "/supervision", frozenset({Role.SUPERVISOR}), title=DESKS[Role.SUPERVISOR], home="petitions"
)


@supervisor.get("")
def petitions() -> ResponseReturnValue:
    """Show the work list."""
    return work_list(Role.SUPERVISOR)
