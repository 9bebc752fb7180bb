"""THE TABLE for feedback and recommendations: what can be done, from where to where, by whom, who is told.

Only rows with starts= start a clock; transfer, refuse, send back, reassign and complete never do.
"""

from qcdc_feedback.petitions.rules.procedure.rows import BACK, SAME, row
from qcdc_feedback.petitions.rules.procedure.vocabulary import Action as A
from qcdc_feedback.petitions.rules.procedure.vocabulary import Move

_UNANSWERED = "received awaiting_submitter routed in_progress awaiting_approval"
_OPEN = f"{_UNANSWERED} reopen_requested"
_WATCHED = f"{_OPEN} answered"
_ANY = f"{_WATCHED} rejected merged closed withdrawn"
_DESK_CLOCKS = "triage appeal"

# fmt: off
FEEDBACK: tuple[Move, ...] = (
    #   action                 from                        to                    may be done by          is told to
    row(A.SUBMIT,             "",                         "received",           "submitter dispatcher", "submitter dispatcher",
        starts="triage intake_notice"),
    row(A.CLASSIFY,           "received",                 SAME,                 "dispatcher"),
    row(A.RELEASE,            _UNANSWERED,                SAME,                 "dispatcher",           "submitter"),
    row(A.ASK,                "received",                 "awaiting_submitter", "dispatcher",           "submitter",
        pauses="submitter"),
    row(A.ASK,                "in_progress",              "awaiting_submitter", "handler",              "submitter",
        pauses="submitter"),
    row(A.COMPLETE,           "awaiting_submitter",       BACK,                 "submitter",            "asker"),
    row(A.REMIND,             "awaiting_submitter",       SAME,                 "system",               "submitter"),
    row(A.LAPSE,              "awaiting_submitter",       "rejected",           "system",               "submitter asker",
        paused_in="received", stops="triage appeal intake_notice"),
    row(A.LAPSE,              "awaiting_submitter",       BACK,                 "system",               "submitter asker",
        paused_in="in_progress"),
    row(A.REJECT,             "received",                 "rejected",           "dispatcher",           "submitter",
        stops="triage appeal intake_notice answer"),
    row(A.APPEAL,             "rejected",                 "received",           "submitter",            "dispatcher",
        starts="appeal"),
    row(A.HAND_OVER,          "received",                 SAME,                 "dispatcher",           "dispatcher"),
    row(A.MERGE,              "received routed",          "merged",             "dispatcher",           "submitter"),
    row(A.UNMERGE,            "merged",                   "received",           "dispatcher",           "submitter"),
    row(A.ROUTE,              "received",                 "routed",             "dispatcher",           "submitter handler",
        starts="answer", stops=f"{_DESK_CLOCKS} intake_notice"),
    row(A.REFUSE,             "routed",                   "received",           "head",                 "dispatcher"),
    row(A.TAKE,               "routed",                   "in_progress",        "handler"),
    row(A.ASSIGN,             "routed",                   "in_progress",        "head"),
    row(A.REASSIGN,           "in_progress",              SAME,                 "head system",          "handler former_handler"),
    row(A.TRANSFER,           "routed in_progress",       "routed",             "head dispatcher",      "submitter handler former_handler",
        stops="extension"),
    row(A.CONSULT,            "in_progress",              SAME,                 "handler",              "consulted"),
    row(A.ADVISE,             _OPEN,                      SAME,                 "consulted",            "handler"),
    row(A.EXTEND,             "in_progress",              SAME,                 "handler",              "head",
        starts="extension"),
    row(A.GRANT_EXTENSION,    "in_progress",              SAME,                 "head",                 "submitter handler supervisor",
        stops="extension"),
    row(A.DENY_EXTENSION,     "in_progress",              SAME,                 "head",                 "handler",
        stops="extension"),
    row(A.DRAFT,              "in_progress",              "awaiting_approval",  "handler",              "head"),
    row(A.SEND_BACK,          "awaiting_approval",        "in_progress",        "head",                 "handler"),
    row(A.PUBLISH,            "awaiting_approval",        "answered",           "head",                 "submitter follower",
        starts="commitment", stops="answer extension"),
    row(A.RATE,               "answered closed",          SAME,                 "submitter",            "handler"),
    row(A.ASK_REOPEN,         "answered closed",          "reopen_requested",   "submitter",            "dispatcher supervisor",
        starts="reopening"),
    row(A.REOPEN,             "reopen_requested",         "in_progress",        "dispatcher supervisor", "submitter handler",
        starts="answer", stops="reopening commitment"),
    row(A.DECLINE_REOPEN,     "reopen_requested",         "closed",             "dispatcher supervisor", "submitter handler",
        stops="reopening"),
    row(A.REPORT_KEPT,        "answered closed",          SAME,                 "handler",              "head"),
    row(A.KEEP_PROMISE,       "answered closed",          SAME,                 "head",                 "submitter follower",
        stops="commitment"),
    row(A.BREAK_PROMISE,      "answered closed",          "in_progress",        "system",               "submitter handler follower",
        starts="answer", stops="commitment"),
    row(A.CLOSE,              "answered",                 "closed",             "system submitter"),
    row(A.DEMAND_EXPLANATION, _WATCHED,                   SAME,                 "supervisor",           "head",
        starts="explanation"),
    row(A.EXPLAIN,            _ANY,                       SAME,                 "head",                 "supervisor",
        stops="explanation"),
    row(A.WITHDRAW,           _UNANSWERED,                "withdrawn",          "submitter",            "handler",
        stops="triage appeal intake_notice answer extension"),
    row(A.WARN,               _WATCHED,                   SAME,                 "system",               "dispatcher handler head"),
    row(A.ESCALATE,           _OPEN,                      SAME,                 "system supervisor",    "head superior supervisor"),
    row(A.HIDE,               _ANY,                       SAME,                 "dispatcher",           "submitter"),
    row(A.SHOW,               _ANY,                       SAME,                 "dispatcher",           "submitter"),
)
# fmt: on
