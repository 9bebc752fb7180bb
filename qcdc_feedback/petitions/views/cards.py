"""The cards of a desk as pages: what waits, what was decided, and one card with what can be said about it."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.errors import BadAddress
from qcdc_feedback.core.web import me
from qcdc_feedback.petitions import labels, queries, services
from qcdc_feedback.petitions.forms.card import CONFIRM, ContestForm, DecideCardForm

_PAGES = {Role.SUPERVISOR: "supervisor", Role.HEAD: "head"}


def card_list(role: Role) -> ResponseReturnValue:
    """Show the cards that wait, or those decided; raises BadAddress for another tab."""
    tab = request.args.get("tab") or "waiting"
    if tab not in queries.CARD_TABS:
        raise BadAddress(what="tab")
    page = queries.cards(me(), role, tab, request.args.get("cursor"))
    return render_template(
        "petitions/desk/cards.html", tab=tab, tabs=labels.CARD_TABS, page=page, **_frame(role)
    )


def card_to_decide(card_id: int) -> ResponseReturnValue:
    """Let a supervisor confirm or drop a card, at the state in which it was read."""
    shown = queries.get_card_line(card_id, me(), Role.SUPERVISOR)
    form = DecideCardForm(seen=shown.status)
    if form.accepted(lambda: _decide(card_id, form)):
        return redirect(url_for("supervisor.cards", done=form.verdict.data))
    shown = queries.get_card_line(card_id, me(), Role.SUPERVISOR)
    form.renew(shown.status)
    return _page(shown, form, Role.SUPERVISOR)


def card_to_contest(card_id: int) -> ResponseReturnValue:
    """Let the head of the late authority say why a card would be wrong."""
    shown, form = queries.get_card_line(card_id, me(), Role.HEAD), ContestForm()
    if form.accepted(lambda: services.contest_card(queries.get_card(card_id), me(), form.objection.data)):
        return redirect(url_for("head.cards", done="contest"))
    return _page(queries.get_card_line(card_id, me(), Role.HEAD) if form.refusal else shown, form, Role.HEAD)


def _decide(card_id: int, form: DecideCardForm) -> None:
    service = services.confirm_card if form.verdict.data == CONFIRM else services.drop_card
    service(queries.get_card(card_id), me(), form.decision.data, seen=form.to_seen())


def _page(shown: Any, form: Any, role: Role) -> ResponseReturnValue:
    is_open = shown.status in (queries.WAITING if role == Role.SUPERVISOR else queries.WAITING[:1])
    page = render_template("petitions/desk/card.html", card=shown, form=form, is_open=is_open, **_frame(role))
    return page, form.status


def _frame(role: Role) -> dict[str, Any]:
    return {"role": role, "list_endpoint": f"{_PAGES[role]}.cards", "card_endpoint": f"{_PAGES[role]}.card"}
