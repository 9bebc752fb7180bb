"""Loading the units and authorities of Huế: once is enough, twice does no harm."""

import json
from datetime import date
from pathlib import Path

import pytest

from qcdc_feedback.authorities import queries, services
from qcdc_feedback.authorities.rules import Level, UnitKind, ancestors
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.core.errors import NotFound

SEED = Path(__file__).resolve().parents[2] / "qcdc_feedback" / "seed" / "hue"
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.usefixtures("inside")


@pytest.fixture
def load(inside):
    units = json.loads((SEED / "units.json").read_text(encoding="utf-8"))
    authorities = json.loads((SEED / "authorities.json").read_text(encoding="utf-8"))

    def load_all():
        services.load_units(SYSTEM, units["units"], units["former"])
        services.load_authorities(SYSTEM, authorities["authorities"])

    load_all()
    return load_all


@pytest.mark.usefixtures("load")
def test_hue_has_forty_units_each_with_a_desk_of_its_own():
    units = queries.units_now(TODAY)
    assert len(units) == 40
    for unit in units:
        desk = queries.desk_of_unit(unit.id)
        assert desk.unit_id == unit.id
        assert desk.level is Level.COMMUNE


@pytest.mark.usefixtures("load")
def test_every_former_unit_became_one_of_today():
    now = {unit.id for unit in queries.units_now(TODAY)}
    former = queries.former_units()
    assert len(former) == 133
    assert all({unit.id for unit in queries.successors_of(old.id)} <= now for old in former)
    assert all(queries.successors_of(old.id) for old in former)


@pytest.mark.usefixtures("load")
def test_a_code_that_was_taken_over_names_the_unit_of_today():
    assert queries.find_unit("19777").valid_to is None
    assert [unit.name for unit in queries.former_units() if unit.code == "19777"] == ["Phường Vỹ Dạ"]


@pytest.mark.usefixtures("load")
def test_before_july_2025_the_former_units_were_those_of_the_day():
    assert {unit.id for unit in queries.units_now(date(2025, 6, 30))} == {
        unit.id for unit in queries.former_units()
    }


@pytest.mark.usefixtures("load")
def test_the_city_has_a_root_and_a_desk_and_all_else_stands_below():
    root = queries.root()
    assert root.code == "H46"
    assert queries.city_desk().code == "H46.IOC"
    assert all(ancestors(authority.path)[0] == root.id for authority in queries.below(root))
    assert len(queries.below(root)) == 62


@pytest.mark.usefixtures("load")
def test_lists_come_by_level_and_in_the_order_of_the_alphabet():
    rows = queries.open_authorities()
    assert [row.level for row in rows] == sorted((row.level for row in rows), key=list(Level).index)
    communes = [row.name for row in queries.by_level(Level.COMMUNE)]
    assert communes[0].endswith("phường An Cựu")
    assert communes[-1].endswith("xã Vinh Lộc")
    assert queries.desks()[0].code == "H46.IOC"
    assert [unit.name for unit in queries.units_now(TODAY)][21:23] == ["Xã A Lưới 1", "Xã A Lưới 2"]


def test_loading_again_adds_nothing_and_takes_nothing_back(load):
    works = queries.get_by_code("H46.SXD")
    services.rename_authority(works, SYSTEM, "Sở Xây dựng mới", "New")
    before = queries.unit_ids(), queries.names()
    load()
    assert (queries.unit_ids(), queries.names()) == before
    assert works.name == "Sở Xây dựng mới"


@pytest.mark.usefixtures("load")
def test_townships_are_known_among_the_former_units():
    kinds = {unit.kind for unit in queries.former_units()}
    assert kinds == {UnitKind.WARD, UnitKind.COMMUNE, UnitKind.TOWNSHIP}


def test_what_is_not_there_is_not_found():
    for ask in (
        lambda: queries.get(1),
        lambda: queries.get_by_code("H46"),
        lambda: queries.get_unit(1),
        lambda: queries.get_unit_by_code("19777"),
        queries.root,
        queries.city_desk,
    ):
        with pytest.raises(NotFound):
            ask()
    assert queries.find_by_code("H46") is None
    assert queries.desk_of_unit(1) is None
