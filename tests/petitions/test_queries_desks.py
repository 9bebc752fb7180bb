"""The work lists: who finds what in which queue, in which order, page by page."""

from datetime import timedelta

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.errors import BadAddress
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.kinds import Kind, Variant
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import State
from tests import deeds, given


def found(viewer, role, tab, at=None):
    page = queries.work_list(viewer, role, tab, at or clock.today(), None)
    return [row.code for row in page.rows]


def tabs_of(viewer, role, code):
    return {tab for tab in queries.TABS[role] if code in found(viewer, role, tab)}


@pytest.mark.parametrize(
    ("state", "person", "role", "tabs"),
    [
        (State.RECEIVED, "dispatcher", Role.DISPATCHER, {"new", "unreleased", "all"}),
        (State.AWAITING_SUBMITTER, "dispatcher", Role.DISPATCHER, {"waiting", "unreleased", "all"}),
        (State.ROUTED, "dispatcher", Role.DISPATCHER, {"routed", "all"}),
        (State.REOPEN_REQUESTED, "dispatcher", Role.DISPATCHER, {"reopening", "all"}),
        (State.CLOSED, "dispatcher", Role.DISPATCHER, {"all"}),
        (State.RECEIVED, "commune_dispatcher", Role.DISPATCHER, set()),
        (State.RECEIVED, "officer", Role.OFFICER, set()),
        (State.ROUTED, "officer", Role.OFFICER, {"to_take", "all"}),
        (State.IN_PROGRESS, "officer", Role.OFFICER, {"mine", "all"}),
        (State.IN_PROGRESS, "second_officer", Role.OFFICER, {"all"}),
        (State.IN_PROGRESS, "other_officer", Role.OFFICER, set()),
        (State.AWAITING_APPROVAL, "officer", Role.OFFICER, {"approval", "all"}),
        (State.ROUTED, "head", Role.HEAD, {"new", "all"}),
        (State.IN_PROGRESS, "head", Role.HEAD, {"in_progress", "all"}),
        (State.AWAITING_APPROVAL, "head", Role.HEAD, {"approval", "all"}),
        (State.AWAITING_APPROVAL, "other_head", Role.HEAD, set()),
        (State.REOPEN_REQUESTED, "supervisor", Role.SUPERVISOR, {"reopening", "all"}),
        (State.RECEIVED, "supervisor", Role.SUPERVISOR, {"all"}),
    ],
)
def test_a_petition_stands_where_it_waits_and_nowhere_else(inside, state, person, role, tabs):
    town = given.a_town()
    code = given.a_petition(town, at=state).code
    assert tabs_of(getattr(town, person), role, code) == tabs


@pytest.mark.parametrize(
    ("state", "person", "role", "tabs"),
    [
        (State.AWAITING_SUBMITTER, "dispatcher", Role.DISPATCHER, {"waiting", "all"}),
        (State.ACCEPTED, "dispatcher", Role.DISPATCHER, {"all"}),
        (State.ACCEPTED, "head", Role.HEAD, {"new", "all"}),
        (State.ACCEPTED, "officer", Role.OFFICER, {"to_take", "all"}),
        (State.SUSPENDED, "head", Role.HEAD, {"in_progress", "all"}),
        (State.DECIDED, "head", Role.HEAD, {"in_progress", "all"}),
    ],
)
def test_a_complaint_stands_where_it_waits(inside, state, person, role, tabs):
    town = given.a_town()
    petition = given.a_filing(kind=Kind.COMPLAINT)
    for deed in given._WAYS[state] if state != State.AWAITING_SUBMITTER else ():
        deed(petition, town, Outcome.EXPLAINED)
    assert tabs_of(getattr(town, person), role, petition.code) == tabs


def test_what_is_asked_for_stands_in_queues_of_its_own(inside):
    town = given.a_town()
    time = given.a_petition(town, at=State.IN_PROGRESS)
    services.ask_extension(time, town.officer, 5, "Chờ vật tư.")
    opinion = given.a_petition(town, at=State.IN_PROGRESS)
    services.consult_authority(
        opinion, town.officer, town.id_of("H46.MTDT"), "Có vướng không?", clock.today() + timedelta(days=5)
    )
    demand = given.a_petition(town, at=State.IN_PROGRESS)
    services.demand_explanation(demand, town.supervisor, "Vì sao chậm?", clock.today() + timedelta(days=5))
    promise = given.a_petition(town, at=State.ANSWERED, outcome=Outcome.WILL_DO)
    assert found(town.head, Role.HEAD, "extensions") == [time.code]
    assert found(town.other_officer, Role.OFFICER, "consulted") == [opinion.code]
    assert found(town.head, Role.HEAD, "demands") == [demand.code]
    assert found(town.supervisor, Role.SUPERVISOR, "demands") == [demand.code]
    for person, role in ((town.officer, Role.OFFICER), (town.head, Role.HEAD)):
        assert found(person, role, "promised") == [promise.code]
    assert found(town.supervisor, Role.SUPERVISOR, "promised") == [promise.code]


def test_late_is_what_ran_past_its_date_and_does_not_wait_for_the_submitter(inside):
    town = given.a_town()
    late = given.a_petition(town, at=State.IN_PROGRESS)
    given.a_petition(town, at=State.AWAITING_SUBMITTER)
    given.a_petition(town, at=State.ANSWERED)
    today = clock.today()
    assert found(town.supervisor, Role.SUPERVISOR, "overdue", today) == []
    assert found(town.supervisor, Role.SUPERVISOR, "overdue", late.due_on) == []
    day_after = late.due_on + timedelta(days=1)
    assert found(town.supervisor, Role.SUPERVISOR, "overdue", day_after) == [late.code]


def test_what_presses_most_stands_on_top_and_in_all_what_came_last(inside):
    town = given.a_town()
    codes = {}
    for variant in (Variant.COMPLEX, Variant.URGENT, Variant.NORMAL):
        petition = given.a_filing()
        services.route_petition(petition, town.dispatcher, town.id_of("H46.SXD"), variant)
        codes[variant] = petition.code
    by_time = [codes[variant] for variant in (Variant.URGENT, Variant.NORMAL, Variant.COMPLEX)]
    assert found(town.officer, Role.OFFICER, "to_take") == by_time
    assert found(town.officer, Role.OFFICER, "all") == list(codes.values())[::-1]


def test_counts_say_what_the_queues_hold(inside):
    town = given.a_town()
    for state in (State.RECEIVED, State.RECEIVED, State.ROUTED, State.ANSWERED):
        given.a_petition(town, at=state)
    assert queries.tab_counts(town.dispatcher, Role.DISPATCHER, clock.today()) == {
        "new": 2,
        "unreleased": 2,
        "waiting": 0,
        "reopening": 0,
        "routed": 1,
        "all": 4,
    }
    assert queries.tab_counts(town.dispatcher, Role.DISPATCHER, clock.today(), most=3)["all"] == 3


@pytest.mark.parametrize("tab", ["new", "all"])
def test_pages_follow_each_other_without_gap_or_repetition(inside, tab):
    town = given.a_town()
    filed = {given.a_filing(email="").code for _ in range(27)}
    first = queries.work_list(town.dispatcher, Role.DISPATCHER, tab, clock.today(), None)
    second = queries.work_list(town.dispatcher, Role.DISPATCHER, tab, clock.today(), first.after)
    back = queries.work_list(town.dispatcher, Role.DISPATCHER, tab, clock.today(), second.before)
    assert (len(first.rows), len(second.rows), first.before, second.after) == (25, 2, None, None)
    assert {row.code for row in [*first.rows, *second.rows]} == filed
    assert [row.code for row in back.rows] == [row.code for row in first.rows]
    other = "all" if tab == "new" else "new"
    with pytest.raises(BadAddress):
        queries.work_list(town.dispatcher, Role.DISPATCHER, other, clock.today(), first.after)


def test_supervisors_read_public_titles_and_none_where_there_is_none(inside):
    town = given.a_town()
    given.a_petition(town, at=State.RECEIVED)
    hidden = given.a_petition(town, at=State.ROUTED)
    given.a_petition(town, at=State.ROUTED)
    services.hide_petition(hidden, town.dispatcher, "Lộ tên người.")
    page = queries.work_list(town.supervisor, Role.SUPERVISOR, "all", clock.today(), None)
    assert [row.title for row in page.rows] == ["Đèn đường hỏng", None, None]
    assert all("Lê Lợi" not in str(row) for row in page.rows)


def test_who_is_barred_from_deciding_again_may_still_read(inside):
    town = given.a_town()
    petition = given.a_petition(town, at=State.REJECTED)
    assert queries.get_by_code(petition.code, town.dispatcher).id == petition.id
    assert queries.find_by_code(petition.code, town.commune_dispatcher) is None


def test_a_petition_is_proposed_to_whom_the_first_fitting_rule_names(inside):
    town = given.a_town()
    light, order = given.a_filing(), given.a_filing(category="urban_order", unit="19753")
    assert queries.proposed_route(light) == (town.id_of("H46.SXD"), "")
    assert queries.proposed_authority(order) == town.id_of("H46.19753")


def test_followers_are_read_with_the_main_petition(inside):
    town = given.a_town()
    main, other = given.a_filing(title="Đèn tắt ở Lê Lợi"), given.a_filing(title="Lê Lợi tối om")
    services.merge_petition(other, town.dispatcher, main.code)
    assert [(row.code, row.title) for row in queries.merged_into(main.id)] == [(other.code, "Lê Lợi tối om")]
    assert deeds.effects(main) == 1
