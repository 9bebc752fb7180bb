"""The procedure is a table for each family of kinds; here is what is read off it."""

from collections.abc import Iterable

from qcdc_feedback.core.errors import Conflict, NotAllowed
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure.complaint import COMPLAINT
from qcdc_feedback.petitions.rules.procedure.feedback import FEEDBACK
from qcdc_feedback.petitions.rules.procedure.vocabulary import Action, Move, Party, Stage, State, Wait

__all__ = [
    "APART",
    "TABLES",
    "Action",
    "Move",
    "NotPossible",
    "Party",
    "Stage",
    "State",
    "Wait",
    "letters",
    "move_for",
    "moves_open",
]

TABLES: dict[Kind, tuple[Move, ...]] = {
    Kind.FEEDBACK: FEEDBACK,
    Kind.RECOMMENDATION: FEEDBACK,
    Kind.COMPLAINT: COMPLAINT,
    Kind.DENUNCIATION: (),
}


# Letters about no petition: no row of the tables sends them.
APART = frozenset({"calendar_reminder_admin"})


class NotPossible(Conflict):
    """The action cannot be done from the state the petition is in."""


def move_for(
    kind: Kind, state: State | None, action: Action, parties: Iterable[Party], resumes: State | None = None
) -> Move:
    """Return the row that allows the action; raises NotPossible for the state, NotAllowed for the person."""
    here = [move for move in TABLES[kind] if move.action == action and _starts_from(move, state, resumes)]
    if not here:
        raise NotPossible(action=action, state=state)
    for move in here:
        if not move.by.isdisjoint(parties):
            return move
    raise NotAllowed(action=action)


def moves_open(
    kind: Kind, state: State, parties: Iterable[Party], resumes: State | None = None
) -> list[Move]:
    """Return the rows that these parties may use now, in the order of the table."""
    parties = frozenset(parties)
    return [
        move
        for move in TABLES[kind]
        if _starts_from(move, state, resumes) and not move.by.isdisjoint(parties)
    ]


def letters() -> set[str]:
    """Return the names of all letters that the tables ask for, '<action>_<party>'."""
    return {f"{move.action}_{party}" for table in TABLES.values() for move in table for party in move.told}


def _starts_from(move: Move, state: State | None, resumes: State | None) -> bool:
    if state is None:
        return move.action == Action.SUBMIT
    return state in move.sources and move.paused_in in (None, resumes)
