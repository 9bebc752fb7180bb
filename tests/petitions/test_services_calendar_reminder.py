"""In December each administrator hears once that next year's calendar is not confirmed."""

import json
from datetime import datetime

import pytest
import sqlalchemy as sa

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.db import db
from qcdc_feedback.notifications.adapters.rendering import text_of
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.petitions.cli import run_night
from qcdc_feedback.workdays import services as workdays
from tests import given
from tests.conventions import house

NAME = "calendar_reminder_admin"


def on(day):
    """Let it be ten in the morning of that day in Huế."""
    return clock.at(datetime.fromisoformat(f"{day}T10:00:00+07:00"))


@pytest.fixture
def town(inside):
    return given.a_town()


def letters():
    return db.session.scalars(sa.select(Letter).where(Letter.template == NAME)).all()


def test_each_administrator_is_written_to_once_a_year(town):
    for day, new in (
        ("2026-11-30", 0),
        ("2026-12-01", 1),
        ("2026-12-01", 0),
        ("2026-12-20", 0),
        ("2027-12-02", 1),
    ):
        with on(day):
            assert run_night()["reminded of the calendar"] == new, day
    assert [(letter.to_user_id, letter.context["year"]) for letter in letters()] == [
        (town.admin.user_id, 2027),
        (town.admin.user_id, 2028),
    ]


def test_nobody_is_written_to_when_next_year_is_confirmed(town):
    days = json.loads((house.PACKAGE / "seed" / "calendar.json").read_text("utf-8"))["days"]
    of_year = [{**day, "sure": "confirmed"} for day in days if day["date"].startswith("2027")]
    workdays.load_days(SYSTEM, of_year)
    with on("2026-12-01"):
        assert run_night()["reminded of the calendar"] == 0


@pytest.mark.parametrize("name", ["Hồ Văn Quản Trị", ""])
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_letter_names_the_year_and_leads_to_the_calendar(town, locale, name):
    text = text_of(NAME, {"year": 2027, "name": name}, locale)
    assert "2027" in text.subject
    assert "/admin/calendar/2027" in text.body
    assert "%(" not in text.body
    assert "\n\n\n" not in text.body
