"""The calendar as iCalendar (RFC 5545): an all-day event for each day, its kind as the category.

Written and read here and not by a library: of the standard only all-day events are wanted, whatever else a
file asks for (repetition, hours, zones) must be refused, and the refusal must name the line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from qcdc_feedback.core.text import tidy
from qcdc_feedback.workdays.rules import CalendarFileRefused, DayKind, Entry, Fault, Unreadable
from qcdc_feedback.workdays.rules.days import LAST_YEAR

_ONE = timedelta(days=1)
_LONGEST_EVENT = timedelta(days=31)
_OCTETS = 75
_EVENT = ["VCALENDAR", "VEVENT"]
# A name, parameters of which quoted ones may hold anything, a colon, the value.
_LINE = re.compile(r"([A-Za-z0-9-]+)(?:;(?:[^\":]|\"[^\"]*\")*)?:(.*)")
_DATE = re.compile(r"[0-9]{8}")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_REPEATING = frozenset({"RRULE", "RDATE", "EXDATE", "DURATION", "RECURRENCE-ID"})


@dataclass(slots=True)
class _Event:
    """What an event says, by property, with the line it begins at."""

    line: int
    said: dict[str, str] = field(default_factory=dict)


def write(entries: Iterable[tuple[Entry, bool]], stamp: datetime) -> str:
    """Return the days as an iCalendar file, each with whether it is confirmed; else it is tentative."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//qcdc-feedback//workdays//VI", "CALSCALE:GREGORIAN"]
    for entry, is_confirmed in entries:
        lines += (
            "BEGIN:VEVENT",
            f"UID:{entry.day:%Y%m%d}-{entry.kind}@workdays.qcdc-feedback",
            f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.day + _ONE:%Y%m%d}",
            f"SUMMARY:{_escaped(entry.name)}",
            f"DESCRIPTION:{_escaped(entry.legal_basis)}",
            f"CATEGORIES:{entry.kind}",
            f"STATUS:{'CONFIRMED' if is_confirmed else 'TENTATIVE'}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def read(text: str, faults: list[Fault]) -> list[tuple[int, Entry]]:
    """Return the days of all events with their lines; what cannot be read is added to the faults."""
    entries: list[tuple[int, Entry]] = []
    for event in _events(text, faults):
        entries += _entries(event, faults)
    return entries


def _events(text: str, faults: list[Fault]) -> Iterator[_Event]:
    """Yield the events; a file that is not one whole calendar is refused."""
    lines = [(number, *_parted(number, line, faults)) for number, line in _unfolded(text)]
    if not lines or lines[0][1:] != ("BEGIN", "VCALENDAR"):
        raise CalendarFileRefused(why=Unreadable.NOT_ICALENDAR)
    inside: list[str] = []
    event = _Event(0)
    for place, (number, name, value) in enumerate(lines, start=1):
        if name == "BEGIN":
            inside.append(value.upper())
            event = _Event(number) if inside == _EVENT else event
        elif name == "END":
            if inside == _EVENT:
                yield event
            _leave(inside, value.upper(), is_last=place == len(lines))
        elif inside == _EVENT:
            event.said.setdefault(name, value)
    if inside:
        raise CalendarFileRefused(why=Unreadable.TRUNCATED)


def _leave(inside: list[str], name: str, *, is_last: bool) -> None:
    """Leave the innermost part; it must be the one that is named, and the outermost ends with the file."""
    if not inside or inside.pop() != name or (not inside and not is_last):
        raise CalendarFileRefused(why=Unreadable.TRUNCATED)


def _parted(number: int, line: str, faults: list[Fault]) -> tuple[str, str]:
    parts = _LINE.fullmatch(line)
    if parts is None:
        faults.append(Fault(number, Unreadable.LINE, line[:40]))
        return "", ""
    return parts[1].upper(), parts[2].strip()


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield whole content lines with the number of their first line."""
    begun, whole = 0, ""
    for number, line in enumerate(re.split(r"\r?\n", text), start=1):
        if line[:1] in (" ", "\t") and begun:
            whole += line[1:]
            continue
        if whole.strip():
            yield begun, whole
        begun, whole = number, line
    if whole.strip():
        yield begun, whole


def _entries(event: _Event, faults: list[Fault]) -> list[tuple[int, Entry]]:
    said = event.said
    first = _date(said.get("DTSTART", ""))
    end = _date(said["DTEND"]) if "DTEND" in said else first and first + _ONE
    kind = said.get("CATEGORIES", "").strip().lower()
    if not _REPEATING.isdisjoint(said):
        faults.append(Fault(event.line, Unreadable.REPEATS))
    elif first is None or end is None or not _ONE <= end - first <= _LONGEST_EVENT:
        faults.append(Fault(event.line, Unreadable.DATE, said.get("DTSTART", "")[:40]))
    elif kind not in set(DayKind):
        faults.append(Fault(event.line, Unreadable.KIND, kind[:40]))
    else:
        name, basis = _plain(said.get("SUMMARY", "")), _plain(said.get("DESCRIPTION", ""))
        days = (first + ahead * _ONE for ahead in range((end - first).days))
        return [(event.line, Entry(day, DayKind(kind), name, basis)) for day in days]
    return []


def _date(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and day.year <= LAST_YEAR else None


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\n", "\\n").replace("\r", "")


def _plain(text: str) -> str:
    text = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return " ".join(tidy(text).split())


def _folded(line: str) -> str:
    """Return the line in pieces of at most 75 octets, none of them cut inside a letter."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _OCTETS:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join((*pieces, piece))
