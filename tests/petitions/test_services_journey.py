"""The main line of the procedure, played by the use cases."""

import pytest

from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import State
from tests import given

FEEDBACK_STATES = [
    State.RECEIVED,
    State.AWAITING_SUBMITTER,
    State.REJECTED,
    State.MERGED,
    State.ROUTED,
    State.IN_PROGRESS,
    State.AWAITING_APPROVAL,
    State.ANSWERED,
    State.REOPEN_REQUESTED,
    State.CLOSED,
    State.WITHDRAWN,
]


@pytest.mark.parametrize("state", FEEDBACK_STATES)
def test_every_state_of_a_feedback_is_reached_by_its_use_cases(inside, state):
    town = given.a_town()
    petition = given.a_petition(town, at=state)
    assert queries.history(petition.id)[-1].state == state


@pytest.mark.parametrize(
    "state", [State.ACCEPTED, State.VERIFYING, State.SUSPENDED, State.DIALOGUE, State.DECIDED]
)
def test_every_state_of_a_complaint_is_reached_by_its_use_cases(inside, state):
    town = given.a_town()
    petition = given.a_petition(town, at=state, kind=Kind.COMPLAINT)
    assert queries.history(petition.id)[-1].state == state


def test_a_reopened_petition_is_answered_again_with_a_new_clock(inside):
    town = given.a_town()
    petition = given.a_petition(town, at=State.REOPEN_REQUESTED)
    services.reopen_petition(petition, town.dispatcher, "Đúng là chưa xong.")
    assert (petition.state, petition.round) == (State.IN_PROGRESS, 2)
    rounds = [clock.round for clock in queries.clocks_of(petition.id) if clock.stage == "answer"]
    assert rounds == [1, 2]
