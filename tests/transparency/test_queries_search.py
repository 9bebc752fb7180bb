"""A search reads the newest redacted copy of each petition, whatever happened to others."""

from qcdc_feedback.petitions import queries as petitions
from qcdc_feedback.petitions import services
from qcdc_feedback.transparency import queries, rules
from tests import given


def found(words):
    page = queries.petitions(rules.wanted({"q": words}, []), None, given.clock.today())
    return {row.id for row in page.rows}


def released(town, title):
    petition = given.a_petition(town)
    release(petition, town, title)
    return petition


def release(petition, town, title):
    services.release_petition(
        petition, town.dispatcher, title, "Đã che thông tin cá nhân.", "Chợ Đông Ba", []
    )


def test_a_petition_is_found_also_when_another_was_released_anew(inside):
    town = given.a_town()
    first, other = released(town, "Đèn đường tắt"), released(town, "Cây đổ chắn đường")
    release(other, town, "Cành gãy được gỡ")
    assert found("den duong") == {first.id}
    assert found("chan duong") == set()
    assert found("duoc go") == {other.id}
    assert petitions.count_releases(other.id) == 2
