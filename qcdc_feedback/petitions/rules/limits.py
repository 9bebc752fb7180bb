"""THE SECOND TABLE: how long each stage may take, counted how, in force since when, by which article.

Source: docs of law cited in each row; `sure` says how certain the citation is. A row marked "product" is a default
of this program, which the city may replace by its own regulation.
"""

from dataclasses import dataclass
from datetime import date

from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.procedure import Stage
from qcdc_feedback.workdays.rules import DayUnit

_ALWAYS = date(2013, 7, 1)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many days for a stage; extensions is how often, extension_days how much each time at most."""

    key: str
    kinds: frozenset[Kind]
    stage: Stage
    variant: Variant
    days: int
    unit: DayUnit
    citation: str
    sure: str
    since: date = _ALWAYS
    until: date | None = None
    extensions: int = 0
    extension_days: int = 0

    def is_in_force(self, day: date) -> bool:
        """Tell whether this limit governs what began on the day."""
        return self.since <= day and (self.until is None or day <= self.until)


_F, _R, _C = Kind.FEEDBACK, Kind.RECOMMENDATION, Kind.COMPLAINT
_N, _U, _X = Variant.NORMAL, Variant.URGENT, Variant.COMPLEX
_W, _K = DayUnit.WORKING, DayUnit.CALENDAR
_OURS = "mặc định của hệ thống"
_BOTH = frozenset({_F, _R})
_KN28 = "Luật Khiếu nại 02/2011/QH13 điều 28"
_KN27 = "Luật Khiếu nại 02/2011/QH13 điều 27"
_TCD28 = "Luật Tiếp công dân 42/2013/QH13 điều 28"
_C89 = "Công điện 89/CĐ-TTg ngày 16/6/2025"

# fmt: off
LIMITS: tuple[Limit, ...] = (
    #     key                    kinds            stage                variant                  days unit  by                          how sure
    Limit("triage",              _BOTH,           Stage.TRIAGE,        _N,                      1,   _W,   _OURS,                      "product"),
    Limit("appeal",              _BOTH,           Stage.APPEAL,        _N,                      5,   _W,   _OURS,                      "product"),
    Limit("reopening",           _BOTH,           Stage.REOPENING,     _N,                      3,   _W,   _OURS,                      "product"),
    Limit("explanation",         _BOTH,           Stage.EXPLANATION,   _N,                      15,  _K,   _OURS,                      "M-low"),
    Limit("intake",              frozenset({_R}), Stage.INTAKE_NOTICE, _N,                      10,  _W,   _TCD28,                     "M-high"),
    Limit("PA.normal",           frozenset({_F}), Stage.ANSWER,        _N,                      7,   _W,   _OURS,                      "product",
          extensions=1, extension_days=7),
    Limit("PA.urgent",           frozenset({_F}), Stage.ANSWER,        _U,                      3,   _W,   _OURS,                      "product",
          extensions=1, extension_days=3),
    Limit("PA.complex",          frozenset({_F}), Stage.ANSWER,        _X,                      15,  _W,   _OURS,                      "product",
          extensions=1, extension_days=15),
    Limit("GY.normal",           frozenset({_R}), Stage.ANSWER,        _N,                      15,  _W,   _OURS,                      "product",
          extensions=1, extension_days=15),
    Limit("GY.procedure",        frozenset({_R}), Stage.ANSWER,        Variant.PROCEDURE,       20,  _K,   "Thông tư 02/2017/TT-VPCP", "found"),
    Limit("GY.legal_document",   frozenset({_R}), Stage.ANSWER,        Variant.LEGAL_DOCUMENT,  15,  _K,   _C89,                       "found"),
    Limit("KN.acceptance",       frozenset({_C}), Stage.ACCEPTANCE,    _N,                      10,  _K,   _KN27,                      "found"),
    Limit("KN.first",            frozenset({_C}), Stage.ANSWER,        _N,                      30,  _K,   _KN28,                      "found"),
    Limit("KN.first.complex",    frozenset({_C}), Stage.ANSWER,        _X,                      45,  _K,   _KN28,                      "found"),
)
# fmt: on

# product.md §3: how long the submitter and the clock may wait.
REMIND_SUBMITTER_AFTER = 5  # working days
LAPSE_AFTER = 10  # working days
PAUSES_TOGETHER = 30  # calendar days
APPEAL_WITHIN = 10  # calendar days from the rejection
REOPEN_WITHIN = 15  # calendar days from publication
CLOSE_AFTER = 15  # calendar days from publication


def find_limit(kind: Kind, stage: Stage, variant: Variant, started_on: date) -> Limit | None:
    """Return the limit in force on the day the stage began; the normal one where the variant has none of its own."""
    rows = [
        limit
        for limit in LIMITS
        if kind in limit.kinds and limit.stage == stage and limit.is_in_force(started_on)
    ]
    for wanted in (variant, Variant.NORMAL):
        for limit in rows:
            if limit.variant == wanted:
                return limit
    return None


def limit_by_key(key: str) -> Limit | None:
    """Return the limit of that key; None for a date that people promised instead."""
    return next((limit for limit in LIMITS if limit.key == key), None)
