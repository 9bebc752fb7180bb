"""How a row of the table is written: words separated by blanks, read once at start."""

from qcdc_feedback.petitions.rules.procedure.vocabulary import Action, Move, Party, Stage, State, Wait

SAME = ""
BACK = "<"


def row(action: Action, sources: str, to: str, by: str, told: str = "", **more: str) -> Move:
    """Return the move that the words describe; more may be starts, stops, pauses, paused_in."""
    return Move(
        action=action,
        sources=frozenset(State(word) for word in sources.split()),
        to=State(to) if to not in (SAME, BACK) else None,
        by=frozenset(Party(word) for word in by.split()),
        told=tuple(Party(word) for word in told.split()),
        starts=tuple(Stage(word) for word in more.get("starts", "").split()),
        stops=tuple(Stage(word) for word in more.get("stops", "").split()),
        pauses=Wait(more["pauses"]) if "pauses" in more else None,
        goes_back=to == BACK,
        paused_in=State(more["paused_in"]) if "paused_in" in more else None,
    )
