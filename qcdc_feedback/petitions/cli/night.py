"""What petitions do by themselves: safe to run often, by two at once, after any outage."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from qcdc_feedback.core import clock as office
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.db import forget
from qcdc_feedback.core.errors import Conflict, DomainError
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import limits
from qcdc_feedback.petitions.rules.escalation import Colour, working_before
from qcdc_feedback.workdays.queries import work_calendar
from qcdc_feedback.workdays.rules import needs_reminder

BATCH = 500
Say = Callable[[str], None]


def run_night(say: Say = lambda _line: None) -> dict[str, int]:
    """Do what is due today, one transaction a petition; return how often each thing was done."""
    today = office.today()
    done = {
        "dates corrected": _correct(say),
        "reminded": _each(_waiting(limits.REMIND_SUBMITTER_AFTER), services.remind_submitter),
        "lapsed": _each(_waiting(limits.LAPSE_AFTER), services.lapse_petition),
        "promises broken": _each(queries.promises_due_before(today), services.break_promise),
        "closed": _each(
            queries.answered_before(today - timedelta(days=limits.CLOSE_AFTER)),
            lambda petition: services.close_petition(petition, SYSTEM),
        ),
    }
    done["told"] = _tell(say)
    done["cards"] = _propose_cards()
    done["reminded of the calendar"] = _remind_of_calendar()
    done["drafts swept"] = _sweep()
    return done


def _correct(say: Say) -> int:
    """Count every running clock over each changed day anew, in batches; return how many dates moved."""
    moved_in_all = 0
    for change_id, day, why in [
        (change.id, change.day, change.name) for change in queries.changes_to_apply()
    ]:
        moved = after = 0
        while clock_ids := queries.clocks_over(day, after, BATCH):
            moved += services.correct_clocks(clock_ids, day, why)
            after = clock_ids[-1]
            forget()
            say(f"{day}: clocks up to {after} counted anew, {moved} dates moved")
        services.finish_change(change_id, moved)
        moved_in_all += moved
    return moved_in_all


def _each(petition_ids: Iterable[int], deed: Callable[[Petition], None]) -> int:
    done = 0
    for petition_id in petition_ids:
        try:
            deed(queries.get_by_id(petition_id))
            done += 1
        except Conflict:  # somebody was quicker; the next run looks again
            continue
    return done


def _waiting(days: int) -> list[int]:
    calendar, today = work_calendar(), office.today()
    return [
        petition_id
        for petition_id, since in queries.waiting_since(today)
        if calendar.working_between(since, today) > days
    ]


def _tell(say: Say) -> int:
    told = 0
    for clock_ids in _batches(lambda: queries.clocks_to_tell(office.today(), BATCH)):
        told += sum(services.tell_clock(queries.get_clock(clock_id)) for clock_id in clock_ids)
        say(f"{told} notices")
    return told


def _propose_cards() -> int:
    calendar, today, steps = work_calendar(), office.today(), queries.ladder()
    if not calendar.is_working(today):  # lateness is counted in working days: a day off adds none
        return 0
    proposed = 0
    for colour, after in ((Colour.YELLOW, steps.yellow), (Colour.RED, steps.red)):
        before = working_before(today, after, calendar)
        for clock_ids in _batches(lambda day=before, kind=colour: queries.late_answers(day, kind, BATCH)):
            for clock in map(queries.get_clock, clock_ids):
                late = calendar.working_between(clock.current_due, today)
                proposed += services.propose_card(clock, colour, late)
    return proposed


def _remind_of_calendar() -> int:
    """Write to each administrator in December while next year is not confirmed; each once a year."""
    if not needs_reminder(office.today(), work_calendar()):
        return 0
    year = office.today().year + 1
    return sum(services.remind_of_calendar(user_id, year) for user_id in queries.administrator_ids())


def _batches(more: Callable[[], Sequence[int]]) -> Iterator[Sequence[int]]:
    """Ask for more until nothing new comes: what was not moved on by its deed is not asked about again."""
    seen: set[int] = set()
    while batch := [each for each in more() if each not in seen]:
        yield batch
        seen = set(batch)
        forget()


def _sweep() -> int:
    swept, old = 0, office.now() - timedelta(hours=24)
    for draft_ids in _batches(lambda: queries.drafts_before(old, BATCH)):
        for draft_id in draft_ids:
            try:
                services.sweep_draft(queries.get_draft(draft_id))
                swept += 1
            except DomainError:  # sent or swept in this moment
                continue
    return swept
