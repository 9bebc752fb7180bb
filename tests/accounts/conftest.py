"""Two authorities, an administrator's right, and an official who knows a password."""

from datetime import timedelta

import pytest

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.accounts.models import User
from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.authorities.queries import get_by_code
from qcdc_feedback.authorities.rules import Level
from qcdc_feedback.authorities.services import found_authority
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Role

EMAIL = "can-bo@example.com"
PASSWORD = "đèn đường cuối phố"


@pytest.fixture
def tomorrow():
    """Return a way to let it be the day after."""
    return lambda days=1: clock.at(clock.now() + timedelta(days=days))


@pytest.fixture
def city(inside) -> Authority:
    return found_authority(None, SYSTEM, "H", "Ủy ban nhân dân", "People's Committee", Level.CITY)


@pytest.fixture
def works(city) -> Authority:
    return found_authority(city, SYSTEM, "H.SXD", "Sở Xây dựng", "Construction", Level.DEPARTMENT)


@pytest.fixture
def official(inside) -> User:
    return services.open_account(SYSTEM, EMAIL, "Trần Quang Vinh", PASSWORD)


@pytest.fixture
def settled(app, client):
    """Fill the database for pages: a city and one official; no context is held open."""
    with app.app_context():
        found_authority(None, SYSTEM, "H", "Ủy ban nhân dân", "People's Committee", Level.CITY)
        services.open_account(SYSTEM, EMAIL, "Trần Quang Vinh", PASSWORD)


@pytest.fixture
def appointed(app, settled):
    """Return a way to give the official posts."""

    def appoint(*roles: Role, **terms):
        with app.app_context():
            for role in roles:
                services.appoint(queries.find_by_email(EMAIL), get_by_code("H"), SYSTEM, role, **terms)

    return appoint
