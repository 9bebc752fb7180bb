"""The calendar as files that other programs know: CSV for spreadsheets, iCalendar for calendars."""

from qcdc_feedback.workdays.adapters import icalendar, spreadsheet
from qcdc_feedback.workdays.rules import CalendarFileRefused, Entry, Unreadable
from qcdc_feedback.workdays.rules.changes import Fault

__all__ = ["MAX_BYTES", "MAX_DAYS", "read_days"]

MAX_BYTES = 256_000
MAX_DAYS = 500  # twenty years of special days
_READERS = {".csv": spreadsheet.read, ".ics": icalendar.read}


def read_days(name: str, raw: bytes) -> list[tuple[int, Entry]]:
    """Return the days of a file, each with its line; raises CalendarFileRefused with all faults."""
    read = _READERS.get(name[-4:].lower())
    if read is None:
        raise CalendarFileRefused(why=Unreadable.TYPE)
    faults: list[Fault] = []
    entries = read(_text(raw), faults)
    if faults:
        raise CalendarFileRefused(why=Unreadable.LINES, faults=tuple(faults))
    if not entries:
        raise CalendarFileRefused(why=Unreadable.EMPTY)
    if len(entries) > MAX_DAYS:
        raise CalendarFileRefused(why=Unreadable.TOO_MANY)
    return entries


def _text(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise CalendarFileRefused(why=Unreadable.TOO_BIG)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CalendarFileRefused(why=Unreadable.ENCODING) from error
    if "\0" in text:  # UTF-16 without its mark can look like UTF-8
        raise CalendarFileRefused(why=Unreadable.ENCODING)
    if not text.strip():
        raise CalendarFileRefused(why=Unreadable.EMPTY)
    return text
