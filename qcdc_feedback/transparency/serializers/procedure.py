"""The numbers of the page on how a petition is settled, drawn from the tables of law."""

from datetime import date
from typing import Any

from qcdc_feedback.petitions.rules import limits
from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.limits import LIMITS, Limit
from qcdc_feedback.petitions.rules.procedure import Stage


def procedure(today: date) -> dict[str, Any]:
    """Return the limits in force and the numbers of days that the steps name."""
    in_force = [limit for limit in LIMITS if limit.is_in_force(today)]
    return {
        "limits": [
            (kind, _of(kind, in_force)) for kind in (Kind.FEEDBACK, Kind.RECOMMENDATION, Kind.COMPLAINT)
        ],
        "triage": _days(Kind.FEEDBACK, Stage.TRIAGE, today),
        "answer": {variant: _days(Kind.FEEDBACK, Stage.ANSWER, today, variant) for variant in Variant},
        "answer_recommendation": _days(Kind.RECOMMENDATION, Stage.ANSWER, today),
        "reopening": _days(Kind.FEEDBACK, Stage.REOPENING, today),
        "appeal": _days(Kind.FEEDBACK, Stage.APPEAL, today),
        "lapse_after": limits.LAPSE_AFTER,
        "pauses_together": limits.PAUSES_TOGETHER,
        "appeal_within": limits.APPEAL_WITHIN,
        "reopen_within": limits.REOPEN_WITHIN,
        "close_after": limits.CLOSE_AFTER,
    }


def denunciation(today: date) -> dict[str, Any]:
    """Return the limits that bind those who handle a denunciation."""
    return {"limits": _of(Kind.DENUNCIATION, [limit for limit in LIMITS if limit.is_in_force(today)])}


def _of(kind: Kind, in_force: list[Limit]) -> list[Limit]:
    return [limit for limit in in_force if kind in limit.kinds]


def _days(kind: Kind, stage: Stage, today: date, variant: Variant = Variant.NORMAL) -> int:
    limit = limits.find_limit(kind, stage, variant, today)
    return limit.days if limit else 0
