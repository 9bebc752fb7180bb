"""Following a petition: opened by number and secret, then everything its submitter may see and do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.core import clock
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.core.web import hold, let_go
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.forms.citizen import (
    AskReopenForm,
    CompleteForm,
    DeedForm,
    RateForm,
    TrackForm,
    WhyForm,
    WithdrawForm,
)
from qcdc_feedback.petitions.rules import buttons, codes, conditions, deadlines, privacy
from qcdc_feedback.petitions.rules.deadlines import Timeliness
from qcdc_feedback.petitions.rules.outcomes import RejectReason, Satisfaction
from qcdc_feedback.petitions.rules.procedure import Action, Party, move_for
from qcdc_feedback.petitions.views.citizen.desk import citizen, key, submitter
from qcdc_feedback.petitions.views.sending import sent_file
from qcdc_feedback.workdays.queries import work_calendar

_SUBMITTER = frozenset({Party.SUBMITTER})


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed of the submitter: its row of the table, what it asks, the use case."""

    action: Action
    form: type[DeedForm]
    service: Callable[..., None]


_DEEDS = {
    str(deed.action).replace("_", "-"): deed
    for deed in (
        _Deed(Action.COMPLETE, CompleteForm, services.complete_petition),
        _Deed(Action.WITHDRAW, WithdrawForm, services.withdraw_petition),
        _Deed(Action.APPEAL, WhyForm, services.appeal_rejection),
        _Deed(Action.RATE, RateForm, services.rate_answer),
        _Deed(Action.ASK_REOPEN, AskReopenForm, services.ask_reopening),
        _Deed(Action.CLOSE, DeedForm, services.close_petition),
        _Deed(Action.COMPLAIN_AGAIN, WhyForm, services.complain_again),
    )
}


@citizen.route("/track", methods=["GET", "POST"])
def track() -> ResponseReturnValue:
    """Open a petition by number and secret; a wrong number and a wrong secret get the same answer."""
    form = TrackForm()
    if form.accepted(lambda: codes.opened(queries.find_by_secret(form.code, _fingerprint(form)))):
        hold(form.outcome)
        return redirect(url_for("citizen.show", code=form.code))
    return render_template("petitions/citizen/track.html", form=form), form.status


@citizen.get("/track/<string:code>")
def show(code: str) -> ResponseReturnValue:
    """Show where the petition stands, what was said, and what its submitter can do now."""
    petition = queries.get_own(code, submitter())
    main = queries.get_by_id(petition.merged_into_id) if petition.merged_into_id else None
    return render_template(
        "petitions/citizen/show.html",
        petition=petition,
        main=main,
        submission=queries.get_submission(petition.id),
        files=queries.own_files(petition.id),
        messages=queries.messages(petition.id),
        answers=queries.published_answers(petition.id),
        ratings={row.round: Satisfaction(row.satisfaction) for row in queries.ratings(petition.id)},
        history=[line for line in queries.history(petition.id) if line.action not in privacy.INSIDE],
        shown=privacy.SHOWN_TO_SUBMITTER,
        reasons={reason.value: reason for reason in RejectReason},
        actions=buttons.open_actions(petition, _SUBMITTER, clock.today()),
        today=clock.today(),
        timeliness=_timeliness(petition),
        is_provisional=petition.due_on is not None and work_calendar().is_provisional(petition.due_on),
        done=request.args.get("done"),
    )


@citizen.route("/track/<string:code>/<string:name>", methods=["GET", "POST"])
def deed(code: str, name: str) -> ResponseReturnValue:
    """Ask for what a deed needs, and do it; what is not open now is refused before anything is typed."""
    petition, wanted = queries.get_own(code, submitter()), _deed(name)
    if request.method == "GET":
        move_for(petition.kind, petition.state, wanted.action, _SUBMITTER, petition.resumes)
        conditions.check(petition, wanted.action, clock.today())
    form = wanted.form(seen=petition.version)
    if form.accepted(lambda: wanted.service(petition, submitter(), **form.to_values(), seen=form.seen.data)):
        return redirect(url_for("citizen.show", code=code, done=name))
    if form.refusal:
        form.renew(petition.version)
    return render_template(
        "petitions/citizen/deed.html", petition=petition, form=form, action=wanted.action, **_said(petition)
    ), form.status


@citizen.get("/track/<string:code>/files/<int:attachment_id>")
def file(code: str, attachment_id: int) -> Response:
    """Hand out one of the files that the submitter may see."""
    petition = queries.get_own(code, submitter())
    return sent_file(queries.get_own_file(petition.id, attachment_id).file)


@citizen.post("/track/let-go")
def leave() -> ResponseReturnValue:
    """Forget on this device every petition that was opened."""
    let_go()
    return redirect(url_for("citizen.track"))


def _fingerprint(form: TrackForm) -> str:
    return codes.fingerprint(form.secret.data, key())


def _timeliness(petition: Any) -> Timeliness:
    return deadlines.timeliness(petition.plain_due_on, petition.due_on, petition.answered_on, clock.today())


def _deed(name: str) -> _Deed:
    if name not in _DEEDS:
        raise NotFound
    return _DEEDS[name]


def _said(petition: Any) -> dict[str, Any]:
    return {"messages": queries.messages(petition.id), "answers": queries.published_answers(petition.id)}
