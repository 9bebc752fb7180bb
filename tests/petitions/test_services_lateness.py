"""Lateness is told once a level, also after an outage; cards wait for a person; the calendar moves dates."""

from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotAllowed
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.cli import run_night
from qcdc_feedback.petitions.models import Card, Correction, HistoryEntry
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.deadlines import BadDate
from qcdc_feedback.petitions.rules.escalation import CardStatus, Colour, Level
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import Action, Stage, State
from qcdc_feedback.workdays import queries as days
from qcdc_feedback.workdays import services as calendar
from qcdc_feedback.workdays.rules import DayKind
from tests import given


def on(day: str | date):
    """Let it be ten in the morning of that day in Huế."""
    return clock.at(datetime.fromisoformat(f"{day}T10:00:00+07:00"))


@pytest.fixture
def town(inside):
    return given.a_town()


@pytest.fixture
def late(town):
    """Return a petition in progress, due on 16/9/2026."""
    with on("2026-09-07"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
    assert petition.due_on == date(2026, 9, 16)
    return petition


def told(petition) -> list[tuple[date, str]]:
    """Return when and how far up the lateness of its answer was told."""
    rows = sa.select(HistoryEntry.at, HistoryEntry.reason).where(
        HistoryEntry.petition_id == petition.id, HistoryEntry.action.in_((Action.WARN, Action.ESCALATE))
    )
    return [
        (clock.local(at).date(), reason) for at, reason in db.session.execute(rows.order_by(HistoryEntry.id))
    ]


def run_each_day(first: date, last: date) -> None:
    """Run the clock each morning."""
    while first <= last:
        with on(first):
            run_night()
        first += timedelta(days=1)


# ------------------------------------------------------------------ the ladder


def test_lateness_climbs_one_level_at_a_time_each_on_its_day(late):
    run_each_day(date(2026, 9, 8), date(2026, 10, 20))
    assert told(late) == [
        (date(2026, 9, 15), "answer.near_due"),
        (date(2026, 9, 17), "answer.overdue"),
        (date(2026, 9, 21), "answer.superior"),
        (date(2026, 9, 23), "answer.supervisor"),
    ]


def test_after_an_outage_only_the_highest_level_is_told_once(late):
    with on("2026-10-20"):
        run_night()
        run_night()
    assert told(late) == [(date(2026, 10, 20), "answer.supervisor")]


def test_a_run_after_thirty_days_leaves_what_daily_runs_would_have_left_standing(town):
    with on("2026-09-07"):
        petitions = [
            given.a_petition(town, at=state) for state in (State.ROUTED, State.IN_PROGRESS, State.RECEIVED)
        ]
        waiting = given.a_petition(town, at=State.AWAITING_SUBMITTER)
        answered = given.a_petition(town, at=State.ANSWERED)
    with on("2026-10-07"):
        run_night()
    late_run = {
        each.code: (each.state, told(each)[-1:]) for each in map(_again, (*petitions, waiting, answered))
    }
    levels = {code: [reason for _, reason in lines] for code, (_, lines) in late_run.items()}
    assert levels[petitions[0].code] == levels[petitions[1].code] == ["answer.supervisor"]
    assert levels[petitions[2].code] == ["triage.supervisor"]
    assert levels[waiting.code] == levels[answered.code] == []
    assert late_run[waiting.code][0] == State.REJECTED
    assert late_run[answered.code][0] == State.CLOSED


def _again(petition):
    return queries.get_by_id(petition.id)


def test_who_waits_for_the_citizen_is_not_told_to_be_late(town, late):
    with on("2026-09-10"):
        services.ask_submitter(late, town.officer, "Số cột đèn?")
    run_each_day(date(2026, 9, 11), date(2026, 9, 24))
    assert told(late) == []


def test_an_extension_undoes_the_warning_and_it_is_given_again_before_the_new_date(town, late):
    with on("2026-09-15"):
        run_night()
        late = _again(late)
        services.ask_extension(late, town.officer, 5, "Chờ vật tư.")
        services.grant_extension(late, town.head)
    assert late.due_on == date(2026, 9, 23)
    run_each_day(date(2026, 9, 16), date(2026, 9, 24))
    assert [reason for _, reason in told(late) if reason.startswith("answer")] == [
        "answer.near_due",
        "answer.near_due",
        "answer.overdue",
    ]


def test_each_level_reaches_those_it_names(town, late):
    run_each_day(date(2026, 9, 8), date(2026, 9, 23))
    escalated = sa.select(Letter.template, Letter.to_user_id).where(Letter.template.like("escalate%"))
    templates = [template for template, _ in db.session.execute(escalated.order_by(Letter.id))]
    assert templates.count("escalate_head") == 3
    assert templates.count("escalate_superior") == 2
    assert templates.count("escalate_supervisor") == 1


# ------------------------------------------------------------------ cards


def test_cards_are_proposed_by_rule_and_public_only_when_a_supervisor_confirms(town, late):
    run_each_day(date(2026, 9, 17), date(2026, 10, 1))
    cards = db.session.scalars(sa.select(Card).order_by(Card.id)).all()
    assert [(card.colour, card.status) for card in cards] == [
        (Colour.YELLOW, CardStatus.PROPOSED),
        (Colour.RED, CardStatus.PROPOSED),
    ]
    yellow, red = cards
    services.contest_card(yellow, town.head, "Mưa lũ.")
    with pytest.raises(NotAllowed):
        services.confirm_card(yellow, town.head, "Không.")
    services.drop_card(yellow, town.supervisor, "Có lý do.")
    services.confirm_card(red, town.supervisor, "Quá muộn.")
    assert (yellow.status, red.status) == (CardStatus.DROPPED, CardStatus.CONFIRMED)
    with pytest.raises(NotNow):
        services.contest_card(red, town.head, "Xin xem lại.")


def test_only_the_head_of_the_late_authority_contests_a_card(town, late):
    with on("2026-09-25"):
        run_night()
    card = db.session.scalars(sa.select(Card)).first()
    with pytest.raises(NotAllowed):
        services.contest_card(card, town.other_head, "Không phải của chúng tôi.")


# ------------------------------------------------------------------ the calendar changes


def _declare(town, day: date, kind: DayKind) -> None:
    proposal = calendar.propose_day(town.admin, day, kind, "Nghỉ bão", "Công điện khẩn")
    second = type(town.admin)(user_id=town.supervisor.user_id, name="Người thứ hai", posts=town.admin.posts)
    calendar.confirm_day(proposal, second)


def test_a_new_day_off_moves_open_dates_with_a_trace_and_leaves_the_original(town, late):
    with on("2026-09-09"):
        stopped = given.a_petition(town, at=State.ANSWERED)
        closed_due = stopped.due_on
        _declare(town, date(2026, 9, 10), DayKind.HOLIDAY)
        assert run_night()["dates corrected"] == 1
        assert run_night()["dates corrected"] == 0
    late = _again(late)
    assert (late.first_due_on, late.plain_due_on, late.due_on) == (
        date(2026, 9, 16),
        date(2026, 9, 17),
        date(2026, 9, 17),
    )
    trace = db.session.scalars(sa.select(Correction)).one()
    assert (trace.from_due, trace.to_due, trace.day) == (
        date(2026, 9, 16),
        date(2026, 9, 17),
        date(2026, 9, 10),
    )
    assert trace.why == "Nghỉ bão"
    assert _again(stopped).due_on == closed_due


def test_what_people_promised_for_a_day_stays_on_that_day_when_the_calendar_changes(town):
    with on("2026-09-07"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        services.demand_explanation(petition, town.supervisor, "Vì sao?", date(2026, 9, 14))
        _declare(town, date(2026, 9, 14), DayKind.HOLIDAY)
        run_night()
    asked = [each for each in queries.clocks_of(petition.id) if each.stage == Stage.EXPLANATION]
    assert [each.current_due for each in asked] == [date(2026, 9, 14)]
    assert days.work_calendar().is_working(date(2026, 9, 14)) is False


# ------------------------------------------------------------------ an authority's own promise


def test_an_authority_may_promise_to_be_quicker_and_never_slower(town):
    with on("2026-09-07"):
        services.make_pledge(SYSTEM, town.id_of("H46.SXD"), None, 3, date(2026, 9, 1))
        services.make_pledge(SYSTEM, town.id_of("H46.SXD"), None, 30, date(2026, 9, 1))
        petition = given.a_petition(town, at=State.ROUTED)
    assert petition.due_on == date(2026, 9, 10)


def test_a_promise_counts_from_its_day_on_and_no_longer_once_ended(town):
    with on("2026-09-07"):
        pledge = services.make_pledge(SYSTEM, town.id_of("H46.SXD"), None, 3, date(2026, 9, 8))
        before = given.a_petition(town, at=State.ROUTED)
    with on("2026-09-08"):
        during = given.a_petition(town, at=State.ROUTED)
        services.end_pledge(pledge, SYSTEM, date(2026, 9, 8))
    with on("2026-09-09"):
        after = given.a_petition(town, at=State.ROUTED)
    assert [each.due_on for each in (before, during, after)] == [
        date(2026, 9, 16),
        date(2026, 9, 11),
        date(2026, 9, 18),
    ]


@pytest.mark.parametrize("number", [0, -1])
def test_a_promise_of_no_days_is_refused(town, number):
    with pytest.raises(BadDate):
        services.make_pledge(SYSTEM, town.id_of("H46.SXD"), None, number, date(2026, 9, 1))


def test_a_promise_that_ends_before_it_begins_is_refused(town):
    pledge = services.make_pledge(SYSTEM, town.id_of("H46.SXD"), None, 3, date(2026, 9, 10))
    with pytest.raises(BadDate):
        services.end_pledge(pledge, SYSTEM, date(2026, 9, 9))


# ------------------------------------------------------------------ complaints


@pytest.mark.parametrize(
    ("began", "resumed", "due"),
    [
        ("2026-05-04", "2026-05-21", date(2026, 6, 3)),  # before 1/7/2026 a suspension stops nothing
        (
            "2026-09-07",
            "2026-09-17",
            date(2026, 10, 19),
        ),  # since then ten days are not counted; 17/10 is a Saturday
    ],
)
def test_a_suspension_moves_the_date_of_complaints_begun_since_1_july_2026(town, began, resumed, due):
    with on(began):
        petition = given.a_petition(town, at=State.SUSPENDED, kind=Kind.COMPLAINT)
    with on(resumed):
        services.advance_complaint(petition, town.head, Action.RESUME, "Đã hết lý do.")
    assert petition.state == State.VERIFYING
    assert petition.due_on == due


def test_the_level_of_a_clock_is_one_of_the_ladder(late):
    run_each_day(date(2026, 9, 8), date(2026, 9, 30))
    running = queries.running_clocks(late.id)
    assert [each.level for each in running] == [Level.SUPERVISOR]
    assert [each.next_notice_on for each in running] == [None]
