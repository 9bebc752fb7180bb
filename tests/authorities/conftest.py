"""A small city: a People's Committee, a department, and people who may and may not change them."""

from types import SimpleNamespace

import pytest

from qcdc_feedback.authorities import services
from qcdc_feedback.authorities.rules import Level
from qcdc_feedback.core.actors import SYSTEM, Actor, Post, Role


@pytest.fixture
def admin():
    return Actor(user_id=1, name="Đặng Ngọc Sơn", posts=frozenset({Post(Role.ADMIN, 1)}))


@pytest.fixture
def head():
    return Actor(user_id=2, name="Phạm Thị Thu Hương", posts=frozenset({Post(Role.HEAD, 1)}))


@pytest.fixture
def city(inside):
    top = services.found_authority(None, SYSTEM, "H", "Ủy ban", "Committee", Level.CITY)
    works = services.found_authority(top, SYSTEM, "H.SXD", "Sở Xây dựng", "Construction", Level.DEPARTMENT)
    lamps = services.found_authority(works, SYSTEM, "H.SXD.D", "Đội điện", "Lamps", Level.AGENCY)
    return SimpleNamespace(top=top, works=works, lamps=lamps)
