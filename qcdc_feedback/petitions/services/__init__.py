"""What can be done with petitions: one use case, one transaction; the table of contents."""

from qcdc_feedback.petitions.services.advance_complaint import (
    advance_complaint,
    complain_again,
    sign_complaint,
)
from qcdc_feedback.petitions.services.appeal import (
    appeal_rejection,
)
from qcdc_feedback.petitions.services.ask import (
    ask_submitter,
)
from qcdc_feedback.petitions.services.cards import (
    confirm_card,
    contest_card,
    drop_card,
    propose_card,
)
from qcdc_feedback.petitions.services.categories import (
    change_category,
    close_category,
    load_categories,
    load_routing,
    open_category,
)
from qcdc_feedback.petitions.services.classify import (
    classify_petition,
)
from qcdc_feedback.petitions.services.close import (
    close_petition,
)
from qcdc_feedback.petitions.services.complete import (
    complete_petition,
)
from qcdc_feedback.petitions.services.consult import (
    advise,
    consult_authority,
)
from qcdc_feedback.petitions.services.correct_clocks import (
    correct_clocks,
    finish_change,
)
from qcdc_feedback.petitions.services.draft_answer import (
    AnswerWords,
    draft_answer,
)
from qcdc_feedback.petitions.services.escalate import (
    escalate_petition,
)
from qcdc_feedback.petitions.services.explain import (
    demand_explanation,
    explain,
)
from qcdc_feedback.petitions.services.extend import (
    ask_extension,
    deny_extension,
    grant_extension,
)
from qcdc_feedback.petitions.services.fill_in import (
    attach_to_draft,
    begin_draft,
    detach_from_draft,
    fill_draft,
    settle_contact,
    sweep_draft,
)
from qcdc_feedback.petitions.services.hand_over import (
    hand_over_petition,
)
from qcdc_feedback.petitions.services.lapse import (
    lapse_petition,
    remind_submitter,
)
from qcdc_feedback.petitions.services.merge import (
    merge_petition,
    unmerge_petition,
)
from qcdc_feedback.petitions.services.moderate import (
    hide_petition,
    show_petition,
)
from qcdc_feedback.petitions.services.pledge import (
    end_pledge,
    make_pledge,
)
from qcdc_feedback.petitions.services.promise import (
    break_promise,
    keep_promise,
    report_promise_kept,
)
from qcdc_feedback.petitions.services.publish import (
    publish_answer,
    send_back_answer,
)
from qcdc_feedback.petitions.services.rate import (
    rate_answer,
)
from qcdc_feedback.petitions.services.refuse import (
    refuse_petition,
)
from qcdc_feedback.petitions.services.reject import (
    reject_petition,
)
from qcdc_feedback.petitions.services.release import (
    release_petition,
)
from qcdc_feedback.petitions.services.remind_of_calendar import (
    remind_of_calendar,
)
from qcdc_feedback.petitions.services.reopen import (
    ask_reopening,
    decline_reopening,
    reopen_petition,
)
from qcdc_feedback.petitions.services.route import (
    route_petition,
)
from qcdc_feedback.petitions.services.set_ladder import (
    set_ladder,
)
from qcdc_feedback.petitions.services.submit import (
    file_on_behalf,
    submit_draft,
)
from qcdc_feedback.petitions.services.take import (
    assign_petition,
    reassign_petition,
    take_petition,
)
from qcdc_feedback.petitions.services.tell_lateness import (
    tell_clock,
    tell_lateness,
)
from qcdc_feedback.petitions.services.transfer import (
    transfer_petition,
)
from qcdc_feedback.petitions.services.withdraw import (
    withdraw_petition,
)

__all__ = [
    "AnswerWords",
    "advance_complaint",
    "advise",
    "appeal_rejection",
    "ask_extension",
    "ask_reopening",
    "ask_submitter",
    "assign_petition",
    "attach_to_draft",
    "begin_draft",
    "break_promise",
    "change_category",
    "classify_petition",
    "close_category",
    "close_petition",
    "complain_again",
    "complete_petition",
    "confirm_card",
    "consult_authority",
    "contest_card",
    "correct_clocks",
    "decline_reopening",
    "demand_explanation",
    "deny_extension",
    "detach_from_draft",
    "draft_answer",
    "drop_card",
    "end_pledge",
    "escalate_petition",
    "explain",
    "file_on_behalf",
    "fill_draft",
    "finish_change",
    "grant_extension",
    "hand_over_petition",
    "hide_petition",
    "keep_promise",
    "lapse_petition",
    "load_categories",
    "load_routing",
    "make_pledge",
    "merge_petition",
    "open_category",
    "propose_card",
    "publish_answer",
    "rate_answer",
    "reassign_petition",
    "refuse_petition",
    "reject_petition",
    "release_petition",
    "remind_of_calendar",
    "remind_submitter",
    "reopen_petition",
    "report_promise_kept",
    "route_petition",
    "send_back_answer",
    "set_ladder",
    "settle_contact",
    "show_petition",
    "sign_complaint",
    "submit_draft",
    "sweep_draft",
    "take_petition",
    "tell_clock",
    "tell_lateness",
    "transfer_petition",
    "unmerge_petition",
    "withdraw_petition",
]
