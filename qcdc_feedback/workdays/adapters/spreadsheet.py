"""The calendar as CSV: a row a day, safe to open in a spreadsheet, read back as it was."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from io import StringIO

from qcdc_feedback.core.text import tidy
from qcdc_feedback.workdays.rules import CalendarFileRefused, DayKind, Entry, Fault, Unreadable

COLUMNS = ("date", "kind", "name", "legal_basis")
# A spreadsheet takes a cell that begins like this for a formula; an apostrophe makes it text again.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
_BOM = "\ufeff"  # without it Excel takes UTF-8 for something else


def write(entries: Iterable[tuple[Entry, bool]]) -> str:
    """Return the days as CSV, each with whether it is confirmed; reading passes over that column."""
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow((*COLUMNS, "status"))
    for entry, is_confirmed in entries:
        cells = (entry.day.isoformat(), entry.kind, entry.name, entry.legal_basis)
        rows.writerow([*map(_safe, cells), "confirmed" if is_confirmed else "expected"])
    return _BOM + out.getvalue()


def read(text: str, faults: list[Fault]) -> list[tuple[int, Entry]]:
    """Return the days with their lines; what cannot be read is added to the faults."""
    head = text.partition("\n")[0]
    rows = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    entries = []
    try:
        columns = [cell.strip().lower() for cell in next(rows, [])]
        if not set(COLUMNS) <= set(columns):
            raise CalendarFileRefused(why=Unreadable.HEADER)
        for row in rows:
            if any(cell.strip() for cell in row):
                cells = dict(zip(columns, row, strict=False))
                entries += _entries(rows.line_num, cells, faults)
    except csv.Error:
        faults.append(Fault(rows.line_num, Unreadable.LINE))
    return entries


def _entries(line: int, cells: dict[str, str], faults: list[Fault]) -> list[tuple[int, Entry]]:
    day, kind, name, basis = (_plain(cells.get(column, "")) for column in COLUMNS)
    when = _date(day)
    if when is None:
        faults.append(Fault(line, Unreadable.DATE, day[:40]))
    if kind not in set(DayKind):
        faults.append(Fault(line, Unreadable.KIND, kind[:40]))
    if when is None or kind not in set(DayKind):
        return []
    return [(line, Entry(when, DayKind(kind), name, basis))]


def _date(text: str) -> date | None:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):  # the second is what a Vietnamese spreadsheet makes of the first
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a date has no zone
        except ValueError:
            continue
    return None


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    cell = cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
    return " ".join(tidy(cell).split())
