"""The calendar as files: what is written is read back, what is no calendar is refused with the line."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcdc_feedback.core.text import tidy
from qcdc_feedback.workdays.adapters import MAX_BYTES, icalendar, read_days, spreadsheet
from qcdc_feedback.workdays.rules import CalendarFileRefused, DayKind, Entry, Fault, Unreadable

STAMP = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
# What a person can type into a line, formulas, quotes and separators of both formats included.
LINES = st.text(max_size=60).map(lambda text: " ".join(tidy(text).split()))
TRICKY = st.sampled_from(
    ["=1+1", "'=x", "''", "-2", '@SUM("a")', "a;b,c\\n", "a\\;b", ":x", "Tết; nghỉ, 5 ngày"]
)
ENTRIES = st.builds(
    Entry,
    st.dates(date(2013, 1, 1), date(2100, 12, 31)),
    st.sampled_from(DayKind),
    LINES | TRICKY,
    LINES | TRICKY,
)
LISTS = st.lists(st.tuples(ENTRIES, st.booleans()), min_size=1, max_size=8)

CSV = "date,kind,name,legal_basis\n2026-11-23,swap_off,Nghỉ,Thông báo\n"
ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261123
SUMMARY:Nghỉ
DESCRIPTION:Thông báo
CATEGORIES:swap_off
END:VEVENT
END:VCALENDAR
"""
DAY = Entry(date(2026, 11, 23), DayKind.SWAP_OFF, "Nghỉ", "Thông báo")


def refused(name, raw):
    with pytest.raises(CalendarFileRefused) as refusal:
        read_days(name, raw if isinstance(raw, bytes) else raw.encode())
    return refusal.value.facts


def faults(name, raw):
    facts = refused(name, raw)
    assert facts["why"] is Unreadable.LINES
    return [(fault.line, fault.why) for fault in facts["faults"]]


@given(LISTS)
def test_csv_is_read_back_as_it_was_written(entries):
    read = read_days("lich.csv", spreadsheet.write(entries).encode())
    assert [entry for _, entry in read] == [entry for entry, _ in entries]


@given(LISTS)
def test_icalendar_is_read_back_as_it_was_written(entries):
    read = read_days("lich.ics", icalendar.write(entries, STAMP).encode())
    assert [entry for _, entry in read] == [entry for entry, _ in entries]


@given(LISTS)
def test_no_cell_is_a_formula_and_no_line_of_icalendar_is_too_long(entries):
    text = spreadsheet.write(entries)
    assert text.startswith("\ufeffdate,")
    assert not re.search(r'(?:^|,)"?[=+\-@\t]', text, re.MULTILINE)
    lines = icalendar.write(entries, STAMP).encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75


@given(st.text() | st.text(alphabet='BEGIN:VCALENDAREVT\r\n ;,"\\=DTSTART20261123SUMMARY', max_size=300))
def test_whatever_is_in_a_file_it_is_read_or_refused(text):
    for name in ("a.csv", "a.ics"):
        for whole in (text, CSV + text, ICS.replace("Nghỉ", text)):
            with suppress(CalendarFileRefused):
                read_days(name, whole.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", ["a.csv", "a.ics"])
@given(st.binary(max_size=200))
def test_whatever_bytes_a_file_has_they_are_read_or_refused(name, raw):
    with suppress(CalendarFileRefused):
        read_days(name, raw)


def test_both_kinds_of_file_tell_the_line_of_each_day():
    assert read_days("a.CSV", CSV.encode()) == [(2, DAY)]
    assert read_days("a.ics", ICS.encode()) == [(3, DAY)]


def test_what_a_vietnamese_spreadsheet_makes_of_the_file_is_understood():
    saved = "\ufeffdate;kind;name;legal_basis;status\r\n23/11/2026;swap_off;Nghỉ;Thông báo;\r\n;;;;\r\n"
    assert read_days("a.csv", saved.encode()) == [(2, DAY)]


def test_an_event_of_several_days_is_each_of_them():
    ics = ICS.replace("SUMMARY", "DTEND;VALUE=DATE:20261126\nSUMMARY")
    assert [entry.day.day for _, entry in read_days("a.ics", ics.encode())] == [23, 24, 25]


def test_folded_lines_other_parts_and_zones_are_passed_over():
    winter = "BEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\n"
    zone = f"BEGIN:VTIMEZONE\nTZID:Asia/Ho_Chi_Minh\n{winter}END:VTIMEZONE\n"
    alarm = 'BEGIN:VALARM\nSUMMARY:không phải tên\nX-A;B="c:d;e":f\nEND:VALARM\n'
    ics = ICS.replace("BEGIN:VEVENT\n", f"{zone}BEGIN:VEVENT\n{alarm}").replace(
        "SUMMARY:Nghỉ", "SUMMARY:Ng\n hỉ"
    )
    assert [entry for _, entry in read_days("a.ics", ics.encode())] == [DAY]


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("lich.xlsx", CSV, Unreadable.TYPE),
        ("lich", CSV, Unreadable.TYPE),
        ("a.csv", b"", Unreadable.EMPTY),
        ("a.ics", " \n", Unreadable.EMPTY),
        ("a.csv", "date,kind,name,legal_basis\n", Unreadable.EMPTY),
        ("a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", Unreadable.EMPTY),
        ("a.csv", "x" * (MAX_BYTES + 1), Unreadable.TOO_BIG),
        ("a.csv", CSV.encode("utf-16"), Unreadable.ENCODING),
        ("a.csv", CSV.encode("utf-16-le"), Unreadable.ENCODING),
        (
            "a.csv",
            "date,kind,name,legal_basis\n2026-11-23,swap_off,Nghĩ,x\n".encode("latin-1", "ignore") + b"\xe3",
            Unreadable.ENCODING,
        ),
        ("a.csv", "ngày,loại\n2026-11-23,swap_off\n", Unreadable.HEADER),
        ("a.csv", ICS, Unreadable.HEADER),
        ("a.ics", CSV, Unreadable.NOT_ICALENDAR),
        ("a.ics", "<html></html>", Unreadable.NOT_ICALENDAR),
        ("a.ics", ICS + ICS, Unreadable.TRUNCATED),
        ("a.ics", ICS.replace("END:VEVENT\n", ""), Unreadable.TRUNCATED),
        ("a.ics", ICS.replace("END:VCALENDAR\n", ""), Unreadable.TRUNCATED),
        ("a.ics", ICS[: ICS.index("SUMMARY")], Unreadable.TRUNCATED),
        ("a.csv", CSV + CSV.splitlines()[1].join(["\n"] * 600), Unreadable.TOO_MANY),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_and_says_why(name, raw, why):
    assert refused(name, raw)["why"] is why


def test_every_way_to_cut_an_icalendar_file_short_is_noticed():
    whole = ICS.rstrip("\n").encode()
    for end in range(len(whole)):
        with pytest.raises(CalendarFileRefused):
            read_days("a.ics", whole[:end])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2026-13-45,swap_off,a,b", [(3, Unreadable.DATE)]),
        ("24.11.2026,swap_off,a,b", [(3, Unreadable.DATE)]),
        ("2026-11-24,nghỉ,a,b", [(3, Unreadable.KIND)]),
        (",,a,b", [(3, Unreadable.DATE), (3, Unreadable.KIND)]),
        ("2026-11-24", [(3, Unreadable.KIND)]),
        ('2026-11-24,"swap', [(3, Unreadable.LINE)]),
        ('x\n2026-11-24,holiday,"a" b,c', [(3, Unreadable.DATE), (3, Unreadable.KIND), (4, Unreadable.LINE)]),
    ],
)
def test_a_row_that_cannot_be_read_is_named_by_its_line(line, found):
    assert faults("a.csv", CSV + line) == found


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        ("VALUE=DATE:20261123", "VALUE=DATE:20261323", (3, Unreadable.DATE)),
        ("VALUE=DATE:20261123", "VALUE=DATE:99991231", (3, Unreadable.DATE)),
        ("DTSTART;VALUE=DATE:20261123", "DTSTART:20261123T080000Z", (3, Unreadable.DATE)),
        ("DTSTART;VALUE=DATE:20261123", "X-NOTHING:1", (3, Unreadable.DATE)),
        ("SUMMARY", "DTEND;VALUE=DATE:20261123\nSUMMARY", (3, Unreadable.DATE)),
        ("SUMMARY", "DTEND;VALUE=DATE:20291123\nSUMMARY", (3, Unreadable.DATE)),
        ("SUMMARY", "RRULE:FREQ=YEARLY\nSUMMARY", (3, Unreadable.REPEATS)),
        ("swap_off", "Ngày lễ", (3, Unreadable.KIND)),
        ("SUMMARY:Nghỉ", "SUMMARY Nghỉ", (5, Unreadable.LINE)),
    ],
)
def test_an_event_that_is_no_plain_day_is_named_by_its_line(was, becomes, found):
    assert faults("a.ics", ICS.replace(was, becomes)) == [found]


def test_a_fault_keeps_what_stands_there_but_no_more_than_a_line():
    facts = refused("a.csv", CSV + f"{'x' * 500},holiday,a,b")
    assert facts["faults"] == (Fault(3, Unreadable.DATE, "x" * 40),)
