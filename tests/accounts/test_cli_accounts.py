"""The first administrator is made at the command line."""

import pytest

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.core.actors import Role

PASSWORD = "đèn đường cuối phố"


@pytest.fixture
def create_admin(app, settled):
    def run(email, password=PASSWORD):
        command = ["accounts", "create-admin", email, "Đặng Ngọc Sơn", "--password-stdin"]
        return app.test_cli_runner().invoke(args=command, input=f"{password}\n")

    return run


def test_a_new_administrator_can_sign_in_and_administers_the_root(app, create_admin):
    assert create_admin("quan-tri@example.com").exit_code == 0
    with app.app_context():
        person = services.sign_in(queries.find_by_email("quan-tri@example.com"), PASSWORD)
        assert person.actor.roles == {Role.ADMIN}


def test_an_existing_person_is_appointed(app, create_admin):
    assert create_admin("can-bo@example.com").exit_code == 0
    with app.app_context():
        assert queries.find_by_email("can-bo@example.com").actor.roles == {Role.ADMIN}


def test_a_weak_password_is_refused_in_one_line(app, create_admin):
    result = create_admin("quan-tri@example.com", "ngắn")
    assert result.exit_code == 1
    assert "WeakPassword" in result.output
    assert "Traceback" not in result.output


def test_a_second_appointment_is_refused_in_one_line(create_admin):
    create_admin("quan-tri@example.com")
    assert "AlreadyAppointed" in create_admin("quan-tri@example.com").output
