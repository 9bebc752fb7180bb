"""The workspace: one petition with all that is known of it, and everything that can be done with it."""

from dataclasses import replace
from typing import Any

from flask import Response, flash, get_template_attribute, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.core.errors import DomainError, NotAllowed, NotFound
from qcdc_feedback.core.web import Desk, me, refuse, typed_texts
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.rules import access, buttons, codes, lights
from qcdc_feedback.petitions.rules.outcomes import RejectReason
from qcdc_feedback.petitions.rules.procedure import Action, Stage
from qcdc_feedback.petitions.views import dossier
from qcdc_feedback.petitions.views.deeds import DEEDS, action_named
from qcdc_feedback.petitions.views.sending import sent_file
from qcdc_feedback.petitions.views.work_lists import list_of
from qcdc_feedback.workdays.queries import work_calendar

workspace = Desk(
    "workspace",
    "/workspace",
    frozenset({Role.DISPATCHER, Role.OFFICER, Role.HEAD, Role.SUPERVISOR}),
)

# What the coded reasons of history stand for.
_REASONS = {word.value: word for word in (*RejectReason, *Stage)}


@workspace.get("")
def find() -> ResponseReturnValue:
    """Lead to the petition whose number was typed, however it was typed."""
    code = codes.canonical_number(request.args.get("code", ""))
    if not code:
        raise NotFound
    return redirect(url_for("workspace.petition", code=code))


@workspace.get("/<string:code>")
def petition(code: str) -> ResponseReturnValue:
    """Show everything about a petition, and what this person can do now."""
    found = queries.get_by_code(code, _official())
    actions = buttons.open_actions(found, access.parties(_official(), found), clock.today())
    return render_template(
        "petitions/workspace/petition.html",
        actions=[action for action in actions if action in DEEDS],
        **_standing(found),
        **dossier.contents(found, _official()),
    )


@workspace.route("/<string:code>/<string:name>", methods=["GET", "POST"])
def deed(code: str, name: str) -> ResponseReturnValue:
    """Ask for what a deed needs, and do it; what is refused comes back with what was typed."""
    found, action = queries.get_by_code(code, _official()), action_named(name)
    wanted, told = DEEDS[action], _told(found, action)
    offered = wanted.offers(found)
    form = wanted.form(seen=found.version).about(found, offered)
    if form.accepted(lambda: wanted.service(found, _official(), **form.to_values(), seen=form.seen.data)):
        return _ended(found, action)
    form.renew(found.version)
    parts = {**_standing(found), **dossier.words(found, _official()), "told": told, "offered": offered}
    return render_template("petitions/workspace/deed.html", action=action, form=form, **parts), form.status


@workspace.get("/<string:code>/files/<int:attachment_id>")
def file(code: str, attachment_id: int) -> Response:
    """Hand out a file to those who may see it."""
    found = queries.get_by_code(code, _official())
    return sent_file(dossier.get_file(found, attachment_id, _official()))


@workspace.errorhandler(NotFound)
@workspace.errorhandler(NotAllowed)
def lost(error: DomainError) -> ResponseReturnValue:
    """Give back what was typed when the petition went into other hands meanwhile."""
    if request.method != "POST" or me().roles.isdisjoint(workspace.roles):
        return refuse(error)
    parts = {"error": error, "texts": typed_texts(), "list_endpoint": list_of(me())}
    return render_template("petitions/workspace/lost.html", **parts), error.status


def _official() -> Actor:
    # Whoever opened a petition by its secret does the submitter's deeds elsewhere, not at this desk.
    return replace(me(), holds=frozenset())


def _standing(found: Any) -> dict[str, Any]:
    today, calendar = clock.today(), work_calendar()
    return {
        "petition": found,
        "pressing": lights.of_petition(found, today, calendar),
        "pressing_of": lambda running: lights.of_clock(running, today, calendar),
        "list_endpoint": list_of(me()),
        "reasons": _REASONS,
    }


def _told(found: Any, action: Action) -> Any:
    parties = access.parties(_official(), found)
    if request.method == "GET":
        return buttons.require_open(found, action, parties, clock.today()).told
    # What was typed comes back when the state has changed meanwhile: the use case itself refuses.
    return buttons.require_part(found, action, parties).told


def _ended(found: Any, action: Action) -> ResponseReturnValue:
    done = get_template_attribute("petitions/workspace/words_of_deeds.html", "done")
    flash(done(action, found), "success")
    if access.may_know(_official(), found):
        return redirect(url_for("workspace.petition", code=found.code))
    return redirect(url_for(list_of(me())))
