"""Clocks start where the table says, wait for the citizen, and are restarted by nobody."""

from datetime import date, datetime

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.cli import run_night
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.deadlines import BadDate, NoMoreTime
from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.outcomes import AnswerIncomplete, Outcome, Promise
from qcdc_feedback.petitions.rules.procedure import Action, Stage, State
from qcdc_feedback.petitions.services import AnswerWords
from qcdc_feedback.petitions.steps import StaleVersion
from tests import given


def on(day: str):
    """Let it be ten in the morning of that day in Huế."""
    return clock.at(datetime.fromisoformat(f"{day}T10:00:00+07:00"))


def dates(petition):
    """Return the dates that stand on the petition: first promised, without extensions, now."""
    return petition.first_due_on, petition.plain_due_on, petition.due_on


@pytest.fixture
def town(inside):
    return given.a_town()


def test_filing_starts_triage_and_for_a_recommendation_the_notice_of_intake_too(town):
    with on("2026-11-20"):
        feedback, wish = given.a_filing(), given.a_filing(kind=Kind.RECOMMENDATION)
    assert [row.stage for row in queries.clocks_of(feedback.id)] == [Stage.TRIAGE]
    assert feedback.due_on == date(2026, 11, 23)
    assert [row.stage for row in queries.clocks_of(wish.id)] == [Stage.TRIAGE, Stage.INTAKE_NOTICE]


@pytest.mark.parametrize(
    ("variant", "due"),
    [
        (Variant.NORMAL, date(2026, 12, 2)),
        (Variant.URGENT, date(2026, 11, 26)),
        (Variant.COMPLEX, date(2026, 12, 14)),
    ],
)
def test_the_first_route_starts_the_answer_clock_by_working_days(town, variant, due):
    with on("2026-11-20"):
        petition = given.a_filing()
        services.route_petition(petition, town.dispatcher, town.id_of("H46.SXD"), variant)
    assert dates(petition) == (due, due, due)
    assert [row.stage for row in queries.running_clocks(petition.id)] == [Stage.ANSWER]


def test_neither_refusing_nor_routing_again_nor_transfer_changes_the_due_date(town):
    with on("2026-11-16"):
        petition = given.a_petition(town, at=State.ROUTED)
        promised = dates(petition)
    with on("2026-11-18"):
        services.refuse_petition(petition, town.head, town.id_of("H46.MTDT"), "Việc của công ty.")
        assert petition.bounces == 1
        services.route_petition(petition, town.dispatcher, town.id_of("H46.MTDT"))
        services.transfer_petition(petition, town.dispatcher, town.id_of("H46.SXD"), "Nhầm.")
    assert dates(petition) == promised
    assert len([row for row in queries.clocks_of(petition.id) if row.stage == Stage.ANSWER]) == 1


def test_waiting_for_the_citizen_moves_the_date_by_the_working_days_waited(town):
    with on("2026-11-16"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
    assert petition.due_on == date(2026, 11, 26)
    with on("2026-11-18"):
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
    with on("2026-11-23"):
        services.complete_petition(petition, given.submitter_of(petition), "Cột 12.")
    assert petition.state == State.IN_PROGRESS
    # Thursday, Friday and Monday were waited for; the original date stays as it was promised.
    assert dates(petition) == (date(2026, 11, 26), date(2026, 12, 1), date(2026, 12, 1))


def test_a_question_answered_on_the_same_day_costs_nothing(town):
    with on("2026-11-16"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        before = dates(petition)
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
        services.complete_petition(petition, given.submitter_of(petition), "Cột 12.")
    assert dates(petition) == before


def test_all_pauses_together_stop_counting_after_30_days_and_no_further_question_is_let_in(town):
    with on("2026-03-02"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
    with on("2026-05-05"):
        services.complete_petition(petition, given.submitter_of(petition), "Cột 12.")
        assert queries.days_paused(petition.id) == 30
        with pytest.raises(NotNow):
            services.ask_submitter(petition, town.officer, "Còn gì nữa?")


def test_an_extension_changes_the_date_now_but_neither_the_first_nor_the_plain_one(town):
    with on("2026-11-16"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        first = petition.due_on
        services.ask_extension(petition, town.officer, 5, "Chờ vật tư.")
        assert petition.due_on == first
        services.grant_extension(petition, town.head)
    assert dates(petition) == (first, first, date(2026, 12, 3))
    with pytest.raises(NoMoreTime):
        services.ask_extension(petition, town.officer, 1, "Thêm nữa.")


def test_an_extension_refused_leaves_the_date(town):
    with on("2026-11-16"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        before = dates(petition)
        services.ask_extension(petition, town.officer, 5, "Chờ vật tư.")
        services.deny_extension(petition, town.head, "Vật tư đã có.")
    assert dates(petition) == before
    assert petition.is_extension_asked is False


def test_a_stale_view_is_refused_and_leaves_nothing_behind(town):
    petition = given.a_petition(town, at=State.ROUTED)
    seen = petition.version
    services.release_petition(petition, town.dispatcher, "Đèn hỏng", "Đã che.", "Lê Lợi", (), seen)
    with pytest.raises(StaleVersion):
        services.take_petition(petition, town.officer, seen)
    assert petition.state == State.ROUTED
    assert queries.history(petition.id)[-1].action == Action.RELEASE


def test_a_promise_that_is_not_in_the_future_or_has_no_owner_is_refused_and_no_draft_stays(town):
    petition = given.a_petition(town, at=State.IN_PROGRESS)
    today = AnswerWords(Outcome.WILL_DO, "Sẽ làm.", promised_on=clock.today(), owner="Đội 2")
    with pytest.raises(BadDate):
        services.draft_answer(petition, town.officer, today)
    nobody = AnswerWords(Outcome.WILL_DO, "Sẽ làm.", promised_on=date(2099, 1, 1))
    with pytest.raises(AnswerIncomplete):
        services.draft_answer(petition, town.officer, nobody)
    assert queries.answers(petition.id) == []


def test_done_without_evidence_is_refused(town):
    petition = given.a_petition(town, at=State.IN_PROGRESS)
    with pytest.raises(AnswerIncomplete):
        services.draft_answer(petition, town.officer, given.an_answer(Outcome.DONE))
    assert petition.state == State.IN_PROGRESS


def test_nobody_publishes_their_own_draft(town):
    petition = given.a_petition(town, at=State.IN_PROGRESS)
    petition_id = petition.id
    services.draft_answer(petition, town.officer, given.an_answer())
    with pytest.raises(NotNow):
        services.publish_answer(queries.get_by_id(petition_id), _also_head(town))


def _also_head(town):
    officer, head = town.officer, town.head
    return type(officer)(user_id=officer.user_id, posts=officer.posts | head.posts)


# ------------------------------------------------------------------ what happens by itself


def test_a_promise_kept_with_evidence_makes_the_outcome_done_and_only_then(town):
    petition = given.a_petition(town, at=State.ANSWERED, outcome=Outcome.WILL_DO)
    assert (petition.outcome, petition.promise) == (Outcome.WILL_DO, Promise.OPEN)
    with pytest.raises(AnswerIncomplete):
        services.report_promise_kept(petition, town.officer, "Đã thay.", [])
    services.report_promise_kept(petition, town.officer, "Đã thay.", [given.a_photo()])
    services.keep_promise(petition, town.head)
    assert (petition.outcome, petition.promise) == (Outcome.DONE, Promise.KEPT)


def test_a_promise_whose_day_has_passed_reopens_by_itself(town):
    with on("2026-09-07"):
        petition = given.a_petition(town, at=State.ANSWERED, outcome=Outcome.WILL_DO)
    assert petition.promised_on == date(2026, 9, 27)
    with on("2026-09-27"):
        assert run_night()["promises broken"] == 0
    with on("2026-09-28"):
        assert run_night()["promises broken"] == 1
    petition = queries.get_by_id(petition.id)
    assert (petition.state, petition.promise, petition.round) == (State.IN_PROGRESS, Promise.BROKEN, 2)
    assert petition.due_on == date(2026, 10, 7)


def test_silence_closes_on_the_sixteenth_day_but_never_over_an_open_promise(town):
    with on("2026-09-07"):
        plain = given.a_petition(town, at=State.ANSWERED)
        promised = given.a_petition(town, at=State.ANSWERED, outcome=Outcome.WILL_DO)
    with on("2026-09-22"):
        assert run_night()["closed"] == 0
    with on("2026-09-23"):
        assert run_night()["closed"] == 1
    assert queries.get_by_id(plain.id).state == State.CLOSED
    assert queries.get_by_id(promised.id).state == State.ANSWERED


def test_a_question_of_the_desk_is_reminded_once_and_lapses_into_a_rejection(town):
    with on("2026-09-07"):
        petition = given.a_petition(town, at=State.AWAITING_SUBMITTER)
    with on("2026-09-14"):
        assert run_night()["reminded"] == 0
    with on("2026-09-15"):
        assert run_night()["reminded"] == 1
        assert run_night()["reminded"] == 0
    with on("2026-09-21"):
        assert run_night()["lapsed"] == 0
    with on("2026-09-22"):
        assert run_night()["lapsed"] == 1
    petition = queries.get_by_id(petition.id)
    assert petition.state == State.REJECTED
    assert queries.history(petition.id)[-1].reason == "not_completed"


def test_a_question_of_the_officer_lapses_back_to_the_officer(town):
    with on("2026-09-07"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
    with on("2026-09-23"):
        run_night()
    assert queries.get_by_id(petition.id).state == State.IN_PROGRESS


def test_what_is_overdue_is_escalated_once_on_the_day_after(town):
    with on("2026-09-07"):
        petition = given.a_petition(town, at=State.IN_PROGRESS)
    assert petition.due_on == date(2026, 9, 16)
    with on("2026-09-16"):
        assert run_night()["told"] == 1  # near the date
    with on("2026-09-17"):
        assert run_night()["told"] == 1
        assert run_night()["told"] == 0


@pytest.mark.parametrize("end", ["published", "withdrawn"])
def test_an_answer_or_a_withdrawal_settles_the_extension_that_was_asked(town, end):
    petition = given.a_petition(town, at=State.IN_PROGRESS)
    services.ask_extension(petition, town.officer, 3, "Chờ vật tư.")
    if end == "published":
        services.draft_answer(petition, town.officer, given.an_answer())
        services.publish_answer(petition, town.head)
    else:
        services.withdraw_petition(petition, given.submitter_of(petition))
    assert not petition.is_extension_asked
    assert queries.running_clocks(petition.id) == []


def test_a_promise_lives_on_when_a_wish_to_reopen_is_declined_and_is_broken_on_its_day(town):
    with on("2026-09-07"):
        petition = given.a_petition(town, at=State.REOPEN_REQUESTED, outcome=Outcome.WILL_DO)
        services.decline_reopening(petition, town.dispatcher, "Chưa đến ngày hẹn.")
        assert (petition.state, petition.promise) == (State.CLOSED, Promise.OPEN)
    with on("2026-09-28"):
        assert run_night()["promises broken"] == 1
    petition = queries.get_by_id(petition.id)
    assert (petition.state, petition.promise, petition.round) == (State.IN_PROGRESS, Promise.BROKEN, 2)


def test_a_new_round_supersedes_an_open_promise(town):
    petition = given.a_petition(town, at=State.REOPEN_REQUESTED, outcome=Outcome.WILL_DO)
    services.reopen_petition(petition, town.dispatcher, "Xử lý ngay.")
    assert (petition.promise, petition.promised_on) == (Promise.SUPERSEDED, None)
    assert queries.get_commitment(petition.id).status == Promise.SUPERSEDED
