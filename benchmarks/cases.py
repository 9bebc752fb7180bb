"""One petition with all its rows: what came in, what was done with it, what was written down."""

import secrets
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from random import Random
from typing import Any

from benchmarks import deeds
from benchmarks.clocks import Clocks, Row
from benchmarks.courses import Deed, course
from benchmarks.texts import Pen
from benchmarks.town import Almanac, Town
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.db import Base
from qcdc_feedback.ledger import adapters
from qcdc_feedback.ledger import rules as ledger
from qcdc_feedback.petitions.rules import kinds
from qcdc_feedback.petitions.rules.events import event_name
from qcdc_feedback.petitions.rules.kinds import Channel, Kind
from qcdc_feedback.petitions.rules.procedure import Party

_KINDS = {Kind.FEEDBACK: 80, Kind.RECOMMENDATION: 17, Kind.COMPLAINT: 3}
_CHANNELS = {Channel.WEB: 70, Channel.PHONE: 18, Channel.COUNTER: 8, Channel.PAPER: 4}
_ROLES = {Party.DISPATCHER: Role.DISPATCHER, Party.HANDLER: Role.OFFICER, Party.HEAD: Role.HEAD}


class Scribe:
    """Writes petitions as rows; take() hands over what was written since."""

    def __init__(self, town: Town, random: Random) -> None:
        self.town = town
        self.random = random
        self.pen = Pen(random)
        self.now = clock.now()
        self.registers: dict[str, int] = defaultdict(int)
        self._newest: dict[Kind, int] = {}
        self._almanac = Almanac(town.calendar)
        self._units = dict(town.units)
        self._category_codes = {id_: code for code, id_ in town.categories.items()}
        self._ids: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
        self._rows: dict[str, list[Row]] = defaultdict(list)

    def add(self, table: str, row: Row) -> Row:
        """Write one row down, under the next id of its table."""
        if "id" in Base.metadata.tables[table].columns and "id" not in row:
            row["id"] = next(self._ids[table])
        self._rows[table].append(row)
        return row

    def take(self) -> dict[str, list[Row]]:
        """Return the rows written since the last time."""
        rows, self._rows = self._rows, defaultdict(list)
        return rows

    def write(self, begun: datetime) -> None:
        """Write down a petition that came in then, with all that was done until today."""
        case = Case(self, begun)
        for deed in course(case.petition["kind"], begun, self.now, self.random):
            case.do(deed)
        case.clocks.settle(clock.local(self.now).date())
        for row in case.clocks.rows:
            self.add("clocks", {"petition_id": case.petition["id"], **row})
            row["id"] = self._rows["clocks"][-1]["id"]
        for of_clock, pause in case.clocks.pauses:
            self.add("pauses", {"clock_id": of_clock["id"], **pause})

    def new_petition(self, begun: datetime) -> tuple[Row, Any]:
        """Return the row of a petition that has just come in, and what was written in it."""
        kind = self.random.choices([*_KINDS], [*_KINDS.values()])[0]
        written = self.pen.petition()
        unit_id, category_id = self.random.choice(self.town.units)[0], self.town.categories[written.category]
        register = kinds.register_of(kind, clock.local(begun).year)
        self.registers[register] += 1
        number = self.registers[register]
        channel = self.random.choices([*_CHANNELS], [*_CHANNELS.values()])[0]
        row = {
            "code": kinds.code_of(register, number),
            "register": register,
            "number": number,
            "kind": kind,
            "channel": Channel.COUNTER if kind == Kind.COMPLAINT else channel,
            "round": 1,
            "version": 0,
            "received_at": begun,
            "unit_id": unit_id,
            "category_id": category_id,
            "desk_id": self.town.destination(category_id, unit_id)[0],
            "authority_id": None,
            "secret_hash": secrets.token_hex(32),
            "subject": secrets.token_hex(16),
            "paused_on": None,
        }
        return self.add("petitions", row), written

    def before(self, petition: Row) -> int | None:
        """Return the id of the petition of the same kind that came in before this one."""
        earlier = self._newest.get(petition["kind"])
        self._newest[petition["kind"]] = petition["id"]
        return earlier

    def almanac(self) -> Almanac:
        """Return when things are due."""
        return self._almanac

    def facts(self, petition: Row) -> Row:
        """Return what the ledger says of a petition in the open."""
        authority = petition["authority_id"] or petition["desk_id"]
        return {
            "reg": petition["register"],
            "no": petition["number"],
            "state": str(petition["state"]),
            "round": petition["round"],
            "cat": self._category_codes[petition["category_id"]],
            "unit": self._units[petition["unit_id"]],
            "auth": self.town.codes[authority],
        }


class Case:
    """A petition being written down."""

    def __init__(self, scribe: Scribe, begun: datetime) -> None:
        self.scribe = scribe
        self.petition, self.written = scribe.new_petition(begun)
        self.before_id = scribe.before(self.petition)
        self.clocks = Clocks(self.petition, scribe.almanac(), scribe.town.calendar)
        self.attachments: list[Row] = []
        self.answer: Row = {}
        self.commitment: Row = {}
        self.extension: Row = {}
        self._key = secrets.token_bytes(32)
        key_id, wrapped = adapters.wrap(self.petition["subject"], self._key)
        key_row = {"subject": self.petition["subject"], "key_id": key_id, "wrapped": wrapped}
        scribe.add("case_keys", key_row)
        self._leaf: str | None = None

    def do(self, deed: Deed) -> None:
        """Write down one thing that was done."""
        self.petition["state"] = deed.state
        self.petition["version"] += 1
        self.petition["resumes"] = deed.before if deed.move.pauses else None
        words = deeds.EFFECTS[deed.action](self, deed) if deed.action in deeds.EFFECTS else {}
        self.clocks.run(deed.move, clock.local(deed.at).date())
        self.add(
            "history",
            action=deed.action,
            state=deed.state,
            round=self.petition["round"],
            at=deed.at,
            party=deed.party,
            authority_id=self.authority_of(deed.party),
            user_id=self.official(deed.party),
            **words,
        )
        self._record(deed, words.get("note", ""))

    def add(self, table: str, **row: Any) -> Row:
        """Write a row that belongs to the petition."""
        return self.scribe.add(table, {"petition_id": self.petition["id"], **row})

    def authority_of(self, party: Party) -> int | None:
        """Return the authority for which the party acts."""
        if party == Party.DISPATCHER:
            return int(self.petition["desk_id"])
        return self.petition["authority_id"] if party in _ROLES else None

    def official(self, party: Party) -> int | None:
        """Return who acts; an officer stays the one who took it."""
        authority_id = self.authority_of(party)
        if party == Party.HANDLER and self.petition.get("officer_id"):
            return int(self.petition["officer_id"])
        if authority_id is None:
            return None
        return self.scribe.random.choice(self.scribe.town.staff[_ROLES[party], authority_id])

    def _record(self, deed: Deed, words: str) -> None:
        at = clock.local(deed.at).isoformat(timespec="seconds")
        event: Row = {"v": ledger.VERSION, "t": event_name(deed.action), "case": self.petition["subject"]}
        event |= {"at": at, "rec": at, **self.scribe.facts(self.petition)}
        if words:
            event["commit"] = ledger.commitment(self._key, {"note": words})
        if self._leaf:
            event["prev"] = self._leaf
        canonical = ledger.canonical(event)
        before, self._leaf = self._leaf, ledger.leaf_hash(canonical)
        row = {
            "subject": event["case"],
            "event": event["t"],
            "content": canonical.decode(),
            "leaf_hash": self._leaf,
            "prev_hash": before,
            "at": deed.at,
            "recorded_at": deed.at,
        }
        self.scribe.add("ledger_rows", row)
