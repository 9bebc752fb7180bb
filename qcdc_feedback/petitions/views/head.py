"""The head's desk: answers to approve, time asked for, work to assign."""

from flask.typing import ResponseReturnValue

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.web import Desk
from qcdc_feedback.petitions.labels import DESKS
from qcdc_feedback.petitions.views.cards import card_list, card_to_contest
from qcdc_feedback.petitions.views.work_lists import work_list

head = Desk("head", "/head", frozenset({Role.HEAD}), title=DESKS[Role.HEAD], home="petitions")


@head.get("")
def petitions() -> ResponseReturnValue:
    """Show the work list."""
    return work_list(Role.HEAD)


@head.get("/cards")
def cards() -> ResponseReturnValue:
    """Show the cards of the own authority."""
    return card_list(Role.HEAD)


@head.route("/cards/<int:card_id>", methods=["GET", "POST"])
def card(card_id: int) -> ResponseReturnValue:
    """Show a card that is proposed for the own authority, and let the head contest it."""
    return card_to_contest(card_id)
