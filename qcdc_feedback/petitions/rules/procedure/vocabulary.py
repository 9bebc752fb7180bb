"""The words of the procedure: states, actions, parties, clocks, and what a row of the table is."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a petition stands."""

    RECEIVED = "received"
    AWAITING_SUBMITTER = "awaiting_submitter"
    REJECTED = "rejected"
    MERGED = "merged"
    ROUTED = "routed"
    IN_PROGRESS = "in_progress"
    AWAITING_APPROVAL = "awaiting_approval"
    ANSWERED = "answered"
    REOPEN_REQUESTED = "reopen_requested"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    # complaints only
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    VERIFYING = "verifying"
    SUSPENDED = "suspended"
    DIALOGUE = "dialogue"
    DECIDED = "decided"
    DECISION_PUBLISHED = "decision_published"


class Action(StrEnum):
    """What can be done with a petition."""

    SUBMIT = "submit"
    CLASSIFY = "classify"
    RELEASE = "release"
    ASK = "ask"
    COMPLETE = "complete"
    REMIND = "remind"
    LAPSE = "lapse"
    REJECT = "reject"
    APPEAL = "appeal"
    HAND_OVER = "hand_over"
    MERGE = "merge"
    UNMERGE = "unmerge"
    ROUTE = "route"
    REFUSE = "refuse"
    TAKE = "take"
    ASSIGN = "assign"
    REASSIGN = "reassign"
    TRANSFER = "transfer"
    CONSULT = "consult"
    ADVISE = "advise"
    EXTEND = "extend"
    GRANT_EXTENSION = "grant_extension"
    DENY_EXTENSION = "deny_extension"
    DRAFT = "draft"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    RATE = "rate"
    ASK_REOPEN = "ask_reopen"
    REOPEN = "reopen"
    DECLINE_REOPEN = "decline_reopen"
    REPORT_KEPT = "report_kept"
    KEEP_PROMISE = "keep_promise"
    BREAK_PROMISE = "break_promise"
    CLOSE = "close"
    DEMAND_EXPLANATION = "demand_explanation"
    EXPLAIN = "explain"
    WITHDRAW = "withdraw"
    WARN = "warn"
    ESCALATE = "escalate"
    HIDE = "hide"
    SHOW = "show"
    # complaints only
    SIGN = "sign"
    ACCEPT = "accept"
    NOT_ACCEPT = "not_accept"
    VERIFY = "verify"
    SUSPEND = "suspend"
    RESUME = "resume"
    HOLD_DIALOGUE = "hold_dialogue"
    DECIDE = "decide"
    PUBLISH_DECISION = "publish_decision"
    COMPLAIN_AGAIN = "complain_again"


class Party(StrEnum):
    """What someone is to one petition: role and relation in one word."""

    SUBMITTER = "submitter"
    DISPATCHER = "dispatcher"
    HANDLER = "handler"
    HEAD = "head"
    SUPERVISOR = "supervisor"
    CONSULTED = "consulted"
    SYSTEM = "system"
    # only told, never acting
    ASKER = "asker"
    FORMER_HANDLER = "former_handler"
    SUPERIOR = "superior"
    FOLLOWER = "follower"


class Stage(StrEnum):
    """What a clock measures."""

    TRIAGE = "triage"
    INTAKE_NOTICE = "intake_notice"
    APPEAL = "appeal"
    ACCEPTANCE = "acceptance"
    TRANSFER = "transfer"
    ANSWER = "answer"
    STATUS_UPDATE = "status_update"
    EXTENSION = "extension"
    NOTICE = "notice"
    PUBLICATION = "publication"
    SECOND_COMPLAINT = "second_complaint"
    ENFORCEMENT = "enforcement"
    REOPENING = "reopening"
    COMMITMENT = "commitment"
    EXPLANATION = "explanation"
    DATA_NOTICE = "data_notice"
    DATA_REQUEST = "data_request"


class Wait(StrEnum):
    """What lets a clock stand still."""

    SUBMITTER = "submitter"
    SUSPENSION = "suspension"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: an action, from which states to which, by whom, who is told, what its clocks do.

    to is None where the state stays; goes_back where it returns to the state before the pause.
    paused_in narrows a row to petitions that paused in that state.
    """

    action: Action
    sources: frozenset[State]
    to: State | None
    by: frozenset[Party]
    told: tuple[Party, ...] = ()
    starts: tuple[Stage, ...] = ()
    stops: tuple[Stage, ...] = ()
    pauses: Wait | None = None
    goes_back: bool = False
    paused_in: State | None = None

    def target(self, state: State | None, resumes: State | None) -> State:
        """Return the state after the move from the state given."""
        after = resumes if self.goes_back else self.to or state
        if after is None:
            raise ValueError(f"{self.action} leads nowhere from {state}")
        return after
