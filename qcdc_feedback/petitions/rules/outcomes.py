"""What an answer comes to, what becomes of a promise, how satisfied the submitter is."""

from enum import IntEnum, StrEnum

from qcdc_feedback.core.errors import Unacceptable


class Outcome(StrEnum):
    """The closed list: 'answered' is never counted as 'done'."""

    DONE = "done"
    WILL_DO = "will_do"
    EXPLAINED = "explained"
    FORWARDED = "forwarded"
    UNFOUNDED = "unfounded"


class Promise(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    REPORTED = "reported"
    KEPT = "kept"
    BROKEN = "broken"
    SUPERSEDED = "superseded"


class Satisfaction(IntEnum):
    """The scale on which a submitter rates an answer."""

    VERY_SATISFIED = 4
    SATISFIED = 3
    ACCEPTABLE = 2
    DISSATISFIED = 1


class RejectReason(StrEnum):
    """Why a petition is not taken up: coded, with words beside it."""

    NOT_COMPETENT = "not_competent"
    NOT_CLEAR = "not_clear"
    DUPLICATE = "duplicate"
    ALREADY_SETTLED = "already_settled"
    INDECENT = "indecent"
    DENUNCIATION = "denunciation"
    NOT_COMPLETED = "not_completed"


class AnswerIncomplete(Unacceptable):
    """The outcome claimed needs something that is missing; facts['why'] says what."""


def check_answer(
    outcome: Outcome, has_evidence: bool, legal_basis: str, forwarded_to: str, owner: str
) -> None:
    """Refuse an answer whose outcome is only claimed; raises AnswerIncomplete."""
    missing = {
        Outcome.DONE: not has_evidence,
        Outcome.EXPLAINED: not legal_basis,
        Outcome.FORWARDED: not forwarded_to,
        Outcome.WILL_DO: not owner,
    }
    if missing.get(outcome):
        raise AnswerIncomplete(why=outcome)
