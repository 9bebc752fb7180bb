"""A file of days is proposed whole or not at all, and nothing of it counts before another person confirms."""

from datetime import UTC, date, datetime

import pytest

from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.workdays import queries, serializers, services
from qcdc_feedback.workdays.rules import CalendarFileRefused, Clash, DayKind, Misfit, Unreadable

HEAD = "date,kind,name,legal_basis\n"
SWAP = "2026-11-23,swap_off,Hoán đổi,Thông báo 1/TB\n2026-11-28,swap_work,Hoán đổi,Thông báo 1/TB\n"
FESTIVAL = date(2026, 11, 23)

pytestmark = pytest.mark.usefixtures("inside")


def load(actor, text, name="lich.csv"):
    return services.import_days(actor, name, text.encode())


def refused(actor, text, name="lich.csv"):
    with pytest.raises(CalendarFileRefused) as refusal:
        load(actor, text, name)
    return refusal.value.facts


def test_imported_days_wait_for_another_person(son, hoa):
    assert load(son, HEAD + SWAP).proposed == 2
    assert queries.work_calendar().is_working(FESTIVAL)
    services.confirm_days(queries.waiting(), hoa)
    assert not queries.work_calendar().is_working(FESTIVAL)
    assert queries.work_calendar().is_working(date(2026, 11, 28))


def test_importing_again_proposes_nothing_new(son, hoa):
    load(son, HEAD + SWAP)
    again = load(hoa, HEAD + SWAP)
    assert (again.proposed, again.known) == (0, 2)
    services.confirm_days(queries.waiting(), hoa)
    once_more = load(son, HEAD + SWAP)
    assert (once_more.proposed, once_more.known) == (0, 2)


@pytest.mark.parametrize("name", ["a.csv", "a.ics"])
def test_an_exported_calendar_is_known_when_it_comes_back(seed, son, name):
    services.load_days(SYSTEM, seed)
    days = queries.special_days(2026)
    stamp = datetime(2026, 11, 23, tzinfo=UTC)
    text = serializers.calendar_csv(days) if name == "a.csv" else serializers.calendar_ical(days, stamp)
    back = load(son, text, name)
    assert (back.proposed, back.known) == (0, 17)


def test_the_days_of_a_notice_may_say_anew_what_was_only_expected(seed, son, hoa):
    services.load_days(SYSTEM, seed)
    rows = [
        f"2027-02-{number:02},{kind},Tết Nguyên đán Đinh Mùi,Thông báo 9/TB-BNV"
        for number, kind in [(each, "holiday") for each in range(4, 9)]
        + [(9, "compensation"), (10, "compensation")]
    ]
    rows.append("2027-09-03,holiday,Quốc khánh,Thông báo 9/TB-BNV")
    assert load(son, HEAD + "\n".join(rows)).proposed == 8
    services.confirm_days(queries.waiting(), hoa)
    assert 2027 in queries.work_calendar().confirmed_years


def test_one_bad_line_and_nothing_is_taken_over(son):
    facts = refused(son, HEAD + SWAP + "2026-11-30,swap_work,Hoán đổi,Thông báo\n")
    assert facts["why"] is Unreadable.LINES
    assert [(fault.line, fault.why) for fault in facts["faults"]] == [(4, Misfit.NEEDS_WEEKEND)]
    assert queries.waiting() == []


def test_all_faults_are_told_each_with_its_line(seed, son, hoa):
    services.load_days(SYSTEM, seed)
    services.propose_day(hoa, date(2026, 12, 31), DayKind.SWAP_OFF, "Hoán đổi", "Thông báo")
    facts = refused(
        son,
        HEAD
        + "2026-11-24,swap_off,a,b\n"
        + "2026-12-31,holiday,a,b\n"
        + SWAP
        + "2026-11-23,holiday,a,b\n"
        + "2026-12-30,holiday,,b\n"
        + "2026-12-29,holiday,a,\n"
        + "2011-12-29,holiday,a,b\n",
    )
    assert [(fault.line, fault.why) for fault in facts["faults"]] == [
        (2, Clash.STANDS),
        (3, Clash.WAITS),
        (6, Clash.TWICE),
        (7, Misfit.NO_NAME),
        (8, Misfit.NO_BASIS),
        (9, Misfit.YEAR),
    ]
    assert len(queries.waiting()) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"), ("a.csv", "xin chào"), ("a.pdf", HEAD + SWAP)],
)
def test_a_file_that_is_no_calendar_leaves_nothing(son, name, text):
    refused(son, text, name)
    assert queries.waiting() == []


def test_the_page_of_the_refusal_names_the_lines(inside, son):
    facts = refused(son, HEAD + "<b>,swap_off,a,b\n" * 25)
    with inside.test_request_context():
        page = inside.jinja_env.get_template("errors/CalendarFileRefused.html")
        text = page.render(error=CalendarFileRefused(**facts), layout="errors/inline.html")
    assert text.count("<li>") == 20
    assert "<b>" not in text
    assert "Dòng 2" in text
