"""Each deed is written down, recorded and told; a refusal leaves no trace."""

import json

import pytest
import sqlalchemy as sa

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotAllowed
from qcdc_feedback.identities.models import Contact
from qcdc_feedback.ledger import queries as ledger
from qcdc_feedback.ledger.models import LedgerRow
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.procedure import State
from tests import given


@pytest.fixture
def town(inside):
    return given.a_town()


def letters() -> list[tuple[str, int | None, int | None]]:
    """Return template and addressee of every letter written, in order."""
    rows = sa.select(Letter.template, Letter.to_user_id, Letter.to_contact_id).order_by(Letter.id)
    return [tuple(row) for row in db.session.execute(rows)]


def test_filing_tells_the_submitter_and_every_dispatcher_of_the_desk(town):
    petition = given.a_filing()
    told = letters()
    assert ("submit_submitter", None, petition.contact_id) in told
    desk = {town.dispatcher.user_id, town.second_dispatcher.user_id}
    assert {user for template, user, _ in told if template == "submit_dispatcher"} == desk


def test_the_one_who_acts_is_not_told_of_the_own_deed(town):
    petition = given.a_petition(town, at=State.RECEIVED)
    services.hand_over_petition(petition, town.dispatcher, town.id_of("H46.19789"))
    services.hand_over_petition(petition, town.commune_dispatcher, town.id_of("H46.IOC"))
    handed = [user for template, user, _ in letters() if template == "hand_over_dispatcher"]
    assert handed == [
        town.commune_dispatcher.user_id,
        town.dispatcher.user_id,
        town.second_dispatcher.user_id,
    ]


def test_who_leaves_no_address_gets_no_letter(town):
    given.a_filing(email="")
    assert not [template for template, _, contact in letters() if contact]


def test_letters_carry_no_words_of_the_petition_and_no_name(town):
    given.a_petition(
        town, at=State.ANSWERED, title="Canary title", body="Canary body, long enough to be filed."
    )
    contexts = " ".join(json.dumps(row, default=str) for row in db.session.scalars(sa.select(Letter.context)))
    assert "anary" not in contexts
    assert "Lan" not in contexts


def test_followers_of_a_merged_petition_hear_the_answer_too(town):
    main = given.a_petition(town, at=State.RECEIVED)
    follower = given.a_petition(town, at=State.RECEIVED, email="minh@example.com")
    services.merge_petition(follower, town.dispatcher, main.code)
    services.route_petition(main, town.dispatcher, town.id_of("H46.SXD"))
    services.take_petition(main, town.officer)
    services.draft_answer(main, town.officer, given.an_answer())
    services.publish_answer(main, town.head)
    assert ("publish_follower", None, follower.contact_id) in letters()


def test_after_an_appeal_another_dispatcher_decides_and_only_that_one_is_told(town):
    petition = given.a_petition(town, at=State.REJECTED)
    services.appeal_rejection(petition, given.submitter_of(petition), "Tôi đã ghi rõ.")
    assert [user for template, user, _ in letters() if template == "appeal_dispatcher"] == [
        town.second_dispatcher.user_id
    ]
    with pytest.raises(NotAllowed):
        services.route_petition(petition, town.dispatcher, town.id_of("H46.SXD"))
    services.route_petition(petition, town.second_dispatcher, town.id_of("H46.SXD"))


def test_an_appeal_goes_to_the_city_where_the_commune_has_nobody_else(town):
    petition = given.a_petition(town, at=State.RECEIVED, category="urban_order")
    assert petition.desk_id == town.id_of("H46.19789")
    services.reject_petition(petition, town.commune_dispatcher, "not_clear", "Không rõ.")
    services.appeal_rejection(petition, given.submitter_of(petition), "Tôi đã ghi rõ.")
    assert petition.desk_id == town.id_of("H46.IOC")


def test_every_deed_is_a_row_of_the_ledger_that_follows_the_one_before(town):
    petition = given.a_petition(town, at=State.ANSWERED)
    story = ledger.story(petition.subject)
    kinds = [json.loads(row.content)["t"] for row in story]
    assert kinds == [
        "case.received",
        "case.published",
        "case.assigned",
        "case.accepted",
        "case.draft",
        "case.replied",
    ]
    assert [row.prev_hash for row in story[1:]] == [row.leaf_hash for row in story[:-1]]


def test_the_ledger_holds_no_words_and_no_names(town):
    given.a_petition(
        town, at=State.CLOSED, title="Canary title", body="Canary body, long enough to be filed."
    )
    record = " ".join(db.session.scalars(sa.select(LedgerRow.content)))
    for telling in ("anary", "Lan", "0900", "example.com", "Lê Lợi", "cáp ngầm"):
        assert telling not in record


def test_a_refused_deed_leaves_history_ledger_and_outbox_as_they_were(town):
    petition = given.a_petition(town, at=State.ROUTED)
    before = (len(queries.history(petition.id)), len(ledger.story(petition.subject)), len(letters()))
    with pytest.raises(NotAllowed):
        services.take_petition(petition, town.other_officer)
    assert (len(queries.history(petition.id)), len(ledger.story(petition.subject)), len(letters())) == before


def test_contact_data_stands_in_its_own_table_and_nowhere_in_the_petition(town):
    petition = given.a_filing()
    row = db.session.execute(sa.select(Petition.__table__).where(Petition.id == petition.id)).one()
    assert not [value for value in row if "Lan" in str(value) or "lan@" in str(value) or "0900" in str(value)]
    assert db.session.get_one(Contact, petition.contact_id).email == "lan@example.com"


def test_a_complaint_is_told_and_timed_by_its_own_table(town):
    petition = given.a_petition(town, at=State.DECIDED, kind=Kind.COMPLAINT)
    told = [template for template, _, contact in letters() if contact]
    assert told == [
        "submit_submitter",
        "sign_submitter",
        "accept_submitter",
        "verify_submitter",
        "decide_submitter",
    ]
    services.complain_again(petition, given.submitter_of(petition), "Chưa thỏa đáng.")
    assert (petition.instance, petition.authority_id) == (2, town.id_of("H46"))


def test_merging_makes_no_circle_and_no_dead_end(town):
    first, second, third = (given.a_filing() for _ in range(3))
    services.merge_petition(second, town.dispatcher, first.code)
    from_main = (first, third.code)
    into_itself = (third, third.code)
    into_merged = (third, second.code)
    for petition, code in (from_main, into_itself, into_merged):
        with pytest.raises(NotNow):
            services.merge_petition(petition, town.dispatcher, code)
        assert petition.merged_into_id is None
