"""The stories of the sample town: which deeds, how many days after the filing, and where each one ends."""

from collections.abc import Callable, Mapping
from typing import Any

from qcdc_feedback.admin.cli import deeds
from qcdc_feedback.admin.cli.timetable import Hours, Step
from qcdc_feedback.petitions.rules.kinds import Channel, Kind
from qcdc_feedback.petitions.rules.outcomes import Satisfaction
from qcdc_feedback.petitions.rules.procedure import State

Row = Mapping[str, Any]
Plot = list[Step]


def steps_of(row: Row) -> Plot:
    """Return the deeds of the petition's story, its filing first; what the nights bring is not told here."""
    filing = Step(deeds.file, 0, Hours.HOME if row["channel"] == Channel.WEB else Hours.DESK)
    tell, _ = STORIES[row["story"]]
    return [filing, *tell(row)]


def end_of(row: Row) -> State:
    """Return the state in which the story ends."""
    return STORIES[row["story"]][1]


def _received(row: Row) -> Plot:
    return [Step(deeds.sign, 0)] if row["kind"] == Kind.COMPLAINT else []


def _asked_by_desk(row: Row) -> Plot:
    # A complaint that came in online waits by itself until it is signed.
    return [] if row["kind"] == Kind.COMPLAINT else [Step(deeds.ask_at_desk, 1)]


def _withdrawn(row: Row) -> Plot:
    sent = [] if row["kind"] == Kind.COMPLAINT else _routed(row)
    return [*sent, Step(deeds.withdraw, 3, Hours.HOME)]


def _rejected(_row: Row) -> Plot:
    return [Step(deeds.reject, 1)]


def _appealed(row: Row) -> Plot:
    return [*_rejected(row), Step(deeds.appeal, 3, Hours.HOME), Step(deeds.release, 4)]


def _merged(_row: Row) -> Plot:
    return [Step(deeds.merge, 0)]


def _routed(_row: Row) -> Plot:
    return [Step(deeds.release, 0), Step(deeds.route, 0)]


def _hidden(_row: Row) -> Plot:
    return [Step(deeds.release, 0), Step(deeds.hide, 0), Step(deeds.route, 0)]


def _refused(row: Row) -> Plot:
    return [*_routed(row), Step(deeds.refuse, 2)]


def _transferred(row: Row) -> Plot:
    return [*_routed(row), Step(deeds.transfer, 2)]


def _handled(row: Row) -> Plot:
    return [*_routed(row), Step(deeds.take, 1)]


def _asked(row: Row) -> Plot:
    return [*_handled(row), Step(deeds.ask, 2)]


def _in_progress(row: Row) -> Plot:
    if "question" not in row:
        return _handled(row)
    return [*_asked(row), Step(deeds.complete, row["days_ago"] - 1, Hours.HOME)]


def _extension_asked(row: Row) -> Plot:
    return [*_handled(row), Step(deeds.ask_for_time, row["days_ago"] - 1)]


def _extended(row: Row) -> Plot:
    middle = row["days_ago"] // 2
    return [*_handled(row), Step(deeds.ask_for_time, middle), Step(deeds.give_time, middle + 1)]


def _demanded(row: Row) -> Plot:
    asked = Step(deeds.demand, row["days_ago"] - 5)
    explained = [Step(deeds.explain, row["days_ago"] - 2)] if row["explanation"]["answer"] else []
    return [*_handled(row), asked, *explained]


def _consulted(row: Row) -> Plot:
    return [*_handled(row), Step(deeds.consult, 3), Step(deeds.advise, 7)]


def _drafted(row: Row) -> Plot:
    return [*_handled(row), Step(deeds.draft, row["days_ago"] - 1)]


def _sent_back(row: Row) -> Plot:
    drafted = Step(deeds.draft, row["days_ago"] - 3)
    return [*_handled(row), drafted, Step(deeds.send_back, row["days_ago"] - 2)]


def _answered(row: Row) -> Plot:
    after = row["answer_after"]
    return [*_handled(row), Step(deeds.draft, after - 1), Step(deeds.publish, after)]


def _reported(row: Row) -> Plot:
    return [*_answered(row), Step(deeds.report_kept, row["kept"]["after"])]


def _kept(row: Row) -> Plot:
    return [*_reported(row), Step(deeds.confirm_kept, row["kept"]["after"])]


def _praised(row: Row) -> Plot:
    after = row["answer_after"] + 2
    is_settled = row["rating"]["stars"] == Satisfaction.VERY_SATISFIED
    confirmed = [Step(deeds.close, after, Hours.HOME)] if is_settled else []
    return [*_answered(row), Step(deeds.rate, after, Hours.HOME), *confirmed]


def _reopening_asked(row: Row) -> Plot:
    after = row["reopen_after"]
    rated, asked = Step(deeds.rate, after, Hours.HOME), Step(deeds.ask_to_reopen, after, Hours.HOME)
    return [*_answered(row), rated, asked]


def _declined(row: Row) -> Plot:
    return [*_reopening_asked(row), Step(deeds.decline, row["reopen_after"] + 2)]


def _reopened(row: Row) -> Plot:
    return [*_reopening_asked(row), Step(deeds.reopen, row["reopen_after"] + 1)]


def _answered_again(row: Row) -> Plot:
    after = row["answer_2_after"]
    return [*_reopened(row), Step(deeds.draft_again, after - 1), Step(deeds.publish, after)]


STORIES: dict[str, tuple[Callable[[Row], Plot], State]] = {
    "received": (_received, State.RECEIVED),
    "awaiting_by_desk": (_asked_by_desk, State.AWAITING_SUBMITTER),
    "withdrawn": (_withdrawn, State.WITHDRAWN),
    "rejected": (_rejected, State.REJECTED),
    "appealed": (_appealed, State.RECEIVED),
    "merged": (_merged, State.MERGED),
    "hidden": (_hidden, State.ROUTED),
    "routed": (_routed, State.ROUTED),
    "refused_back": (_refused, State.RECEIVED),
    "transferred": (_transferred, State.ROUTED),
    "awaiting_by_handler": (_asked, State.AWAITING_SUBMITTER),
    "in_progress": (_in_progress, State.IN_PROGRESS),
    "in_progress_late": (_handled, State.IN_PROGRESS),
    "extension_asked": (_extension_asked, State.IN_PROGRESS),
    "extended": (_extended, State.IN_PROGRESS),
    "explanation_demanded": (_demanded, State.IN_PROGRESS),
    "consulted": (_consulted, State.IN_PROGRESS),
    "awaiting_approval": (_drafted, State.AWAITING_APPROVAL),
    "sent_back": (_sent_back, State.IN_PROGRESS),
    "answered_done": (_answered, State.ANSWERED),
    "answered_will_do": (_answered, State.ANSWERED),
    "answered_will_do_broken": (_answered, State.IN_PROGRESS),  # reopened by the night after the promised day
    "promise_reported": (_reported, State.ANSWERED),
    "promise_kept": (_kept, State.ANSWERED),
    "answered_explained": (_answered, State.ANSWERED),
    "answered_forwarded": (_answered, State.ANSWERED),
    "answered_unfounded": (_answered, State.ANSWERED),
    "rated_high_closed": (_praised, State.CLOSED),
    "rated_low_reopen_requested": (_reopening_asked, State.REOPEN_REQUESTED),
    "reopened_in_progress": (_reopened, State.IN_PROGRESS),
    "reopened_answered": (_answered_again, State.ANSWERED),
    "reopen_declined_closed": (_declined, State.CLOSED),
    "closed_silent": (_answered, State.CLOSED),  # by the night, 15 days after
}
