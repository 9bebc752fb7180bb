"""Why each date of a petition is what it is, as everyone may read it: event, rule, count and changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_babel.speaklater import LazyString

from qcdc_feedback.petitions.rules import explaining, picturing
from qcdc_feedback.petitions.rules.deadlines import Timeliness, timeliness
from qcdc_feedback.petitions.rules.explaining import Reason
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.picturing import Page
from qcdc_feedback.petitions.rules.procedure import Action, Stage
from qcdc_feedback.petitions.serializers import count_sentences
from qcdc_feedback.transparency import labels
from qcdc_feedback.workdays.rules import WorkCalendar

# Of what is sealed the public learns dates of the procedure, not what was asked beside it.
_BESIDE = frozenset({Stage.EXTENSION, Stage.EXPLANATION})


@dataclass(frozen=True, slots=True)
class Wait:
    """Time that was not counted."""

    since: date
    until: date
    days: int
    is_suspension: bool


@dataclass(frozen=True, slots=True)
class MoreTime:
    """Days that the head granted; the reason is empty where words are not public."""

    days: int
    reason: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class ClockStory:
    """One clock: what its date follows from, what moved it, how it ended."""

    reason: Reason
    begun: LazyString | str
    steps: tuple[str, ...]
    pages: tuple[Page, ...]
    waits: tuple[Wait, ...]
    extensions: tuple[MoreTime, ...]
    corrections: tuple[Any, ...]
    timeliness: Timeliness
    days_late: int
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Why:
    """The clock that matters now, and all others, newest first."""

    code: str
    kind: Kind
    title: str
    leading: ClockStory | None
    others: tuple[ClockStory, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """What has moved the dates of a petition."""

    pauses: Sequence[Any]
    corrections: Sequence[Any]
    extensions: Sequence[Any]


def why(petition: Any, clocks: Sequence[Any], moved: Moved, calendar: WorkCalendar, today: date) -> Why:
    """Return why the dates of a petition are what they are."""
    shown = [clock for clock in clocks if not petition.is_sealed or clock.stage not in _BESIDE]
    leading = explaining.leading(shown, petition.round)
    stories = {clock.id: _story(petition, clock, moved, calendar, today) for clock in reversed(shown)}
    return Why(
        code=petition.code,
        kind=petition.kind,
        title="" if petition.is_sealed else petition.public_title or "",
        leading=stories.pop(leading.id) if leading else None,
        others=tuple(stories.values()),
    )


def _story(petition: Any, clock: Any, moved: Moved, calendar: WorkCalendar, today: date) -> ClockStory:
    found = explaining.reason(clock, calendar)
    pauses = [pause for pause in moved.pauses if pause.clock_id == clock.id]
    is_counted = not found.is_promised and not found.is_frozen
    ended_on = clock.stopped_on or (clock.paused_on and min(clock.paused_on, clock.current_due))
    return ClockStory(
        reason=found,
        begun=_begun(petition, clock),
        steps=tuple(count_sentences(found.steps)) if is_counted else (),
        pages=picturing.picture(clock, pauses, calendar) if is_counted else (),
        waits=tuple(
            Wait(pause.since, pause.until, pause.days, pause.reason == Action.RESUME) for pause in pauses
        ),
        extensions=_extensions(petition, clock, moved),
        corrections=tuple(each for each in moved.corrections if each.clock_id == clock.id),
        timeliness=timeliness(clock.plain_due, clock.current_due, clock.stopped_on, today),
        days_late=calendar.working_between(clock.current_due, ended_on or today),
        is_provisional=clock.stopped_on is None and not found.is_promised and found.is_provisional,
    )


def _begun(petition: Any, clock: Any) -> LazyString | str:
    if clock.stage == Stage.ANSWER and petition.kind == Kind.COMPLAINT:
        return labels.BEGUN_BY_ACCEPTANCE
    if clock.stage == Stage.ANSWER and clock.round > 1:
        return labels.BEGUN_AGAIN
    return labels.BEGUN.get(clock.stage, "")


def _extensions(petition: Any, clock: Any, moved: Moved) -> tuple[MoreTime, ...]:
    if clock.stage != Stage.ANSWER:
        return ()
    granted = [each for each in moved.extensions if each.is_granted and each.round == clock.round]
    return tuple(
        MoreTime(each.days, "" if petition.is_sealed else each.reason, each.decided_at) for each in granted
    )
