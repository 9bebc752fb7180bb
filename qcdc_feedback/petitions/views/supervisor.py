"""The supervisors' desk: what is late, what was promised, what is asked to be reopened."""

from flask.typing import ResponseReturnValue

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.web import Desk
from qcdc_feedback.petitions.labels import DESKS
from qcdc_feedback.petitions.views.cards import card_list, card_to_decide
from qcdc_feedback.petitions.views.work_lists import work_list

supervisor = Desk(
    "supervisor", "/supervision", frozenset({Role.SUPERVISOR}), title=DESKS[Role.SUPERVISOR], home="petitions"
)


@supervisor.get("")
def petitions() -> ResponseReturnValue:
    """Show the work list."""
    return work_list(Role.SUPERVISOR)


@supervisor.get("/cards")
def cards() -> ResponseReturnValue:
    """Show the cards that are proposed for late authorities, and those decided."""
    return card_list(Role.SUPERVISOR)


@supervisor.route("/cards/<int:card_id>", methods=["GET", "POST"])
def card(card_id: int) -> ResponseReturnValue:
    """Show a card and let it stand or fall."""
    return card_to_decide(card_id)
