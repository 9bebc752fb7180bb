"""The table holds exactly what the product says: every state, action and party, in all combinations."""

import pytest

from qcdc_feedback.core.errors import NotAllowed
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import (
    TABLES,
    Action,
    NotPossible,
    Party,
    Stage,
    State,
    move_for,
    moves_open,
)

# Written a second time, by hand, from the product's own table: action | from | to | by.
PRODUCT = """
submit             | -                            | received            | submitter dispatcher
classify           | received                     | =                   | dispatcher
release            | UNANSWERED                   | =                   | dispatcher
ask                | received                     | awaiting_submitter  | dispatcher
ask                | in_progress                  | awaiting_submitter  | handler
complete           | awaiting_submitter           | back                | submitter
remind             | awaiting_submitter           | =                   | system
lapse              | awaiting_submitter@received    | rejected          | system
lapse              | awaiting_submitter@in_progress | in_progress       | system
reject             | received                     | rejected            | dispatcher
appeal             | rejected                     | received            | submitter
hand_over          | received                     | =                   | dispatcher
merge              | received routed              | merged              | dispatcher
unmerge            | merged                       | received            | dispatcher
route              | received                     | routed              | dispatcher
refuse             | routed                       | received            | head
take               | routed                       | in_progress         | handler
assign             | routed                       | in_progress         | head
reassign           | in_progress                  | =                   | head system
transfer           | routed in_progress           | routed              | head dispatcher
consult            | in_progress                  | =                   | handler
advise             | OPEN                         | =                   | consulted
extend             | in_progress                  | =                   | handler
grant_extension    | in_progress                  | =                   | head
deny_extension     | in_progress                  | =                   | head
draft              | in_progress                  | awaiting_approval   | handler
send_back          | awaiting_approval            | in_progress         | head
publish            | awaiting_approval            | answered            | head
rate               | answered closed              | =                   | submitter
ask_reopen         | answered closed              | reopen_requested    | submitter
reopen             | reopen_requested             | in_progress         | dispatcher supervisor
decline_reopen     | reopen_requested             | closed              | dispatcher supervisor
report_kept        | answered closed                  | =                   | handler
keep_promise       | answered closed                  | =                   | head
break_promise      | answered closed                  | in_progress         | system
close              | answered                     | closed              | system submitter
demand_explanation | OPEN answered                | =                   | supervisor
explain            | ANY                          | =                   | head
withdraw           | UNANSWERED                   | withdrawn           | submitter
warn               | OPEN answered                | =                   | system
escalate           | OPEN                         | =                   | system supervisor
hide               | ANY                          | =                   | dispatcher
show               | ANY                          | =                   | dispatcher
"""

UNANSWERED = "received awaiting_submitter routed in_progress awaiting_approval"
GROUPS = {
    "UNANSWERED": UNANSWERED,
    "OPEN": f"{UNANSWERED} reopen_requested",
    "ANY": f"{UNANSWERED} reopen_requested answered rejected merged closed withdrawn",
}
# From submit on, only these rows start a clock; transfer, refuse, send back, reassign, complete never do.
STARTS = {
    "submit": "triage intake_notice",
    "route": "answer",
    "appeal": "appeal",
    "ask_reopen": "reopening",
    "extend": "extension",
    "reopen": "answer",
    "publish": "commitment",
    "break_promise": "answer",
    "demand_explanation": "explanation",
}
STATES = [State(word) for word in GROUPS["ANY"].split()]


def _expected() -> dict[tuple[str, str, str, str], str]:
    """Return (action, state, paused in, party) → the state after."""
    allowed = {}
    for line in PRODUCT.strip().splitlines():
        action, sources, to, by = (part.strip() for part in line.split("|"))
        for name, states in GROUPS.items():
            sources = sources.replace(name, states)
        for source in sources.split():
            state, _, paused = source.partition("@")
            for resumes in [paused] if paused else ["received", "in_progress"]:
                after = {"=": state, "back": resumes}.get(to, to)
                allowed |= {(action, state, resumes, party): after for party in by.split()}
    return allowed


EXPECTED = _expected()


@pytest.mark.parametrize("kind", [Kind.FEEDBACK, Kind.RECOMMENDATION])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("action", [action for action in Action if action != Action.SUBMIT])
def test_each_action_is_open_exactly_to_the_parties_and_states_of_the_product(kind, state, action):
    for resumes in (State.RECEIVED, State.IN_PROGRESS):
        for party in Party:
            after = EXPECTED.get((action, state, resumes, party))
            if after is None:
                with pytest.raises((NotPossible, NotAllowed)):
                    move_for(kind, state, action, {party}, resumes)
            else:
                assert move_for(kind, state, action, {party}, resumes).target(state, resumes) == after


def test_only_submitter_and_dispatcher_may_submit_and_nothing_else_begins_a_petition():
    for action in Action:
        for party in Party:
            if action == Action.SUBMIT and party in (Party.SUBMITTER, Party.DISPATCHER):
                assert move_for(Kind.FEEDBACK, None, action, {party}).to == State.RECEIVED
            else:
                with pytest.raises((NotPossible, NotAllowed)):
                    move_for(Kind.FEEDBACK, None, action, {party})


def test_only_the_rows_that_the_product_names_start_a_clock():
    started = {str(move.action): " ".join(move.starts) for move in TABLES[Kind.FEEDBACK] if move.starts}
    assert started == STARTS


def test_a_refusal_by_the_state_is_told_apart_from_one_by_the_person():
    with pytest.raises(NotPossible):
        move_for(Kind.FEEDBACK, State.CLOSED, Action.TAKE, {Party.HANDLER})
    with pytest.raises(NotAllowed):
        move_for(Kind.FEEDBACK, State.ROUTED, Action.TAKE, {Party.SUBMITTER})


def test_whoever_opens_a_move_can_use_it():
    for kind, table in TABLES.items():
        for state in State:
            for party in Party:
                for move in moves_open(kind, state, {party}, State.RECEIVED):
                    assert move in table
                    assert move_for(kind, state, move.action, {party}, State.RECEIVED) == move


def test_denunciations_have_no_procedure_here():
    assert TABLES[Kind.DENUNCIATION] == ()


def test_a_complaint_waits_for_its_signature_before_its_clock_runs():
    submit = move_for(Kind.COMPLAINT, None, Action.SUBMIT, {Party.SUBMITTER})
    sign = move_for(Kind.COMPLAINT, State.AWAITING_SUBMITTER, Action.SIGN, {Party.DISPATCHER})
    assert (submit.to, submit.starts) == (State.AWAITING_SUBMITTER, ())
    assert sign.starts == (Stage.ACCEPTANCE,)


@pytest.mark.parametrize("kind", [Kind.FEEDBACK, Kind.COMPLAINT])
def test_every_state_but_the_last_ones_leads_on_and_every_state_is_reached(kind):
    table = TABLES[kind]
    reached = {move.to for move in table if move.to}
    left = {state for move in table if move.to or move.goes_back for state in move.sources}
    ends = {State.WITHDRAWN}
    assert {state for move in table for state in move.sources} <= reached
    assert reached - left <= ends
