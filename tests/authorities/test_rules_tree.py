"""A place in the tree of authorities, read off its path."""

import pytest

from qcdc_feedback.authorities import rules


@pytest.mark.parametrize(
    ("path", "above"), [("/1/", ()), ("/1/7/", (1,)), ("/1/7/12/", (1, 7)), ("/3/21/113/1/", (3, 21, 113))]
)
def test_the_ids_above_come_from_the_root_down(path, above):
    assert rules.ancestors(path) == above


@pytest.mark.parametrize(
    ("authority_id", "inside"), [(1, True), (7, True), (12, True), (2, False), (71, False), (11, False)]
)
def test_an_authority_is_within_itself_and_those_above(authority_id, inside):
    assert rules.is_within("/1/7/12/", authority_id) is inside


def test_a_path_grows_by_one_id_for_each_step_down():
    assert rules.path_below("", 1) == "/1/"
    assert rules.path_below("/1/", 7) == "/1/7/"


@pytest.mark.parametrize("parent_path", ["/1/7/", "/1/7/12/", "/1/7/12/3/"])
def test_no_authority_stands_above_itself(parent_path):
    with pytest.raises(rules.AboveItself):
        rules.require_not_above_itself("/1/7/", parent_path)


@pytest.mark.parametrize("parent_path", ["/1/", "/1/71/", "/1/2/7/"])
def test_an_authority_may_stand_under_any_other(parent_path):
    rules.require_not_above_itself("/1/7/", parent_path)
