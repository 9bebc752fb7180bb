"""Sixteen people press the same button at once: exactly one deed, fifteen clear refusals."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from qcdc_feedback.core.actors import GUEST
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import DomainError
from qcdc_feedback.ledger import queries as ledger
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.rules.intake import Person, Words
from qcdc_feedback.petitions.rules.kinds import Channel, Kind
from qcdc_feedback.petitions.rules.procedure import TABLES, Action, State
from tests import deeds, given

PEOPLE = 16
TABLE = [move for move in TABLES[Kind.FEEDBACK] if move.action in deeds.DEEDS]
# Merging files a second petition on the way: its own test below. Reminding may be done again and again.
ROWS = {
    move.action: move for move in TABLE if move.action not in (Action.MERGE, Action.REMIND, Action.ADVISE)
}
# Where no authority has it yet, the small town has no head for it.
HEADLESS = {State.RECEIVED, State.AWAITING_SUBMITTER, State.REJECTED, State.MERGED, State.WITHDRAWN}

pytestmark = pytest.mark.races


def all_at_once(app, deed):
    """Let sixteen threads do the deed behind one barrier; return what came of each."""
    barrier = threading.Barrier(PEOPLE)

    def one(_number):
        with app.app_context():
            barrier.wait()
            try:
                return deed()
            except DomainError as refusal:
                return refusal

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(one, range(PEOPLE)))


@pytest.mark.parametrize("action", ROWS, ids=str)
def test_the_same_deed_done_sixteen_times_at_once_has_one_effect(clean, action):
    move = ROWS[action]
    with clean.app_context():
        town = given.a_town()
        petition = deeds.ready_for(move, min(move.sources - HEADLESS or move.sources), town)
        actor = deeds.actor_for(min(move.by), petition, town)
        lines, version, petition_id, subject = (
            deeds.effects(petition),
            petition.version,
            petition.id,
            petition.subject,
        )
        leaves = len(ledger.story(subject))

    def deed():
        mine = db.session.get_one(Petition, petition_id)
        return deeds.DEEDS[action](mine, town, actor, version)

    results = all_at_once(clean, deed)
    refused = [result for result in results if isinstance(result, DomainError)]
    with clean.app_context():
        petition = queries.get_by_id(petition_id)
        assert len(queries.history(petition_id)) == lines + 1
        assert len(ledger.story(subject)) == leaves + 1
    assert len(refused) == PEOPLE - 1
    assert {result.status for result in refused} <= {403, 409}


def test_the_same_form_sent_sixteen_times_at_once_is_one_petition(clean):
    with clean.app_context():
        given.a_town()
        before = given.a_filing()
        token = "the same form"
        draft = services.begin_draft(codes.token_hash(token))
        services.fill_draft(draft, kind=Kind.FEEDBACK, unit_id=before.unit_id, category_id=before.category_id)
        services.fill_draft(draft, title="Đèn hỏng", body="Đèn hỏng một tuần nay chưa sửa.")
        services.settle_contact(draft, None)

    def deed():
        mine = queries.find_draft(codes.token_hash(token))
        return services.submit_draft(mine, GUEST, codes.fingerprint("secret", given.KEY)).code

    codes_given = set(all_at_once(clean, deed))
    assert len(codes_given) == 1
    with clean.app_context():
        assert db.session.query(Petition).count() == 2


def test_sixteen_citizens_filing_at_once_get_sixteen_numbers(clean):
    with clean.app_context():
        given.a_town()
    numbers = all_at_once(clean, lambda: given.a_filing().code)
    assert len(set(numbers)) == PEOPLE


def test_the_same_form_for_someone_else_sent_sixteen_times_at_once_is_one_petition(clean):
    with clean.app_context():
        dispatcher = given.a_town().dispatcher
        before = given.a_filing()
        place = (before.unit_id, before.category_id)
    words = Words(Kind.FEEDBACK, Channel.PHONE, "Đèn hỏng", "Đèn hỏng một tuần nay chưa sửa.", "")

    def deed():
        return services.file_on_behalf(dispatcher, words, *place, Person(), "f" * 64).code

    assert len(set(all_at_once(clean, deed))) == 1
