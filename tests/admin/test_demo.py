"""The sample town: its stories at any time of the year, and played once from its first day to its last."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from qcdc_feedback.admin import cli
from qcdc_feedback.admin.adapters import demo_people, reviewed
from qcdc_feedback.admin.cli import playing, town
from qcdc_feedback.admin.cli.stories import end_of, steps_of
from qcdc_feedback.admin.cli.timetable import Hours, moments
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.db import db
from qcdc_feedback.ledger.cli import ledger_cli
from qcdc_feedback.petitions.models import Card, Petition
from qcdc_feedback.petitions.rules.escalation import Ladder
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome, Promise
from qcdc_feedback.petitions.rules.procedure import TABLES, Action, State
from qcdc_feedback.workdays.queries import work_calendar
from tests import given

NOW = datetime.fromisoformat("2026-11-22T10:05:00+07:00")  # a Sunday: nobody is at the desks
ROWS = reviewed("demo/petitions.json")["petitions"]


@pytest.fixture
def calendar(inside):
    inside.test_cli_runner().invoke(cli.seed, ["hue"])
    return work_calendar()


def test_no_deed_lies_in_the_future_and_each_comes_after_the_one_before(calendar):
    for now in (NOW + timedelta(days=9 * n, hours=5 * n) for n in range(-30, 12)):
        plans = planned(now, calendar)
        assert max(map(max, plans.values())) < now
        assert all(plan == sorted(set(plan)) for plan in plans.values())


def test_officials_act_at_their_desks_on_working_days_only(calendar):
    for now in (NOW + timedelta(days=9 * n, hours=5 * n) for n in range(-30, 12)):
        plans = planned(now, calendar)
        at_desks = [
            at
            for row in ROWS
            for at, step in zip(plans[row["key"]], steps_of(row), strict=True)
            if step.hours is Hours.DESK
        ]
        assert all(calendar.is_working(at.date()) and 7 <= at.hour < 17 for at in at_desks)


def test_nothing_is_merged_into_what_comes_later(calendar):
    for now in (NOW + timedelta(hours=31 * n) for n in range(-40, 20)):
        filed = {}
        with clock.at(now):
            events = playing.story_events(playing.Town(clock.today(), cases()), calendar, clock.local(now))
        for event in events:
            step, (case, _) = event.deed.func, event.deed.args
            filed.setdefault(case.key, event.at)
            assert step.__name__ != "merge" or case.row["merged_into"] in filed


def cases():
    return {row["key"]: town.case_of(row, given.KEY) for row in ROWS}


def planned(now, calendar):
    with clock.at(now):
        told = playing.Town(clock.today(), cases())
    return {
        case.key: moments(case.key, told.day(case, 0), steps_of(case.row), calendar, clock.local(now))
        for case in told.cases.values()
    }


def test_played_once_the_town_shows_every_turn_of_the_procedure(calendar, inside, monkeypatch):
    picture = given.a_photo()[1]
    monkeypatch.setattr(town, "_drawn", lambda _subject, _number: picture)
    with clock.at(NOW):
        built = inside.test_cli_runner().invoke(cli.demo)
        assert built.exit_code == 0, built.output
        again = inside.test_cli_runner().invoke(cli.demo)
        assert (again.exit_code, "not built again" in again.output) == (0, True)
        told = playing.found_town()
    petitions = {petition.secret_hash: petition for petition in db.session.scalars(sa.select(Petition))}
    assert len(petitions) == len(ROWS) >= 60
    ends = {case.key: petitions[case.secret_hash].state for case in told.cases.values()}
    assert ends == {row["key"]: end_of(row) for row in ROWS}
    assert set(ends.values()) >= {state for move in TABLES[Kind.FEEDBACK] for state in move.sources}
    shows_everything(list(petitions.values()))
    assert numbers_rise_with_time(petitions.values())
    assert not warned_at_once(petitions.values())
    late = db.session.scalars(sa.select(Card.days_late)).all()
    assert late
    assert min(late) > Ladder().yellow
    whole = inside.test_cli_runner().invoke(ledger_cli, ["check"])
    assert whole.exit_code == 0, whole.output
    # The pairs at the end open what they say.
    for case in (told.cases[key] for key in playing._TO_TRY):
        assert f"{petitions[case.secret_hash].code}  {case.secret}" in again.output


def shows_everything(petitions):
    assert {petition.kind for petition in petitions} == set(Kind) - {Kind.DENUNCIATION}
    assert {petition.outcome for petition in petitions} >= set(Outcome)
    assert {petition.promise for petition in petitions} >= set(Promise) - {Promise.SUPERSEDED}
    counts = Counter()
    for petition in petitions:
        is_open = petition.state in {State.RECEIVED, State.IN_PROGRESS, State.ROUTED}
        counts["late"] += is_open and petition.due_on is not None and petition.due_on < NOW.date()
        counts["reopened"] += petition.round > 1
        counts["hidden"] += petition.is_hidden
        counts["extended"] += petition.extensions > 0
        counts["to be decided"] += petition.is_extension_asked
        counts["to be explained"] += petition.open_demands > 0
        counts["refused"] += petition.bounces > 0
        counts["appealed"] += petition.appeals > 0
    assert min(counts.values()) >= 1, counts
    assert counts["late"] >= 3


def numbers_rise_with_time(petitions):
    registers = defaultdict(list)
    for petition in petitions:
        registers[petition.register].append((petition.number, petition.received_at))
    return all(
        [at for _, at in sorted(filed)] == sorted(at for _, at in filed) for filed in registers.values()
    )


def warned_at_once(petitions):
    return [
        petition.code
        for petition in petitions
        for entry in petition.history
        if entry.action == Action.WARN and local_day(entry.at) == local_day(petition.received_at)
    ]


def local_day(moment):
    return clock.local(moment).date()


def test_no_town_is_built_in_production(inside, monkeypatch):
    monkeypatch.setitem(inside.config, "PRODUCTION", True)
    refused = inside.test_cli_runner().invoke(cli.demo)
    assert refused.exit_code == 1
    assert "production" in refused.output


def test_no_town_is_built_where_no_city_is_loaded(inside):
    refused = inside.test_cli_runner().invoke(cli.demo)
    assert refused.exit_code == 1
    assert "flask seed hue" in refused.output


def test_one_person_of_each_role_can_be_signed_in_with():
    people = demo_people()
    assert {person["role"] for person in people} == set(Role)
    assert all(person["email"] and person["password"] for person in people)
