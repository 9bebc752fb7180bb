"""What happens to petitions: courses through the tables of procedure, cut off where they stand today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random

from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import Action, Move, Party, State, move_for

_ANSWERED = "submit release route take draft publish"
# How many of a hundred go which way; those still under way are cut off on the day of today.
_COURSES = {
    f"{_ANSWERED} close": 30,
    f"{_ANSWERED} rate close": 18,
    f"{_ANSWERED} rate": 6,
    "submit release route take ask complete draft publish close": 6,
    "submit ask complete release route take draft publish rate close": 5,
    "submit release route take extend grant_extension draft publish close": 6,
    "submit release route transfer take draft publish close": 4,
    "submit release route take draft send_back draft publish close": 4,
    f"{_ANSWERED} rate ask_reopen reopen draft publish close": 4,
    f"{_ANSWERED} report_kept keep_promise close": 5,
    "submit reject": 6,
    "submit withdraw": 3,
    "submit merge": 3,
}
_COMPLAINT = "submit sign accept verify hold_dialogue decide publish_decision"
_BY = {
    Party.SUBMITTER: "submit complete rate ask_reopen withdraw",
    Party.DISPATCHER: "release route reject merge reopen transfer sign",
    Party.HANDLER: "take ask extend draft report_kept verify",
    Party.HEAD: "grant_extension send_back publish keep_promise accept hold_dialogue decide publish_decision",
    Party.SYSTEM: "close",
}
_PARTY = {Action(word): party for party, words in _BY.items() for word in words.split()}
# After how many days at the earliest and at the latest; what is not named takes one to three.
_DAYS = {
    Action.RELEASE: (0, 1),
    Action.ROUTE: (0, 1),
    Action.TAKE: (0, 2),
    Action.DRAFT: (1, 7),
    Action.PUBLISH: (0, 2),
    Action.REPORT_KEPT: (10, 40),
    Action.CLOSE: (15, 16),
    Action.VERIFY: (3, 10),
    Action.DECIDE: (10, 25),
}
_HASTE = (1.0, 1.0, 1.0, 0.5, 1.5, 2.5, 5.0)  # some authorities let people wait


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done with a petition, and where it stood before and after."""

    move: Move
    party: Party
    before: State | None
    state: State
    at: datetime
    is_promising: bool  # the answer will promise something

    @property
    def action(self) -> Action:
        """Return what was done."""
        return self.move.action


def course(kind: Kind, begun: datetime, now: datetime, random: Random) -> Iterator[Deed]:
    """Yield what was done until now with a petition that came in then."""
    words = _COMPLAINT if kind == Kind.COMPLAINT else random.choices([*_COURSES], [*_COURSES.values()])[0]
    state = resumes = None
    at, haste = begun, random.choice(_HASTE)
    for action in map(Action, words.split()):
        party = _party(kind, action, state)
        move = _move(kind, state, action, party, resumes)
        deed = Deed(move, party, state, move.target(state, resumes), at, "keep_promise" in words)
        yield deed
        resumes = state if move.pauses else None
        state = deed.state
        least, most = _DAYS.get(action, (1, 3))
        at += timedelta(days=random.uniform(least, most) * haste, minutes=random.randint(5, 200))
        if at > now:
            return


def _party(kind: Kind, action: Action, state: State | None) -> Party:
    if action == Action.ASK and state == State.RECEIVED:
        return Party.DISPATCHER
    if action == Action.SUBMIT and kind == Kind.COMPLAINT:
        return Party.DISPATCHER
    return _PARTY[action]


@cache
def _move(kind: Kind, state: State | None, action: Action, party: Party, resumes: State | None) -> Move:
    return move_for(kind, state, action, {party}, resumes)
