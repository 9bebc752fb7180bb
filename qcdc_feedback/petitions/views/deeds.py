"""The deeds of officials: for each action of the tables its form, its use case, what the form is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.forms import complaint, dispatcher, official, supervisor
from qcdc_feedback.petitions.forms.deed import DeedForm
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.views import offers
from qcdc_feedback.petitions.views.offers import Offer


@dataclass(frozen=True, slots=True)
class Deed:
    """What a deed asks, what it does, and what is laid before the person first."""

    form: type[DeedForm]
    service: Callable[..., Any]
    offers: Callable[[Any], Offer] = offers.nothing


def _step(action: Action, form: type[DeedForm]) -> Deed:
    """Return a step of a complaint: one use case for all of them."""
    return Deed(
        form,
        lambda petition, by, note, seen: services.advance_complaint(petition, by, action, note, seen),
    )


DEEDS: dict[Action, Deed] = {
    # the reception desk
    Action.CLASSIFY: Deed(dispatcher.ClassifyForm, services.classify_petition, offers.categories),
    Action.RELEASE: Deed(dispatcher.ReleaseForm, services.release_petition, offers.copy),
    Action.REJECT: Deed(dispatcher.RejectForm, services.reject_petition),
    Action.HAND_OVER: Deed(dispatcher.HandOverForm, services.hand_over_petition, offers.desks),
    Action.MERGE: Deed(dispatcher.MergeForm, services.merge_petition),
    Action.UNMERGE: Deed(dispatcher.UnmergeForm, services.unmerge_petition),
    Action.ROUTE: Deed(dispatcher.RouteForm, services.route_petition, offers.route),
    Action.REOPEN: Deed(dispatcher.ReopenForm, services.reopen_petition),
    Action.DECLINE_REOPEN: Deed(dispatcher.DeclineForm, services.decline_reopening),
    Action.HIDE: Deed(dispatcher.ModerateForm, services.hide_petition),
    Action.SHOW: Deed(dispatcher.ModerateForm, services.show_petition),
    # the handling authority
    Action.ASK: Deed(official.AskForm, services.ask_submitter),
    Action.TAKE: Deed(DeedForm, services.take_petition),
    Action.CONSULT: Deed(official.ConsultForm, services.consult_authority, offers.consultation),
    Action.ADVISE: Deed(official.AdviseForm, services.advise, offers.questions),
    Action.EXTEND: Deed(official.ExtendForm, services.ask_extension, offers.more_time),
    Action.DRAFT: Deed(official.DraftForm, services.draft_answer, offers.draft),
    Action.REPORT_KEPT: Deed(official.ReportKeptForm, services.report_promise_kept, offers.promise),
    # its head
    Action.REFUSE: Deed(official.RefuseForm, services.refuse_petition, offers.offices),
    Action.ASSIGN: Deed(official.AssignForm, services.assign_petition, offers.officers),
    Action.REASSIGN: Deed(official.ReassignForm, services.reassign_petition, offers.officers),
    Action.TRANSFER: Deed(official.TransferForm, services.transfer_petition, offers.offices),
    Action.GRANT_EXTENSION: Deed(DeedForm, services.grant_extension, offers.extension),
    Action.DENY_EXTENSION: Deed(official.DenyForm, services.deny_extension, offers.extension),
    Action.SEND_BACK: Deed(official.SendBackForm, services.send_back_answer, offers.draft),
    Action.PUBLISH: Deed(DeedForm, services.publish_answer, offers.draft),
    Action.KEEP_PROMISE: Deed(DeedForm, services.keep_promise, offers.promise),
    Action.EXPLAIN: Deed(official.ExplainForm, services.explain, offers.demands),
    # supervisors
    Action.DEMAND_EXPLANATION: Deed(supervisor.DemandForm, services.demand_explanation, offers.reply_date),
    Action.ESCALATE: Deed(supervisor.EscalateForm, services.escalate_petition),
    # complaints
    Action.SIGN: Deed(complaint.SignForm, services.sign_complaint, offers.route),
    Action.ACCEPT: _step(Action.ACCEPT, complaint.DocumentForm),
    Action.NOT_ACCEPT: _step(Action.NOT_ACCEPT, complaint.GroundsForm),
    Action.VERIFY: _step(Action.VERIFY, complaint.RemarkForm),
    Action.SUSPEND: _step(Action.SUSPEND, complaint.GroundsForm),
    Action.RESUME: _step(Action.RESUME, complaint.RemarkForm),
    Action.HOLD_DIALOGUE: _step(Action.HOLD_DIALOGUE, complaint.RemarkForm),
    Action.DECIDE: _step(Action.DECIDE, complaint.DocumentForm),
    Action.PUBLISH_DECISION: _step(Action.PUBLISH_DECISION, complaint.DocumentForm),
}

_NAMED = {action.replace("_", "-"): action for action in DEEDS}


def action_named(name: str) -> Action:
    """Return the action whose page has the name, 'grant-extension'; raises NotFound."""
    if name not in _NAMED:
        raise NotFound
    return _NAMED[name]
