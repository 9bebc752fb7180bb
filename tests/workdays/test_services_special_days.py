"""The working calendar: declared and withdrawn by administrators, loaded once, never against their word."""

import json
from datetime import date
from pathlib import Path

import pytest

from qcdc_feedback.core.actors import SYSTEM, Actor, Post, Role
from qcdc_feedback.core.errors import NotAllowed, NotFound
from qcdc_feedback.workdays import queries, services
from qcdc_feedback.workdays.rules import DayDoesNotFit, DayKind

SEED = Path(__file__).resolve().parents[2] / "qcdc_feedback" / "seed" / "calendar.json"
ADMIN = Actor(user_id=1, name="Đặng Ngọc Sơn", posts=frozenset({Post(Role.ADMIN, 1)}))
OFFICER = Actor(user_id=2, name="Trần Quang Vinh", posts=frozenset({Post(Role.OFFICER, 1)}))
FESTIVAL = date(2026, 11, 23)

pytestmark = pytest.mark.usefixtures("inside")


@pytest.fixture
def seed():
    return json.loads(SEED.read_text(encoding="utf-8"))["days"]


def declared(day=FESTIVAL, kind=DayKind.SWAP_OFF):
    return services.declare_day(ADMIN, day, kind, "Nghỉ hoán đổi", "Thông báo")


def test_a_declared_day_off_is_off_and_bears_the_name_of_who_confirmed_it():
    special = declared()
    assert not queries.work_calendar().is_working(FESTIVAL)
    assert special.confirmed_by == ADMIN.name
    assert special.confirmed_at is not None


def test_a_declared_saturday_is_worked():
    declared(date(2026, 11, 28), DayKind.SWAP_WORK)
    assert queries.work_calendar().is_working(date(2026, 11, 28))


def test_declaring_again_replaces_what_was_said_before():
    first = declared()
    again = declared(kind=DayKind.HOLIDAY)
    assert again.id == first.id
    assert [special.kind for special in queries.special_days(2026)] == [DayKind.HOLIDAY]


def test_a_withdrawn_day_is_an_ordinary_one_and_stays_on_record():
    services.withdraw_day(declared(), ADMIN)
    assert queries.work_calendar().is_working(FESTIVAL)
    assert queries.special_days(2026) == []
    assert queries.find_day(FESTIVAL) is not None


def test_a_withdrawn_day_can_be_declared_again():
    services.withdraw_day(declared(), ADMIN)
    declared()
    assert not queries.work_calendar().is_working(FESTIVAL)


def test_a_kind_that_the_weekday_rules_out_is_refused_and_leaves_nothing():
    with pytest.raises(DayDoesNotFit):
        declared(kind=DayKind.SWAP_WORK)
    assert queries.find_day(FESTIVAL) is None


def test_only_administrators_touch_the_calendar(seed):
    special = declared()
    with pytest.raises(NotAllowed):
        services.declare_day(OFFICER, FESTIVAL, DayKind.SWAP_OFF, "", "")
    with pytest.raises(NotAllowed):
        services.withdraw_day(special, OFFICER)
    with pytest.raises(NotAllowed):
        services.load_days(OFFICER, seed)


def test_loading_twice_is_loading_once(seed):
    services.load_days(SYSTEM, seed)
    services.load_days(SYSTEM, seed)
    assert len(queries.days_on_record()) == len(seed)


def test_loading_does_not_bring_back_what_a_person_withdrew(seed):
    services.load_days(SYSTEM, seed)
    services.withdraw_day(queries.find_day(date(2027, 2, 4)), ADMIN)
    services.load_days(SYSTEM, seed)
    assert queries.work_calendar().is_working(date(2027, 2, 4))


def test_the_calendar_that_comes_with_the_program_knows_2026_and_guesses_2027(seed):
    services.load_days(SYSTEM, seed)
    calendar = queries.work_calendar()
    assert calendar.confirmed_years == {2025, 2026}
    assert calendar.after_working(date(2026, 1, 8), 2) == date(2026, 1, 10)
    assert calendar.after_calendar(date(2026, 8, 16), 15, roll=True) == date(2026, 9, 3)
    assert not calendar.is_working(date(2027, 2, 8))


def test_a_day_that_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        queries.get(1)
    assert queries.get(declared().id).day == FESTIVAL
