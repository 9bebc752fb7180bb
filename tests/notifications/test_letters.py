"""Every letter the tables ask for: both languages, with a date and without, and never a word too many."""

from datetime import date

import pytest

from qcdc_feedback.notifications.adapters.rendering import text_of
from qcdc_feedback.petitions.rules import limits, procedure
from qcdc_feedback.petitions.rules.procedure import Party

CODE = "PA-2026-000123"
SITE = "https://qcdc.example"
LETTERS = sorted(procedure.letters())
WITH_DATES = {"due_on": date(2026, 12, 7), "promised_on": date(2027, 1, 15)}
WITHOUT = {"due_on": None, "promised_on": None}
TO_SUBMITTERS = (f"_{Party.SUBMITTER}", f"_{Party.FOLLOWER}")

# The numbers that stand in words, and what they must be.
NUMBERS = {
    "ask_submitter": f"{limits.LAPSE_AFTER} ngày làm việc",
    "remind_submitter": f"{limits.REMIND_SUBMITTER_AFTER} ngày làm việc",
    "lapse_submitter": f"{limits.LAPSE_AFTER} ngày làm việc",
    "lapse_asker": f"{limits.LAPSE_AFTER} ngày làm việc",
    "reject_submitter": f"{limits.APPEAL_WITHIN} ngày kể từ hôm nay",
    "publish_submitter": f"{limits.REOPEN_WITHIN} ngày kể từ hôm nay",
    "keep_promise_submitter": f"{limits.REOPEN_WITHIN} ngày kể từ hôm nay",
    "decline_reopen_submitter": f"{limits.REOPEN_WITHIN} ngày kể từ ngày công bố",
    "rate_handler": f"{limits.REOPEN_WITHIN} ngày kể từ ngày công bố",
}
AGAIN = [limits.limit_by_key(key).days for key in ("KN.again", "KN.again.remote")]

pytestmark = pytest.mark.usefixtures("inside")


@pytest.fixture
def written(inside, monkeypatch):
    """Return a way to write a letter as the postman does."""
    monkeypatch.setitem(inside.config, "BASE_URL", SITE)

    def write(name, locale="vi", recipient="Lê Thị Hoa", dates=WITH_DATES):
        context = {"code": CODE, "authority": "Sở Xây dựng", "name": recipient, **dates}
        return text_of(name, context, locale)

    return write


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_a_letter_says_what_it_is_about_and_where_to_go(written, name, locale):
    for dates in (WITH_DATES, WITHOUT):
        text = written(name, locale, dates=dates)
        root = SITE if locale == "vi" else f"{SITE}/en"
        page = f"{root}/track" if name.endswith(TO_SUBMITTERS) else f"{root}/workspace/{CODE}"
        assert CODE in text.subject
        assert page in text.body
        assert "Lê Thị Hoa" in text.body.splitlines()[0]


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_a_letter_is_whole_and_tidy(written, name, locale):
    for dates in (WITH_DATES, WITHOUT):
        for recipient in ("Lê Thị Hoa", ""):
            text = written(name, locale, recipient, dates)
            for trace in ("{", "}", "%(", "None", " ,", "\n\n\n", "&#"):
                assert trace not in f"{text.subject}\n{text.body}", trace


@pytest.mark.parametrize("name", LETTERS)
def test_a_subject_is_short_and_tells_a_stranger_nothing(written, name):
    subject = written(name).subject
    assert len(subject) <= 78
    for word in ("Lê Thị Hoa", "Sở Xây dựng", "khiếu nại", "phản ánh", "kiến nghị", "tố cáo"):
        assert word not in subject or name.startswith("complain_again")


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_without_a_date_names_none(written, name):
    assert not any(year in written(name, dates=WITHOUT).body for year in ("/2026", "/2027"))


@pytest.mark.parametrize(
    "name", ["route_submitter", "transfer_submitter", "reopen_submitter", "grant_extension_submitter"]
)
def test_the_submitter_is_told_who_answers_by_when(written, name):
    body = written(name).body
    assert "Sở Xây dựng" in body
    assert "07/12/2026" in body


def test_a_promise_is_told_with_its_day(written):
    assert "15/01/2027" in written("publish_submitter").body
    assert "15/01/2027" in written("publish_follower").body


def test_who_follows_another_petition_is_led_to_it(written):
    assert f"{SITE}/petitions/{CODE}" in written("publish_follower").body


@pytest.mark.parametrize("name", NUMBERS)
def test_days_in_words_are_those_of_the_law(written, name):
    assert NUMBERS[name] in written(name).body


def test_the_way_to_a_second_complaint_is_told_with_the_days_of_the_law(written):
    body = written("decide_submitter").body
    assert [f"{days} ngày" in body for days in AGAIN] == [True, True]
