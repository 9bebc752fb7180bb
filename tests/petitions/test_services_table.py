"""Every row of the table works on the real database for whom it names, and for nobody else."""

import pytest

from qcdc_feedback.core.actors import GUEST
from qcdc_feedback.core.db import transaction
from qcdc_feedback.core.errors import DomainError
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import TABLES, Action, Party, State
from qcdc_feedback.petitions.steps import moving
from tests import deeds, given

TABLE = [move for move in TABLES[Kind.FEEDBACK] if move.action != Action.SUBMIT]
PARTIES = sorted({party for move in TABLE for party in move.by})
STATES = sorted({state for move in TABLE for state in move.sources})

# A head answers for the petition only while it lies with an authority; the desks of the small town have none.
HEADLESS = {State.RECEIVED, State.AWAITING_SUBMITTER, State.REJECTED, State.MERGED, State.WITHDRAWN}


def _can_be_set_up(move, state, party) -> bool:
    if party == Party.HEAD:
        # What is closed cannot be asked to be explained any more, only answered for what was asked before.
        return state not in HEADLESS and (move.action, state) != (Action.EXPLAIN, State.CLOSED)
    return party != Party.CONSULTED or state == State.IN_PROGRESS


ROWS = [
    (move, state, party)
    for move in TABLE
    for state in sorted(move.sources)
    for party in sorted(move.by)
    if _can_be_set_up(move, state, party)
]


def _name(row: tuple) -> str:
    move, state, party = row
    return f"{move.action}-{state}-{party}"


class Let(Exception):
    """The deed was let in; the test needs no more."""


@transaction()
def _knock(petition, action, actor):
    with moving(petition, action, actor):
        raise Let


@pytest.mark.parametrize("row", ROWS, ids=_name)
def test_each_row_works_for_each_party_it_names(inside, row):
    move, state, party = row
    town = given.a_town()
    petition = deeds.ready_for(move, state, town)
    lines, resumes, version = deeds.effects(petition), petition.resumes, petition.version
    deeds.DEEDS[move.action](petition, town, deeds.actor_for(party, petition, town), version)
    assert petition.state == move.target(state, resumes)
    assert petition.version == version + 1
    assert deeds.effects(petition) == lines + 1


@pytest.mark.parametrize("state", STATES)
def test_whoever_is_not_named_is_refused_in_every_state(inside, state):
    town = given.a_town()
    petition = given.a_petition(town, at=state)
    allowed = {(move.action, party) for move in TABLE if state in move.sources for party in move.by}
    lines = deeds.effects(petition)
    for party in PARTIES:
        actor = deeds.actor_for(party, petition, town)
        for action in Action:
            if (action, party) in allowed and actor is not GUEST:
                continue
            with pytest.raises(DomainError) as refusal:
                _knock(petition, action, actor)
            assert not isinstance(refusal.value, NotNow)
    assert deeds.effects(petition) == lines


@pytest.mark.parametrize("state", STATES)
def test_a_stranger_and_an_official_elsewhere_can_do_nothing_anywhere(inside, state):
    town = given.a_town()
    petition = given.a_petition(town, at=state)
    for actor in (GUEST, town.other_officer, town.other_head, town.commune_dispatcher, town.admin):
        for action in Action:
            with pytest.raises(DomainError):
                _knock(petition, action, actor)
