"""What an authority is short of."""

import pytest

from qcdc_feedback.admin.rules import missing_roles
from qcdc_feedback.core.actors import Role

OFFICER, HEAD, DISPATCHER, ADMIN = Role.OFFICER, Role.HEAD, Role.DISPATCHER, Role.ADMIN


@pytest.mark.parametrize(
    ("held", "is_desk", "missing"),
    [
        ((), False, [OFFICER, HEAD]),
        ((), True, [DISPATCHER, OFFICER, HEAD]),
        ((OFFICER,), False, [HEAD]),
        ((OFFICER, HEAD), False, []),
        ((OFFICER, HEAD), True, [DISPATCHER]),
        ((ADMIN,), False, [OFFICER, HEAD]),
        ((OFFICER, HEAD, DISPATCHER), True, []),
    ],
)
def test_an_answer_takes_two_people_and_a_desk_a_third(held, is_desk, missing):
    assert missing_roles(held, is_desk) == missing
