"""THE SECOND TABLE: how long each stage may take, counted how, in force since when, by which article.

Each row cites its law; `sure` says how certain that citation is: found (read in a public source), M-high, M-med,
M-low (from memory), product (a default of this program, which the city may replace by its own regulation).
"""

from dataclasses import dataclass
from datetime import date

from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.procedure import Stage, Wait
from qcdc_feedback.workdays.rules import DayUnit


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
    instance: int = 1
    extensions: int = 0
    extension_days: int = 0
    waits: frozenset[Wait] = frozenset()
    rolls: bool = True  # a calendar-day end on a day off moves to the next working day (BLDS 2015 điều 148)
    since: date = date(2013, 7, 1)
    until: date | None = None

    def is_in_force(self, day: date) -> bool:
        """Tell whether this limit governs what began on the day."""
        return self.since <= day and (self.until is None or day <= self.until)


_F, _R, _C, _D = (frozenset({kind}) for kind in Kind)
_PETITIONS = _F | _R
_ALL = _PETITIONS | _C
_N, _U, _X = Variant.NORMAL, Variant.URGENT, Variant.COMPLEX
_FAR, _FARX = Variant.REMOTE, Variant.REMOTE_COMPLEX
_W, _K = DayUnit.WORKING, DayUnit.CALENDAR
_S = Stage

_OURS = "mặc định của hệ thống"
_TCD28 = "Luật Tiếp công dân 42/2013/QH13 điều 28"
_TT05 = "Thông tư 05/2021/TT-TTCP"
_TT02 = "Thông tư 02/2017/TT-VPCP"
_C89 = "Công điện 89/CĐ-TTg ngày 16/6/2025"
_KN = "Luật Khiếu nại 02/2011/QH13"
_KN_NEW = "Luật Khiếu nại 02/2011/QH13, sửa đổi bởi Luật 136/2025/QH15"
_TC = "Luật Tố cáo 25/2018/QH14"
_PDP = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP"

_ASKED = frozenset({Wait.SUBMITTER})
_OLD = {"until": date(2026, 6, 30)}
# Luật 136/2025/QH15, in force 1/7/2026: time under suspension (tạm đình chỉ) does not count.
_NEW = {"since": date(2026, 7, 1), "waits": frozenset({Wait.SUSPENSION})}


def _both_sides(
    key: str, stage: Stage, variant: Variant, days: int, article: str, sure: str, instance: int = 1
) -> tuple[Limit, ...]:
    """Return a limit of complaints before and after 1/7/2026: the days stayed, what stops them changed."""
    row = (_C, stage, variant, days, _K)
    return (
        Limit(f"{key}@2013", *row, f"{_KN} {article}", sure, instance, **_OLD),
        Limit(f"{key}@2026", *row, f"{_KN_NEW} {article}", sure, instance, **_NEW),
    )


# fmt: off
LIMITS: tuple[Limit, ...] = (
    #     key                     kinds       stage                  variant                 days unit by                       how sure
    Limit("triage",               _PETITIONS, _S.TRIAGE,             _N,                     1,   _W,  _OURS,                   "product", waits=_ASKED),
    Limit("appeal",               _PETITIONS, _S.APPEAL,             _N,                     5,   _W,  _OURS,                   "product", waits=_ASKED),
    Limit("reopening",            _PETITIONS, _S.REOPENING,          _N,                     3,   _W,  _OURS,                   "product"),
    Limit("extension",            _PETITIONS, _S.EXTENSION,          _N,                     2,   _W,  _OURS,                   "product"),
    Limit("explanation",          _ALL,       _S.EXPLANATION,        _N,                     15,  _K,  "Nghị định 159/2016/NĐ-CP (cũ)", "M-low"),
    Limit("transfer",             _PETITIONS, _S.TRANSFER,           _N,                     5,   _W,  _TT05,                   "M-med"),
    Limit("intake",               _R | _C,    _S.INTAKE_NOTICE,      _N,                     10,  _W,  _TCD28,                  "M-high",  waits=_ASKED),

    Limit("PA.normal",            _F,         _S.ANSWER,             _N,                     7,   _W,  _OURS,                   "product", 1, 1, 7, _ASKED),
    Limit("PA.urgent",            _F,         _S.ANSWER,             _U,                     3,   _W,  _OURS,                   "product", 1, 1, 3, _ASKED),
    Limit("PA.complex",           _F,         _S.ANSWER,             _X,                     15,  _W,  _OURS,                   "product", 1, 1, 15, _ASKED),
    Limit("GY.normal",            _R,         _S.ANSWER,             _N,                     15,  _W,  _OURS,                   "product", 1, 1, 15, _ASKED),
    Limit("GY.procedure",         _R,         _S.ANSWER,             Variant.PROCEDURE,      20,  _K,  _TT02,                   "found",   waits=_ASKED),
    Limit("GY.legal_document",    _R,         _S.ANSWER,             Variant.LEGAL_DOCUMENT, 15,  _K,  _C89,                    "found",   waits=_ASKED),
    Limit("GY.procedure.status",  _R,         _S.STATUS_UPDATE,      Variant.PROCEDURE,      7,   _K,  _TT02,                   "found",   rolls=False),
    Limit("GY.procedure.publish", _R,         _S.PUBLICATION,        Variant.PROCEDURE,      2,   _W,  _TT02,                   "found"),

    *_both_sides("KN.acceptance",    _S.ACCEPTANCE, _N,    10, "điều 27", "found"),
    *_both_sides("KN.first",         _S.ANSWER,     _N,    30, "điều 28", "found"),
    *_both_sides("KN.first.complex", _S.ANSWER,     _X,    45, "điều 28", "found"),
    *_both_sides("KN.first.remote",  _S.ANSWER,     _FAR,  45, "điều 28", "found"),
    *_both_sides("KN.first.remote.complex", _S.ANSWER, _FARX, 60, "điều 28", "found"),
    Limit("KN.first.send",        _C,         _S.NOTICE,             _N,                     3,   _W,  f"{_KN} điều 32",        "M-high"),
    Limit("KN.publish",           _C,         _S.PUBLICATION,        _N,                     15,  _K,  f"{_KN} điều 41",        "found"),
    Limit("KN.again",             _C,         _S.SECOND_COMPLAINT,   _N,                     30,  _K,  f"{_KN} điều 33",        "found"),
    Limit("KN.again.remote",      _C,         _S.SECOND_COMPLAINT,   _FAR,                   45,  _K,  f"{_KN} điều 33",        "found"),
    *_both_sides("KN.second.acceptance", _S.ACCEPTANCE, _N, 10, "điều 36", "M-high", 2),
    *_both_sides("KN.second",         _S.ANSWER,    _N,    45, "điều 37", "M-high", 2),
    *_both_sides("KN.second.complex", _S.ANSWER,    _X,    60, "điều 37", "M-high", 2),
    *_both_sides("KN.second.remote",  _S.ANSWER,    _FAR,  60, "điều 37", "M-high", 2),
    *_both_sides("KN.second.remote.complex", _S.ANSWER, _FARX, 70, "điều 37", "M-high", 2),
    Limit("KN.second.send",       _C,         _S.NOTICE,             _N,                     7,   _K,  f"{_KN} điều 40",        "M-high",  2),

    # Denunciations are registered only; their dates are kept, never their words.
    Limit("TC.check",             _D,         _S.ACCEPTANCE,         _N,                     7,   _W,  f"{_TC} điều 24",        "M-high"),
    Limit("TC.check.places",      _D,         _S.ACCEPTANCE,         _X,                     10,  _W,  f"{_TC} điều 24",        "M-high"),
    Limit("TC.transfer",          _D,         _S.TRANSFER,           _N,                     5,   _W,  f"{_TC} điều 24",        "M-high"),
    Limit("TC.accepted",          _D,         _S.INTAKE_NOTICE,      _N,                     5,   _W,  f"{_TC} điều 29",        "M-high"),
    Limit("TC.conclusion",        _D,         _S.ANSWER,             _N,                     30,  _K,  f"{_TC} điều 30",        "found"),
    Limit("TC.conclusion.complex", _D,        _S.ANSWER,             _X,                     30,  _K,  f"{_TC} điều 30",        "found",   1, 1, 30),
    Limit("TC.conclusion.very_complex", _D,   _S.ANSWER,             Variant.VERY_COMPLEX,   30,  _K,  f"{_TC} điều 30",        "found",   1, 2, 30),
    Limit("TC.send",              _D,         _S.NOTICE,             _N,                     5,   _W,  f"{_TC} điều 35",        "M-high"),
    Limit("TC.act",               _D,         _S.ENFORCEMENT,        _N,                     7,   _W,  f"{_TC} điều 36",        "M-high"),
    Limit("TC.publish",           _D,         _S.PUBLICATION,        _N,                     7,   _W,  f"{_TC} điều 40",        "M-high"),
    Limit("TC.superior",          _D,         _S.EXPLANATION,        _N,                     5,   _W,  f"{_TC} điều 38",        "found"),

    Limit("data.notice",          _ALL,       _S.DATA_NOTICE,        _N,                     2,   _W,  _PDP,                    "found",   since=date(2026, 1, 1)),
    Limit("data.request",         _ALL,       _S.DATA_REQUEST,       _N,                     10,  _K,  _PDP,                    "found",   1, 1, 15, since=date(2026, 1, 1)),
    Limit("data.request.shared",  _ALL,       _S.DATA_REQUEST,       _X,                     20,  _K,  _PDP,                    "found",   1, 1, 15, since=date(2026, 1, 1)),
)
# fmt: on

# product.md §3: how long the submitter and the clock may wait.
REMIND_SUBMITTER_AFTER = 5  # working days
LAPSE_AFTER = 10  # working days
PAUSES_TOGETHER = 30  # calendar days
APPEAL_WITHIN = 10  # calendar days from the rejection
REOPEN_WITHIN = 15  # calendar days from publication
CLOSE_AFTER = 15  # calendar days from publication


def find_limit(
    kind: Kind, stage: Stage, variant: Variant, started_on: date, instance: int = 1
) -> Limit | None:
    """Return the limit in force on the day the stage began; the normal one where the variant has none of its own."""
    rows = [limit for limit in LIMITS if kind in limit.kinds and limit.stage == stage]
    rows = [limit for limit in rows if limit.instance == instance and limit.is_in_force(started_on)]
    for wanted in (variant, Variant.NORMAL):
        for limit in rows:
            if limit.variant == wanted:
                return limit
    return None


def limit_by_key(key: str) -> Limit | None:
    """Return the limit of that key; None for a date that people promised instead."""
    return _BY_KEY.get(key)


def limits_called(name: str, variant: Variant, started_on: date) -> Limit | None:
    """Return the limit of that key, with or without its version and variant, in force on the day."""
    alike = [
        limit for limit in LIMITS if limit.key.partition("@")[0] == name and limit.is_in_force(started_on)
    ]
    if not alike:
        exact = _BY_KEY.get(name)
        return exact if exact and exact.is_in_force(started_on) else None
    named = alike[0]
    if variant == Variant.NORMAL:
        return named
    return find_limit(min(named.kinds), named.stage, variant, started_on, named.instance)


_BY_KEY = {limit.key: limit for limit in LIMITS}
