"""The clocks of one petition as the steps of petitions would have left them, without a database."""

from datetime import date
from typing import Any

from benchmarks.town import Almanac
from qcdc_feedback.petitions.rules import deadlines, limits
from qcdc_feedback.petitions.rules.kinds import Variant
from qcdc_feedback.petitions.rules.procedure import Move, Stage
from qcdc_feedback.workdays.rules import DayUnit, WorkCalendar

Row = dict[str, Any]
_LEADING = (Stage.ANSWER, Stage.ACCEPTANCE, Stage.REOPENING, Stage.APPEAL, Stage.TRIAGE)


class Clocks:
    """Starts, stops, pauses as the tables say, and copies the dates that matter to the petition."""

    def __init__(self, petition: Row, almanac: Almanac, calendar: WorkCalendar) -> None:
        self._petition = petition
        self._almanac = almanac
        self._calendar = calendar
        self.rows: list[Row] = []
        self.pauses: list[tuple[Row, Row]] = []

    def run(self, move: Move, day: date) -> None:
        """Do what a row of the table asks for."""
        if self._petition["paused_on"] and not move.pauses:
            self._resume(day, move.action)
        for clock in self._running():
            if clock["stage"] in move.stops:
                clock["stopped_on"] = day
        for stage in move.starts:
            self._start(stage, day)
        if move.pauses:
            self._petition["paused_on"] = day
            for clock in self._running():
                limit = limits.limit_by_key(clock["rule"])
                if limit and move.pauses in limit.waits:
                    clock["paused_on"] = day

    def promise(self, day: date, due: date) -> None:
        """Start the clock of a promise, whose end people have set."""
        self._add(Stage.COMMITMENT, day, "promised", DayUnit.CALENDAR, (due - day).days, due)

    def extend(self, days: int) -> None:
        """Give the answer of this round more days."""
        for clock in self._running():
            if clock["stage"] == Stage.ANSWER:
                clock["extended_days"] += days
                self._recount(clock)

    def settle(self, today: date) -> None:
        """Say when lateness is next told, and copy the dates of the clock that matters."""
        for clock in self._running():
            level, notice = self._almanac.notice(today, clock["current_due"])
            clock["level"] = int(level)
            clock["next_notice_on"] = None if clock["paused_on"] else notice
        running = {clock["stage"]: clock for clock in self._running()}
        answered = [clock for clock in self.rows if clock["stage"] == Stage.ANSWER]
        leading = [running[stage] for stage in _LEADING if stage in running] or answered[-1:]
        if leading:
            dates = ("original_due", "plain_due", "current_due")
            names = ("first_due_on", "plain_due_on", "due_on")
            self._petition.update(zip(names, (leading[0][name] for name in dates), strict=True))

    def _running(self) -> list[Row]:
        return [clock for clock in self.rows if clock["stopped_on"] is None]

    def _start(self, stage: Stage, day: date) -> None:
        petition = self._petition
        for clock in self.rows:
            if stage == Stage.ANSWER == clock["stage"] and clock["round"] == petition["round"]:
                clock["stopped_on"] = None
                return
        variant = petition.get("variant", Variant.NORMAL)
        limit = self._almanac.limit(petition["kind"], stage, variant, day, 1)
        if limit:
            due = self._almanac.due(day, limit.days, limit)
            self._add(stage, day, limit.key, limit.unit, limit.days, due)

    def _add(self, stage: Stage, day: date, rule: str, unit: DayUnit, days: int, due: date) -> None:
        clock = {
            "stage": stage,
            "round": self._petition["round"],
            "rule": rule,
            "unit": unit,
            "days": days,
            "paused_days": 0,
            "extended_days": 0,
            "started_on": day,
            "original_due": due,
            "plain_due": due,
            "current_due": due,
            "paused_on": None,
            "stopped_on": None,
        }
        self.rows.append(clock)

    def _resume(self, day: date, reason: str) -> None:
        self._petition["paused_on"] = None
        for clock in self._running():
            since = clock["paused_on"]
            if since is None:
                continue
            until = deadlines.pause_until(since, day, 0)
            days = deadlines.counted_days(since, until, clock["unit"], self._calendar)
            self.pauses.append((clock, {"since": since, "until": until, "days": days, "reason": reason}))
            clock["paused_days"] += days
            clock["paused_on"] = None
            self._recount(clock)

    def _recount(self, clock: Row) -> None:
        limit = limits.limit_by_key(clock["rule"])
        if limit:
            plain = clock["days"] + clock["paused_days"]
            clock["plain_due"] = self._almanac.due(clock["started_on"], plain, limit)
            longest = plain + clock["extended_days"]
            clock["current_due"] = self._almanac.due(clock["started_on"], longest, limit)
