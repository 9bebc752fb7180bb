"""What the administrator's pages count: posts of today only, and of open accounts."""

from datetime import timedelta

import pytest

from qcdc_feedback.accounts import services
from qcdc_feedback.admin import queries
from qcdc_feedback.authorities import queries as offices
from qcdc_feedback.authorities import services as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Role
from qcdc_feedback.petitions.queries import find_category
from tests import given


@pytest.fixture
def works(inside):
    given.a_town()
    return offices.get_by_code("H46.SXD")


def a_person(name="Mai Văn Mới"):
    return services.open_account(SYSTEM, f"{len(name)}@example.com", name, None)


def test_an_account_without_a_post_is_idle(works):
    before = queries.people_counts()
    person = a_person()
    assert (queries.people_counts().open, queries.people_counts().idle) == (before.open + 1, before.idle + 1)
    services.appoint(person, works, SYSTEM, Role.OFFICER)
    assert queries.people_counts().idle == before.idle


def test_a_closed_account_counts_nowhere(works):
    before = queries.people_counts()
    services.close_account(a_person(), SYSTEM)
    assert queries.people_counts() == before


def test_a_post_counts_on_its_last_day_and_not_after(works):
    person = a_person()
    services.appoint(person, works, SYSTEM, Role.DISPATCHER, clock.today())
    assert Role.DISPATCHER in queries.roles_held()[works.id]
    assert person.id in [post.user_id for post in queries.posts_in(works.id)]
    with clock.at(clock.now() + timedelta(days=1)):
        assert Role.DISPATCHER not in queries.roles_held()[works.id]
        assert person.id not in [post.user_id for post in queries.posts_in(works.id)]


def test_posts_stand_in_the_order_of_roles_then_names(works):
    posts = [(post.role, post.name) for post in queries.posts_in(works.id)]
    assert posts == [
        (Role.OFFICER, "Lê Văn Cán Bộ"),
        (Role.OFFICER, "Đỗ Thị Cán Bộ"),
        (Role.HEAD, "Nguyễn Thị Lãnh Đạo"),
    ]


def test_authorities_come_level_by_level_with_their_superior(works):
    rows = queries.offices()
    assert rows[0].code == "H46"
    assert rows[0].superior is None
    assert [row.superior for row in rows if row.code == "H46.SXD"] == [rows[0].name]


def test_a_closed_authority_is_listed_but_not_below_its_superior(works):
    authorities.close_authority(offices.get_by_code("H46.MTDT"), SYSTEM)
    codes = [row.code for row in queries.directly_below(offices.root().id)]
    assert "H46.MTDT" not in codes
    assert "H46.SXD" in codes
    assert "H46.MTDT" in [row.code for row in queries.offices()]


def test_routing_rules_name_where_a_petition_goes(works):
    (rule,) = queries.routing(find_category("lighting_trees").id)
    assert (rule.unit, rule.authority_id, rule.at_city_desk) == (None, works.id, True)
    (rule,) = queries.routing(find_category("urban_order").id)
    assert (rule.authority_id, rule.at_city_desk) == (None, False)
