"""Administrators found, rename, move and close authorities."""

import pytest

from qcdc_feedback.authorities import queries, rules, services
from qcdc_feedback.authorities.rules import Level
from qcdc_feedback.core import clock
from qcdc_feedback.core.errors import NotAllowed


def test_a_new_authority_stands_below_its_superior(city):
    assert city.lamps.path == f"/{city.top.id}/{city.works.id}/{city.lamps.id}/"
    assert rules.ancestors(city.lamps.path) == (city.top.id, city.works.id)
    assert queries.get_by_code("H.SXD.D") is city.lamps


def test_a_code_is_given_once(city, admin):
    with pytest.raises(rules.CodeTaken):
        services.found_authority(city.top, admin, "H.SXD", "Sở khác", "Other", Level.DEPARTMENT)


def test_nothing_is_founded_below_a_closed_authority(city, admin):
    services.close_authority(city.lamps, admin)
    with pytest.raises(rules.AuthorityClosed):
        services.found_authority(city.lamps, admin, "H.X", "Tổ", "Team", Level.AGENCY)
    assert queries.find_by_code("H.X") is None


def test_a_renamed_authority_keeps_its_code(city, admin):
    services.rename_authority(city.works, admin, "Sở Xây dựng và Giao thông", "Construction and Transport")
    assert queries.names()[city.works.id] == (
        "H.SXD",
        "Sở Xây dựng và Giao thông",
        "Construction and Transport",
    )


def test_a_moved_authority_takes_those_below_with_it(city, admin):
    office = services.found_authority(city.top, admin, "H.VP", "Văn phòng", "Office", Level.AGENCY)
    services.move_authority(city.works, office, admin)
    assert rules.ancestors(city.lamps.path) == (city.top.id, office.id, city.works.id)
    assert [authority.code for authority in queries.below(office)] == ["H.SXD", "H.SXD.D"]
    assert city.works.parent_id == office.id


def test_an_authority_is_not_moved_below_itself(city, admin):
    with pytest.raises(rules.AboveItself):
        services.move_authority(city.works, city.lamps, admin)


def test_a_closed_authority_is_offered_no_more_and_still_has_its_name(city, admin):
    services.close_authority(city.lamps, admin)
    assert city.lamps.closed_on == clock.today()
    assert "H.SXD.D" not in {row.code for row in queries.open_authorities()}
    assert city.lamps.id in queries.names()


def test_an_authority_is_closed_once(city, admin):
    services.close_authority(city.lamps, admin)
    with pytest.raises(rules.AuthorityClosed):
        services.close_authority(city.lamps, admin)


def test_an_authority_above_open_ones_is_not_closed(city, admin):
    with pytest.raises(rules.NeededByOthers):
        services.close_authority(city.works, admin)
    services.close_authority(city.lamps, admin)
    services.close_authority(city.works, admin)
    assert not city.works.is_open


def test_the_root_is_never_closed(city, admin):
    services.close_authority(city.lamps, admin)
    services.close_authority(city.works, admin)
    with pytest.raises(rules.NeededByOthers):
        services.close_authority(city.top, admin)


@pytest.mark.parametrize(
    "deed",
    [
        lambda city, actor: services.found_authority(city.top, actor, "H.X", "Tổ", "Team", Level.AGENCY),
        lambda city, actor: services.rename_authority(city.works, actor, "Sở khác", "Other"),
        lambda city, actor: services.move_authority(city.lamps, city.top, actor),
        lambda city, actor: services.close_authority(city.lamps, actor),
        lambda city, actor: services.load_units(actor, [], []),
        lambda city, actor: services.load_authorities(actor, []),
    ],
    ids=["found", "rename", "move", "close", "load units", "load authorities"],
)
def test_only_administrators_change_authorities(city, head, deed):
    with pytest.raises(NotAllowed):
        deed(city, head)
