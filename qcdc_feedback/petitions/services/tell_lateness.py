"""Lateness is told, one level up at a time; each level once, also after an outage."""

from qcdc_feedback.core import clock as office
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Clock, Petition
from qcdc_feedback.petitions.rules import escalation
from qcdc_feedback.petitions.rules.escalation import Level
from qcdc_feedback.petitions.rules.procedure import Action, Party, Stage, moves_open
from qcdc_feedback.petitions.steps import moving
from qcdc_feedback.workdays.queries import work_calendar


@transaction()
def tell_clock(clock: Clock) -> bool:
    """Tell the highest level a clock has reached since it was last told; tell whether there was one."""
    petition = db.session.get_one(Petition, clock.petition_id, with_for_update=True, populate_existing=True)
    db.session.refresh(clock, with_for_update=True)
    if clock.next_notice_on is None or clock.next_notice_on > office.today():
        return False
    calendar, steps = work_calendar(), queries.ladder()
    highest = _highest(petition, clock.stage)
    level = min(escalation.reached(office.today(), clock.current_due, steps, calendar), highest)
    is_news = level > clock.level
    if is_news:
        _tell(petition, clock.stage, level)
    clock.level = max(clock.level, level)
    upwards = escalation.next_notice(Level(clock.level), clock.current_due, steps, calendar)
    clock.next_notice_on = upwards if clock.level < highest else None
    return is_news


@transaction()
def tell_lateness(petition: Petition, stage: Stage, level: Level, seen: int | None = None) -> None:
    """Tell those whom the level names that a stage is near its end or late."""
    _tell(petition, stage, level, seen)


def _highest(petition: Petition, stage: Stage) -> Level:
    """Return how far up lateness may be brought where the petition stands."""
    open_now = {move.action for move in moves_open(petition.kind, petition.state, {Party.SYSTEM})}
    if Action.WARN not in open_now:
        return Level.NONE
    # A promise that is late is broken, not escalated.
    may_climb = Action.ESCALATE in open_now and stage != Stage.COMMITMENT
    return max(Level) if may_climb else Level.NEAR_DUE


def _tell(petition: Petition, stage: Stage, level: Level, seen: int | None = None) -> None:
    action = Action.WARN if level == Level.NEAR_DUE else Action.ESCALATE
    with moving(petition, action, SYSTEM, seen) as deed:
        deed.told = escalation.told(level, stage)
        deed.reason = f"{stage}.{level.name.lower()}"
