"""The calendar is changed by two persons: one proposes, another confirms; nothing is lost on the way."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.errors import DomainError, NotAllowed, NotFound
from qcdc_feedback.workdays import queries, services
from qcdc_feedback.workdays.rules import (
    AlreadyDecided,
    Change,
    ChangeStatus,
    Clash,
    DayContradicts,
    DayDoesNotFit,
    DayKind,
    SamePerson,
)

FESTIVAL, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)
TET_2027 = [date(2027, 2, number) for number in range(4, 11)]

pytestmark = pytest.mark.usefixtures("inside")


def propose(actor, day=FESTIVAL, kind=DayKind.SWAP_OFF):
    return services.propose_day(actor, day, kind, "Hoán đổi", "Thông báo 1/TB")


@pytest.fixture
def confirmed(son, hoa):
    services.confirm_day(propose(son), hoa)
    return queries.find_standing(FESTIVAL)


@pytest.fixture
def loaded(seed):
    services.load_days(SYSTEM, seed)


def works(day):
    return queries.work_calendar().is_working(day)


def test_a_proposal_changes_nothing_until_another_person_confirms_it(son, hoa):
    proposal = propose(son)
    assert works(FESTIVAL)
    assert queries.waiting() == [proposal]
    services.confirm_day(proposal, hoa)
    assert not works(FESTIVAL)
    assert queries.waiting() == []


def test_the_record_says_who_proposed_who_confirmed_and_when(confirmed, son, hoa):
    assert (confirmed.proposal.proposed_by, confirmed.proposal.proposed_by_id) == (son.name, son.user_id)
    assert (confirmed.proposal.decided_by_id, confirmed.confirmed_by) == (hoa.user_id, hoa.name)
    assert confirmed.proposal.proposed_at <= confirmed.confirmed_at


def test_a_worked_saturday_is_worked_once_it_is_confirmed(son, hoa):
    services.confirm_day(propose(son, SATURDAY, DayKind.SWAP_WORK), hoa)
    assert works(SATURDAY)


def test_nobody_confirms_what_they_proposed_themselves(son):
    proposal = propose(son)
    for actor in (son, SYSTEM):
        with pytest.raises(SamePerson):
            services.confirm_day(proposal, actor)
    assert works(FESTIVAL)


def test_what_is_declined_stays_on_record_with_the_reason(son, hoa):
    proposal = propose(son)
    services.decline_day(proposal, hoa, "Chưa có thông báo")
    assert works(FESTIVAL)
    assert queries.waiting() == []
    assert [(each.status, each.remark) for each in queries.decided(10)] == [
        (ChangeStatus.DECLINED, "Chưa có thông báo")
    ]
    propose(hoa)


def test_a_proposal_is_decided_once(son, hoa):
    proposal = propose(son)
    services.decline_day(proposal, hoa, "")
    with pytest.raises(AlreadyDecided):
        services.confirm_day(proposal, hoa)
    with pytest.raises(AlreadyDecided):
        services.decline_day(proposal, son, "")


def test_a_withdrawal_too_takes_two_persons_and_leaves_the_day_on_record(confirmed, son, hoa):
    withdrawal = services.propose_withdrawal(confirmed, son, "Thông báo 2/TB")
    assert not works(FESTIVAL)
    with pytest.raises(SamePerson):
        services.confirm_day(withdrawal, son)
    services.confirm_day(withdrawal, hoa)
    assert works(FESTIVAL)
    assert queries.special_days(2026) == []
    gone = queries.find_day(FESTIVAL)
    assert (gone.withdrawal.change, gone.withdrawal.legal_basis) == (Change.WITHDRAW, "Thông báo 2/TB")
    assert gone.withdrawn_at is not None


def test_a_withdrawn_day_can_be_proposed_again(confirmed, son, hoa):
    services.confirm_day(services.propose_withdrawal(confirmed, son, "Thông báo 2/TB"), hoa)
    services.confirm_day(propose(hoa), son)
    assert not works(FESTIVAL)
    assert queries.days_on_record() == {FESTIVAL}


@pytest.mark.parametrize("kind", [DayKind.SWAP_OFF, DayKind.HOLIDAY])
def test_a_day_that_is_confirmed_is_not_proposed_again(confirmed, hoa, kind):
    with pytest.raises(DayContradicts) as refused:
        propose(hoa, kind=kind)
    assert (refused.value.facts["why"], refused.value.facts["kind"]) == (Clash.STANDS, DayKind.SWAP_OFF)


def test_of_two_proposals_about_a_day_the_second_is_refused(son, hoa):
    propose(son)
    with pytest.raises(DayContradicts) as refused:
        propose(hoa, kind=DayKind.HOLIDAY)
    assert refused.value.facts["why"] is Clash.WAITS


def test_a_day_is_withdrawn_once_and_one_that_is_gone_not_at_all(confirmed, son, hoa):
    withdrawal = services.propose_withdrawal(confirmed, son, "Thông báo 2/TB")
    with pytest.raises(DayContradicts) as refused:
        services.propose_withdrawal(confirmed, hoa, "Thông báo 2/TB")
    assert refused.value.facts["why"] is Clash.WAITS
    services.confirm_day(withdrawal, hoa)
    with pytest.raises(DayContradicts) as refused:
        services.propose_withdrawal(confirmed, hoa, "Thông báo 2/TB")
    assert refused.value.facts["why"] is Clash.GONE


def test_a_day_that_does_not_fit_is_refused_and_leaves_nothing(son):
    for day, kind, name in (
        (FESTIVAL, DayKind.SWAP_WORK, "a"),
        (SATURDAY, DayKind.SWAP_OFF, "a"),
        (FESTIVAL, DayKind.HOLIDAY, ""),
    ):
        with pytest.raises(DayDoesNotFit):
            services.propose_day(son, day, kind, name, "Luật")
    assert queries.waiting() == []


def test_an_expected_day_is_replaced_by_what_is_confirmed(loaded, son, hoa):
    guess = queries.find_standing(TET_2027[0])
    services.confirm_day(propose(son, TET_2027[0], DayKind.HOLIDAY), hoa)
    now = queries.find_standing(TET_2027[0])
    assert now.id != guess.id
    assert now.confirmed_by == hoa.name
    assert guess.withdrawal_id == now.proposal_id
    assert not works(TET_2027[0])


def test_a_year_is_proposed_by_one_confirmed_by_another_and_then_no_longer_provisional(loaded, son, hoa):
    assert queries.work_calendar().is_provisional(TET_2027[0])
    proposed = services.propose_year(son, 2027, "Thông báo 9/TB-BNV")
    assert [change.day for change in queries.waiting()] == [*TET_2027, date(2027, 9, 3)]
    assert services.propose_year(son, 2027, "Thông báo 9/TB-BNV") == 0
    assert services.confirm_days(queries.waiting(), hoa) == proposed == 8
    assert not queries.work_calendar().is_provisional(TET_2027[0])
    assert {special.legal_basis for special in queries.special_days(2027) if special.proposal_id} == {
        "Thông báo 9/TB-BNV"
    }


def test_a_year_is_proposed_with_the_days_that_compensate_its_weekends(seed, son):
    without = [row for row in seed if row["date"] not in ("2027-02-09", "2027-05-03")]
    services.load_days(SYSTEM, without)
    services.propose_year(son, 2027, "Thông báo 9/TB-BNV")
    given = {change.day: change.kind for change in queries.waiting()}
    assert given[date(2027, 2, 9)] is given[date(2027, 5, 3)] is DayKind.COMPENSATION


def test_several_are_confirmed_together_or_none(son, hoa):
    first, second = propose(son), propose(hoa, SATURDAY, DayKind.SWAP_WORK)
    with pytest.raises(SamePerson):
        services.confirm_days([first, second], hoa)
    assert works(FESTIVAL)
    assert len(queries.waiting()) == 2


def test_waiting_proposals_can_be_asked_for_by_number(son):
    first = propose(son)
    propose(son, SATURDAY, DayKind.SWAP_WORK)
    assert queries.waiting([first.id, 999]) == [first]
    assert queries.waiting([]) == []


def test_what_was_decided_is_told_newest_first(son, hoa):
    start = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    first, second = propose(son), propose(son, SATURDAY, DayKind.SWAP_WORK)
    for hours, proposal in ((2, first), (1, second)):
        with clock.at(start + timedelta(hours=hours)):
            services.confirm_day(proposal, hoa)
    assert [change.day for change in queries.decided(10)] == [FESTIVAL, SATURDAY]
    assert [change.day for change in queries.decided(1)] == [FESTIVAL]


def test_years_with_days_that_are_only_expected_can_be_asked_for(loaded):
    assert queries.expected_years() == [2027, 2028, 2029, 2030]


def test_only_administrators_touch_the_calendar(confirmed, son, officer, seed):
    waiting = propose(son, SATURDAY, DayKind.SWAP_WORK)
    for deed in (
        lambda: propose(officer, date(2026, 12, 31)),
        lambda: services.propose_withdrawal(confirmed, officer, "x"),
        lambda: services.propose_year(officer, 2027, "x"),
        lambda: services.import_days(officer, "a.csv", b""),
        lambda: services.confirm_day(waiting, officer),
        lambda: services.confirm_days([waiting], officer),
        lambda: services.decline_day(waiting, officer, ""),
        lambda: services.load_days(officer, seed),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_loading_twice_is_loading_once(seed):
    assert services.load_days(SYSTEM, seed) == len(seed)
    assert services.load_days(SYSTEM, seed) == 0
    assert len(queries.days_on_record()) == len(seed)


def test_loading_does_not_bring_back_what_people_withdrew(loaded, seed, son, hoa):
    guess = queries.find_day(TET_2027[0])
    services.confirm_day(services.propose_withdrawal(guess, son, "Thông báo"), hoa)
    services.load_days(SYSTEM, seed)
    assert works(TET_2027[0])


def test_the_loaded_calendar_is_the_reviewed_one(loaded, calendar):
    assert queries.work_calendar() == calendar
    assert queries.work_calendar().entries == calendar.entries
    assert [month.month for month in queries.calendar_of_year(2026)] == list(range(1, 13))


def test_what_is_not_there_is_not_found(confirmed):
    assert queries.get(confirmed.id).day == FESTIVAL
    assert queries.get_change(confirmed.proposal_id).day == FESTIVAL
    for ask in (queries.get, queries.get_change):
        with pytest.raises(NotFound):
            ask(999)


@pytest.mark.races
def test_of_eight_who_act_at_once_one_proposes_and_one_confirms(clean, son, hoa):
    barrier = Barrier(8)

    def at_once(deed):
        def one(_number):
            with clean.app_context():
                barrier.wait()
                try:
                    return deed()
                except DomainError as refusal:
                    return type(refusal)

        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(one, range(8)))

    assert at_once(lambda: propose(son)).count(DayContradicts) == 7
    with clean.app_context():
        (waiting,) = queries.waiting()
    said = at_once(lambda: services.confirm_day(queries.get_change(waiting.id), hoa))
    assert (said.count(None), said.count(AlreadyDecided)) == (1, 7)
    with clean.app_context():
        assert [special.day for special in queries.special_days(2026)] == [FESTIVAL]
