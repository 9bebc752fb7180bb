"""The holidays that the law gives: how many in which year, what they bring on a weekend, what is missing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from qcdc_feedback.workdays.rules.days import DayKind, Entry, is_weekend
from qcdc_feedback.workdays.rules.policies import POLICY, Policy

_ONE = timedelta(days=1)
# A day off and the weekend day worked for it have never lain further apart than two weeks.
_SWAP_REACH = timedelta(days=31)


class Holiday(StrEnum):
    """The holidays of Bộ luật Lao động, Điều 112 khoản 1, and the one of Nghị quyết 28/2026/QH16."""

    NEW_YEAR = "new_year"
    TET = "tet"
    HUNG_KINGS = "hung_kings"
    VICTORY = "victory"
    LABOUR = "labour"
    NATIONAL = "national"
    CULTURE = "culture"


class Lack(StrEnum):
    """What a year's calendar lacks, or has without a reason."""

    HOLIDAY = "holiday"
    COMPENSATION = "compensation"
    UNEXPLAINED_COMPENSATION = "unexplained_compensation"
    WORKED_DAY = "worked_day"
    DAY_OFF = "day_off"


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Something to look at: a lack, with the day or the holiday it is about."""

    lack: Lack
    day: date | None = None
    holiday: Holiday | None = None


# Between which days of a year each holiday lies: (month, day) of the first and the last. The lunar ones
# move: mùng 1 lies between 21/1 and 20/2 and the days off around it; 10/3 of the moon between 28/3 and 29/4.
_WITHIN = {
    Holiday.NEW_YEAR: ((1, 1), (1, 1)),
    Holiday.TET: ((1, 15), (2, 28)),
    Holiday.HUNG_KINGS: ((3, 28), (4, 29)),
    Holiday.VICTORY: ((4, 30), (4, 30)),
    Holiday.LABOUR: ((5, 1), (5, 1)),
    Holiday.NATIONAL: ((9, 1), (9, 3)),
    Holiday.CULTURE: ((11, 24), (11, 24)),
}
# Days each holiday has, since which year: the newest row that is in force counts. The year's notice names
# the days of Tết and the day beside 02/9 (Điều 112 khoản 3); the others are fixed by the law itself.
_DAYS_SINCE = (
    (Holiday.NEW_YEAR, 1, 2013),
    (Holiday.TET, 5, 2013),
    (Holiday.HUNG_KINGS, 1, 2013),
    (Holiday.VICTORY, 1, 2013),
    (Holiday.LABOUR, 1, 2013),
    (Holiday.NATIONAL, 1, 2013),
    (Holiday.NATIONAL, 2, 2021),
    (Holiday.CULTURE, 1, 2026),
)


def holiday_of(entry: Entry) -> Holiday | None:
    """Return the holiday of the law that the entry is a day of, if it is one."""
    if entry.kind is not DayKind.HOLIDAY:
        return None
    place = entry.day.month, entry.day.day
    holiday = next((each for each, (first, last) in _WITHIN.items() if first <= place <= last), None)
    return holiday if holiday and days_given(entry.day.year)[holiday] else None


def days_given(year: int) -> Counter[Holiday]:
    """Return how many days the law gives for each holiday in the year."""
    return Counter({holiday: days for holiday, days, since in _DAYS_SINCE if since <= year})


def confirmed_years(entries: Iterable[tuple[Entry, bool]]) -> frozenset[int]:
    """Return the settled years: all days of all holidays are confirmed, and nothing is only expected."""
    confirmed: dict[int, Counter[Holiday]] = {}
    expected = set()
    for entry, is_confirmed in entries:
        if not is_confirmed:
            expected.add(entry.day.year)
        elif holiday := holiday_of(entry):
            confirmed.setdefault(entry.day.year, Counter())[holiday] += 1
    whole = {year for year, counts in confirmed.items() if counts >= days_given(year)}
    return frozenset(whole - expected)


def compensations(entries: Iterable[Entry], policy: Policy = POLICY) -> tuple[Entry, ...]:
    """Return the days off that holidays on a weekend bring: for each the next working day not yet off.

    Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3. A compensation bears the name and basis of its holiday.
    """
    known = [entry for entry in entries if entry.kind not in (DayKind.COMPENSATION, DayKind.SWAP_WORK)]
    taken = {entry.day for entry in known}
    given = []
    for entry in sorted(known, key=lambda entry: entry.day):
        if not is_weekend(entry.day) or not _is_compensated(entry, policy):
            continue
        day = entry.day
        while is_weekend(day) or day in taken:
            day += _ONE
        taken.add(day)
        given.append(Entry(day, DayKind.COMPENSATION, entry.name, entry.legal_basis))
    return tuple(given)


def shortcomings(year: int, entries: Iterable[Entry], policy: Policy = POLICY) -> tuple[Shortcoming, ...]:
    """Return what the year lacks or has without a reason; a swap may reach into the years beside it."""
    known = sorted(entries, key=lambda entry: entry.day)
    ours = [entry for entry in known if entry.day.year == year]
    missing = days_given(year) - Counter(holiday for entry in ours if (holiday := holiday_of(entry)))
    expected = {entry.day for entry in compensations(known, policy)}
    given = {entry.day for entry in known if entry.kind is DayKind.COMPENSATION}
    off = [entry.day for entry in known if entry.kind is DayKind.SWAP_OFF]
    worked = [entry.day for entry in known if entry.kind is DayKind.SWAP_WORK]
    days = {
        Lack.COMPENSATION: expected - given,
        Lack.UNEXPLAINED_COMPENSATION: given - expected,
        Lack.WORKED_DAY: _without_partner(off, worked),
        Lack.DAY_OFF: _without_partner(worked, off),
    }
    found = [Shortcoming(Lack.HOLIDAY, holiday=holiday) for holiday in missing]
    found += [Shortcoming(lack, day) for lack in days for day in sorted(days[lack]) if day.year == year]
    return tuple(found)


def _is_compensated(entry: Entry, policy: Policy) -> bool:
    holiday = holiday_of(entry)
    if holiday is Holiday.CULTURE:
        return policy.compensates_culture_day
    return holiday is not None


def _without_partner(days: list[date], partners: list[date]) -> set[date]:
    """Return the days for which none of the partners, each used once, lies near enough."""
    free = list(partners)
    alone = set()
    for day in days:
        partner = next((other for other in free if abs(other - day) <= _SWAP_REACH), None)
        if partner is None:
            alone.add(day)
        else:
            free.remove(partner)
    return alone
