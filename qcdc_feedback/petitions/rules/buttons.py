"""Which deeds a page offers: those the table and the conditions allow now, and no others."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from qcdc_feedback.core.errors import NotAllowed
from qcdc_feedback.petitions.rules import conditions
from qcdc_feedback.petitions.rules.conditions import Standing
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import (
    TABLES,
    Action,
    Move,
    NotPossible,
    Party,
    State,
    move_for,
    moves_open,
)


class Placed(Standing, Protocol):
    """The facts of a petition that decide which rows of which table are open."""

    kind: Kind
    state: State
    resumes: State | None


def open_actions(petition: Placed, parties: Iterable[Party], today: date) -> list[Action]:
    """Return what these parties may do now, each action once, in the order of the table."""
    moves = moves_open(petition.kind, petition.state, parties, petition.resumes)
    actions = dict.fromkeys(move.action for move in moves)
    return [action for action in actions if not conditions.reason_against(petition, action, today)]


def require_open(petition: Placed, action: Action, parties: Iterable[Party], today: date) -> Move:
    """Return the row that these parties may use now; raises NotPossible, NotAllowed or NotNow."""
    move = move_for(petition.kind, petition.state, action, parties, petition.resumes)
    conditions.check(petition, action, today)
    return move


def require_part(petition: Placed, action: Action, parties: Iterable[Party]) -> Move:
    """Return a row that these parties may use in some state; raises NotAllowed for those who never may."""
    rows = [move for move in TABLES[petition.kind] if move.action == action]
    if not rows:
        raise NotPossible(action=action, state=petition.state)
    parties = frozenset(parties)
    for move in rows:
        if not move.by.isdisjoint(parties):
            return move
    raise NotAllowed(action=action)
