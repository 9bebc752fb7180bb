"""The procedure as a page for people: the tables, and a diagram of the states."""

from collections.abc import Iterable

from flask_babel import force_locale

from qcdc_feedback.petitions.labels import LABELS
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import TABLES, Action, Move, Party, Stage, State

_HEAD = """# The procedure

Drawn by `flask petitions procedure` from `qcdc_feedback/petitions/rules/procedure/`; do not edit.
"""


def procedure_page() -> str:
    """Return docs/procedure.md: for each family of kinds its rows and its diagram."""
    with force_locale("vi"):
        parts = [_HEAD]
        for title, kind in (("Feedback and recommendations", Kind.FEEDBACK), ("Complaints", Kind.COMPLAINT)):
            parts += [f"\n## {title}\n", _table(TABLES[kind]), _diagram(TABLES[kind])]
        return "\n".join(parts)


def _table(moves: Iterable[Move]) -> str:
    lines = ["| action | from | to | by | told | clocks |", "|---|---|---|---|---|---|"]
    for move in moves:
        sources = ", ".join(str(state) for state in State if state in move.sources) or "–"
        by = ", ".join(str(party) for party in Party if party in move.by)
        told = ", ".join(move.told) or "–"
        action = f"`{move.action}` {LABELS[Action][move.action]}"
        lines.append(f"| {action} | {sources} | {_target(move)} | {by} | {told} | {_clocks(move)} |")
    return "\n".join(lines)


def _target(move: Move) -> str:
    if move.goes_back:
        return "back where it was" + (f" ({move.paused_in})" if move.paused_in else "")
    where = f" (asked while {move.paused_in})" if move.paused_in else ""
    return f"{move.to}{where}" if move.to else "–"


def _clocks(move: Move) -> str:
    words = [f"starts {stage}" for stage in Stage if stage in move.starts]
    words += [f"stops {stage}" for stage in Stage if stage in move.stops]
    return ", ".join(words + (["pauses"] if move.pauses else [])) or "–"


def _diagram(moves: Iterable[Move]) -> str:
    arrows = [arrow for move in moves for source in _sources(move) for arrow in _arrows(move, source, moves)]
    lines = [
        f"    {source or '[*]'} --> {target}: {action}" for source, target, action in dict.fromkeys(arrows)
    ]
    return "\n".join(["", "```mermaid", "stateDiagram-v2", *lines, "```", ""])


def _sources(move: Move) -> list[State | None]:
    return [state for state in State if state in move.sources] or [None]


def _arrows(
    move: Move, source: State | None, moves: Iterable[Move]
) -> list[tuple[State | None, State, Action]]:
    if not move.goes_back:
        return [(source, move.to, move.action)] if move.to and move.to != source else []
    paused = {state for other in moves if other.pauses and other.to == source for state in other.sources}
    return [
        (source, state, move.action) for state in State if state in paused and move.paused_in in (None, state)
    ]
