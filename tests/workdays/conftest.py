"""What tests of the working calendar share: the reviewed days, people of the office, entries in short."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from qcdc_feedback.core.actors import Actor, Post, Role
from qcdc_feedback.workdays.rules import DayKind, Entry, calendar_of

# How long an example takes says more about the machine than about the rule.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SEED = Path(__file__).resolve().parents[2] / "qcdc_feedback" / "seed" / "calendar.json"


def entry_of(row):
    return Entry(date.fromisoformat(row["date"]), DayKind(row["kind"]), row["name"], row["legal_basis"])


@pytest.fixture(scope="session")
def seed():
    """Return the reviewed rows that come with the program."""
    return json.loads(SEED.read_text(encoding="utf-8"))["days"]


@pytest.fixture(scope="session")
def known(seed):
    """Return the reviewed days, each with whether it is confirmed."""
    return [(entry_of(row), row["sure"] == "confirmed") for row in seed]


@pytest.fixture(scope="session")
def calendar(known):
    """Return the calendar that comes with the program."""
    return calendar_of(known)


def _admin(user_id, name):
    return Actor(user_id=user_id, name=name, posts=frozenset({Post(Role.ADMIN, 1)}))


@pytest.fixture(scope="session")
def son():
    """Return an administrator."""
    return _admin(1, "Đặng Ngọc Sơn")


@pytest.fixture(scope="session")
def hoa():
    """Return another administrator."""
    return _admin(2, "Lê Thị Hòa")


@pytest.fixture(scope="session")
def officer():
    """Return somebody who has no say in the calendar."""
    return Actor(user_id=3, name="Trần Quang Vinh", posts=frozenset({Post(Role.OFFICER, 1)}))
