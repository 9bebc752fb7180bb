"""The main line of the procedure, played by the use cases."""

import pytest

from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
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


def test_proof_of_a_draft_that_was_sent_back_stands_with_the_answer_that_is_published(inside):
    town = given.a_town()
    petition = given.a_petition(town, at=State.IN_PROGRESS)
    services.draft_answer(petition, town.officer, given.an_answer(Outcome.DONE), [given.a_photo()])
    services.send_back_answer(petition, town.head, "Viết rõ hơn.")
    services.draft_answer(petition, town.officer, given.an_answer(Outcome.DONE))
    services.publish_answer(petition, town.head)
    [answer] = queries.published_answers(petition.id)
    assert [row.answer_id for row in queries.attachments(petition.id)] == [answer.id]


def test_a_copy_released_anew_leaves_the_proof_of_earlier_answers_public(inside):
    town = given.a_town()
    petition = given.a_petition(town, at=State.REOPEN_REQUESTED, outcome=Outcome.DONE)
    services.reopen_petition(petition, town.dispatcher)
    services.release_petition(petition, town.dispatcher, "Đèn hỏng", "Ba bóng đèn tắt.", "Lê Lợi", ())
    assert [row.is_public for row in queries.attachments(petition.id)] == [True]
