"""The same table for complaints, in its short form: Luật Khiếu nại 02/2011 as amended by 136/2025."""

from qcdc_feedback.petitions.rules.procedure.rows import BACK, SAME, row
from qcdc_feedback.petitions.rules.procedure.vocabulary import Action as A
from qcdc_feedback.petitions.rules.procedure.vocabulary import Move

_OPEN = "awaiting_submitter received accepted verifying suspended dialogue"
_ANY = f"{_OPEN} not_accepted decided decision_published withdrawn"

# fmt: off
COMPLAINT: tuple[Move, ...] = (
    #   action               from                     to                    may be done by          is told to
    row(A.SUBMIT,           "",                      "awaiting_submitter", "submitter dispatcher", "submitter dispatcher"),
    row(A.SIGN,             "awaiting_submitter",    "received",           "dispatcher",           "submitter handler",
        starts="acceptance"),
    row(A.ACCEPT,           "received",              "accepted",           "head",                 "submitter handler",
        starts="answer", stops="acceptance"),
    row(A.NOT_ACCEPT,       "received",              "not_accepted",       "head",                 "submitter",
        stops="acceptance"),
    row(A.VERIFY,           "accepted",              "verifying",          "handler head",         "submitter"),
    row(A.SUSPEND,          "verifying dialogue",    "suspended",          "head",                 "submitter handler",
        pauses="suspension"),
    row(A.RESUME,           "suspended",             BACK,                 "head",                 "submitter handler"),
    row(A.HOLD_DIALOGUE,    "verifying",             "dialogue",           "head",                 "submitter handler"),
    row(A.DECIDE,           "verifying dialogue",    "decided",            "head",                 "submitter",
        stops="answer"),
    row(A.PUBLISH_DECISION, "decided",               "decision_published", "head",                 "submitter"),
    row(A.COMPLAIN_AGAIN,   "decided decision_published not_accepted", "received", "submitter",    "dispatcher handler",
        starts="acceptance"),
    row(A.WITHDRAW,         _OPEN,                   "withdrawn",          "submitter",            "handler",
        stops="acceptance answer"),
    row(A.WARN,             _OPEN,                   SAME,                 "system",               "dispatcher handler head"),
    row(A.ESCALATE,         _OPEN,                   SAME,                 "system",               "head superior supervisor"),
    row(A.HIDE,             _ANY,                    SAME,                 "dispatcher",           "submitter"),
    row(A.SHOW,             _ANY,                    SAME,                 "dispatcher",           "submitter"),
)
# fmt: on
