"""The only place where a state changes: guarded by the table, written down, told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import Conflict
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.ledger import steps as ledger
from qcdc_feedback.petitions.models import HistoryEntry, Petition
from qcdc_feedback.petitions.rules import access, conditions
from qcdc_feedback.petitions.rules.events import event_name
from qcdc_feedback.petitions.rules.procedure import Action, Move, Party, Stage, move_for
from qcdc_feedback.petitions.steps import clocks
from qcdc_feedback.petitions.steps.telling import tell


class StaleVersion(Conflict):
    """The petition has changed since the person saw it."""


@dataclass(slots=True)
class Deed:
    """What a use case adds to a move: words to show, a coded reason, an authority, words to commit to."""

    note: str = ""
    reason: str = ""
    authority_id: int | None = None  # whose deed it is
    target_id: int | None = None
    words: dict[str, str] = field(default_factory=dict)
    files: Sequence[StoredFile] = ()
    starts: tuple[Stage, ...] | None = None  # None: as the table says
    told: tuple[Party, ...] | None = None  # None: all whom the table names


@contextmanager
def moving(
    petition: Petition, action: Action, by: Actor, seen: int | None = None, note: str = ""
) -> Iterator[Deed]:
    """Guard a move, let the caller change the facts, then write it all down.

    The petition is read again under lock first, so that of two people who act at once the second is judged by
    what the first has done. seen is the version that the person saw; raises StaleVersion when it has changed.
    """
    # Only its own row: a page has loaded it with outer joins, which PostgreSQL would refuse to lock.
    db.session.refresh(petition, with_for_update={"of": Petition})
    parties = access.parties(by, petition)
    move = move_for(petition.kind, petition.state, action, parties, petition.resumes)
    if seen is not None and seen != petition.version:
        raise StaleVersion(code=petition.code)
    conditions.check(petition, action, clock.today())
    party = min(move.by & parties)
    deed = Deed(note=note, authority_id=_authority_of(petition, party))  # asked before it changes
    yield deed
    _advance(petition, move, deed)
    petition.version += 1
    write_down(petition, move, by, deed, party)


def begin(petition: Petition, by: Actor, party: Party, deed: Deed) -> None:
    """Write down the first move: a petition that has just been made is submitted."""
    move = move_for(petition.kind, None, Action.SUBMIT, {party})
    petition.state = move.target(None, None)
    db.session.add(petition)
    db.session.flush()
    deed.authority_id = _authority_of(petition, party)
    _run_clocks(petition, move, deed)
    write_down(petition, move, by, deed, party)


def write_down(petition: Petition, move: Move, by: Actor, deed: Deed, party: Party) -> None:
    """Add the line of history, record the ledger entry, write the letters."""
    entry = HistoryEntry(
        petition_id=petition.id,
        action=move.action,
        state=petition.state,
        round=petition.round,
        at=clock.now(),
        party=party,
        user_id=by.user_id,
        authority_id=deed.authority_id,
        target_id=deed.target_id,
        reason=deed.reason,
        note=deed.note,
    )
    db.session.add(entry)
    db.session.flush()
    ledger.record(
        petition.subject, event_name(move.action), _facts(petition, deed), _committed(deed), at=entry.at
    )
    tell(petition, move, by, entry, move.told if deed.told is None else deed.told)


def _advance(petition: Petition, move: Move, deed: Deed) -> None:
    before = petition.state
    petition.state = move.target(before, petition.resumes)
    db.session.flush()
    _run_clocks(petition, move, deed)
    if move.pauses:
        petition.resumes = before
    elif petition.state not in move.sources:
        petition.resumes = None


def _run_clocks(petition: Petition, move: Move, deed: Deed) -> None:
    today = clock.today()
    if petition.paused_on and not move.pauses and petition.state not in move.sources:
        clocks.resume(petition, today, move.action)
    clocks.stop(petition, move.stops, today)
    for stage in move.starts if deed.starts is None else deed.starts:
        clocks.start(petition, stage, today)
    if move.pauses:
        clocks.pause(petition, today, move.pauses)
    clocks.mirror(petition)


def _authority_of(petition: Petition, party: Party) -> int | None:
    if party == Party.DISPATCHER:
        return petition.desk_id
    return petition.authority_id if party in (Party.HANDLER, Party.HEAD) else None


def _facts(petition: Petition, deed: Deed) -> dict[str, object]:
    facts = {
        "reg": petition.register,
        "no": petition.number,
        "state": str(petition.state),
        "round": petition.round,
        "cat": petition.category.code,
        "unit": petition.unit.code,
        "auth": petition.authority.code if petition.authority else petition.desk.code,
        "due": petition.due_on.isoformat() if petition.due_on else None,
        "outcome": str(petition.outcome) if petition.outcome else None,
        "reason": deed.reason or None,
        "att": [file.sha256 for file in deed.files] or None,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _committed(deed: Deed) -> dict[str, object] | None:
    words = {name: text for name, text in {"note": deed.note, **deed.words}.items() if text}
    return dict(words) or None
