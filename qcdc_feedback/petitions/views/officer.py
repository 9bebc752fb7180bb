"""The officers' desk: what is in one's own hands, what waits to be taken."""

from flask.typing import ResponseReturnValue

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.web import Desk
from qcdc_feedback.petitions.labels import DESKS
from qcdc_feedback.petitions.views.work_lists import work_list

officer = Desk("officer", "/desk", frozenset({Role.OFFICER}), title=DESKS[Role.OFFICER], home="petitions")


@officer.get("")
def petitions() -> ResponseReturnValue:
    """Show the work list."""
    return work_list(Role.OFFICER)
