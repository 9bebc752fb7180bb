"""The citizen's desk, open to anyone, and the filing that a browser has under way."""

import secrets
from typing import Any

from flask import abort, current_app, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.forms import Form
from qcdc_feedback.core.web import ANYONE, Desk, me, typed_texts
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.rules import codes, intake
from qcdc_feedback.petitions.rules.intake import QUESTIONS, Question

citizen = Desk("citizen", "", roles=ANYONE)

_FILING = "filing"


def submitter() -> Actor:
    """Return who acts here: whoever holds the secrets, also when an official happens to be signed in."""
    return Actor(holds=me().holds)


def key() -> str:
    """Return the key under which secrets are derived and hashed."""
    return str(current_app.config["SECRET_KEY"])


def new_token() -> str:
    """Return the token of a new filing, which this browser holds from now on."""
    session[_FILING] = secrets.token_urlsafe(32)
    return str(session[_FILING])


def token() -> str:
    """Return the token of the filing that this browser has under way, or nothing."""
    return str(session.get(_FILING, ""))


def forget_token() -> None:
    """Let this browser forget its filing, and with it the secret."""
    session.pop(_FILING, None)


def find_own_draft() -> Any:
    """Return the filing of this browser, or None."""
    return queries.find_draft(codes.token_hash(token())) if token() else None


def draft_at(question: Question) -> Any:
    """Return the filing under way; a browser that is not as far as this page is led to where it is."""
    draft = find_own_draft()
    if draft is None:
        abort(_lost())
    if draft.petition_id is not None:
        abort(redirect(url_for("citizen.receipt")))
    if not intake.is_reached(question, draft):
        abort(redirect(url_for(f"citizen.{intake.first_gap(draft)}")))
    return draft


def page(template: str, question: Question, form: Form, **more: Any) -> ResponseReturnValue:
    """Show one page of the form, with its place among the others."""
    number = QUESTIONS.index(question) + 1
    before = url_for(f"citizen.{QUESTIONS[number - 2]}") if number > 1 else url_for("citizen.start")
    back_url = url_for("citizen.check") if _is_changing() else before
    shown = render_template(
        template, form=form, number=number, total=len(QUESTIONS), back_url=back_url, **more
    )
    return shown, form.status


def onward(question: Question) -> ResponseReturnValue:
    """Lead to the next page, or back to the check where the person came from."""
    following = Question.CHECK if _is_changing() else QUESTIONS[QUESTIONS.index(question) + 1]
    return redirect(url_for(f"citizen.{following}"))


def here(question: Question) -> ResponseReturnValue:
    """Lead to the same page anew, keeping where the person came from."""
    return redirect(url_for(f"citizen.{question}", to=request.args.get("to")))


def _is_changing() -> bool:
    return request.args.get("to") == Question.CHECK


def _lost() -> Any:
    if request.method == "GET":
        return redirect(url_for("citizen.start", lost="yes"))
    return make_response(render_template("petitions/citizen/lost.html", texts=typed_texts()), 409)
