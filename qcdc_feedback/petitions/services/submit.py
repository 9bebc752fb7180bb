"""A petition is handed in: by a citizen, or by the desk on behalf of someone who called, wrote or came."""

from collections.abc import Sequence

from qcdc_feedback.accounts import queries as accounts
from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.identities import steps as identities
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Draft, Petition
from qcdc_feedback.petitions.rules.intake import FilingIncomplete, Person, Words
from qcdc_feedback.petitions.rules.kinds import Channel
from qcdc_feedback.petitions.rules.procedure import Party
from qcdc_feedback.petitions.steps.attaching import Upload, keep_all
from qcdc_feedback.petitions.steps.filing import Filing, file_petition


@transaction()
def submit_draft(draft: Draft, submitter: Actor, secret_hash: str) -> Petition:
    """Turn a filing under way into a petition; sent twice, it is still one."""
    db.session.refresh(draft, with_for_update=True)
    if draft.petition_id is not None:
        return queries.get_by_id(draft.petition_id)
    if draft.kind is None or not draft.is_contact_settled:
        raise FilingIncomplete(why="kind" if draft.kind is None else "contact")
    filing = Filing(
        words=Words(draft.kind, Channel.WEB, draft.title, draft.body, draft.address, draft.lat, draft.lon),
        unit=authorities.get_unit(draft.unit_id) if draft.unit_id else None,
        category=queries.get_category(draft.category_id) if draft.category_id else None,
        contact_id=draft.contact_id,
        secret_hash=secret_hash,
        files=tuple(row.file for row in draft.files),
    )
    petition = file_petition(filing, submitter, Party.SUBMITTER)
    draft.petition_id = petition.id
    draft.title = draft.body = draft.address = ""  # the words now stand where they belong
    return petition


@transaction()
def file_on_behalf(
    dispatcher: Actor,
    words: Words,
    unit_id: int,
    category_id: int,
    person: Person,
    secret_hash: str,
    uploads: Sequence[Upload] = (),
) -> Petition:
    """Hand in for someone who called, wrote or came: the same receipt, the same deadlines.

    The same form sent twice carries the same secret, and makes one petition.
    """
    require_role(dispatcher, {Role.DISPATCHER})
    files = keep_all(uploads)
    if dispatcher.user_id is not None:  # of the same form sent twice at once the second must see the first
        db.session.refresh(accounts.get(dispatcher.user_id), with_for_update=True)
    if (earlier := queries.find_by_secret_alone(secret_hash)) is not None:
        return earlier
    contact_id = None
    if person.email or person.phone or person.address:
        kept = identities.keep_contact(person.name, person.email, person.phone, person.address, person.locale)
        contact_id = kept.id
    unit = authorities.get_unit(unit_id)
    if unit is None:
        raise NotFound
    category = queries.get_category(category_id)
    filing = Filing(words, unit, category, contact_id, secret_hash, tuple(files))
    return file_petition(filing, dispatcher, Party.DISPATCHER)
