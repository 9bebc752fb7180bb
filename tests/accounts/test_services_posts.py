"""Posts are given and ended; what one allows ends with it."""

from datetime import timedelta

import pytest

from qcdc_feedback.accounts import queries, rules, services
from qcdc_feedback.authorities.rules import AuthorityClosed
from qcdc_feedback.authorities.services import close_authority
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import SYSTEM, Post, Role
from qcdc_feedback.core.errors import NotAllowed


def test_an_appointed_person_acts_in_the_authority(official, works):
    services.appoint(official, works, SYSTEM, Role.OFFICER)
    assert official.actor.posts == {Post(Role.OFFICER, works.id)}
    assert official.actor.authorities_as(Role.OFFICER) == {works.id}


def test_posts_that_do_not_exclude_each_other_add_up(official, works, city):
    services.appoint(official, works, SYSTEM, Role.OFFICER)
    services.appoint(official, city, SYSTEM, Role.OFFICER)
    services.appoint(official, works, SYSTEM, Role.HEAD)
    assert len(official.actor.posts) == 3


def test_the_same_post_is_given_once(official, works):
    services.appoint(official, works, SYSTEM, Role.OFFICER)
    with pytest.raises(rules.AlreadyAppointed):
        services.appoint(official, works, SYSTEM, Role.OFFICER)


def test_a_post_in_any_authority_excludes(official, works, city):
    services.appoint(official, works, SYSTEM, Role.OFFICER)
    with pytest.raises(rules.RolesExclude):
        services.appoint(official, city, SYSTEM, Role.SUPERVISOR)
    assert official.actor.roles == {Role.OFFICER}


def test_a_post_that_is_over_excludes_nothing(official, works, city):
    assignment = services.appoint(official, works, SYSTEM, Role.OFFICER)
    services.dismiss(assignment, SYSTEM)
    services.appoint(official, city, SYSTEM, Role.SUPERVISOR)
    assert official.actor.roles == {Role.SUPERVISOR}


def test_a_dismissed_person_acts_no_more_and_the_post_stays_on_record(official, works):
    assignment = services.appoint(official, works, SYSTEM, Role.OFFICER)
    services.dismiss(queries.get_assignment(assignment.id), SYSTEM)
    assert official.actor.posts == frozenset()
    assert len(official.assignments) == 1


def test_ending_a_post_twice_keeps_the_first_end(official, works, tomorrow):
    assignment = services.appoint(official, works, SYSTEM, Role.OFFICER)
    services.dismiss(assignment, SYSTEM)
    ended_at = assignment.ended_at
    with tomorrow():
        services.dismiss(assignment, SYSTEM)
    assert assignment.ended_at == ended_at


def test_an_expired_assignment_gives_no_post(official, works, tomorrow):
    services.appoint(official, works, SYSTEM, Role.OFFICER, until=clock.today())
    assert official.actor.posts
    assert [row.id for row in queries.officers_of(works.id)] == [official.id]
    with tomorrow():
        assert official.actor.posts == frozenset()
        assert queries.officers_of(works.id) == []


def test_no_post_ends_before_it_begins(official, works):
    with pytest.raises(rules.AppointmentOver):
        services.appoint(official, works, SYSTEM, Role.OFFICER, until=clock.today() - timedelta(days=1))


def test_nobody_is_appointed_to_a_closed_authority(official, works):
    close_authority(works, SYSTEM)
    with pytest.raises(AuthorityClosed):
        services.appoint(official, works, SYSTEM, Role.OFFICER)


def test_nobody_with_a_closed_account_is_appointed(official, works):
    services.close_account(official, SYSTEM)
    with pytest.raises(rules.AccountClosed):
        services.appoint(official, works, SYSTEM, Role.OFFICER)


def test_only_administrators_give_and_end_posts(official, works):
    assignment = services.appoint(official, works, SYSTEM, Role.HEAD)
    with pytest.raises(NotAllowed):
        services.appoint(official, works, official.actor, Role.OFFICER)
    with pytest.raises(NotAllowed):
        services.dismiss(assignment, official.actor)
    assert official.actor.roles == {Role.HEAD}
