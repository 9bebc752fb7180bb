"""A citizen fills in the form page by page; every page is kept, also when the next one is never sent."""

from typing import Any

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.core.errors import Conflict, NotFound
from qcdc_feedback.files.rules import accept_together
from qcdc_feedback.identities import queries as people
from qcdc_feedback.identities import steps as identities
from qcdc_feedback.petitions.models import Draft, DraftFile
from qcdc_feedback.petitions.rules.intake import Person
from qcdc_feedback.petitions.steps.attaching import Upload, keep_all

_FIELDS = frozenset({"kind", "unit_id", "category_id", "address", "lat", "lon", "title", "body"})


class AlreadySent(Conflict):
    """The form has become a petition; its words no longer change."""


@transaction()
def begin_draft(token_hash: str) -> Draft:
    """Begin a filing for a browser that keeps the token."""
    draft = Draft(token_hash=token_hash, created_at=clock.now())
    db.session.add(draft)
    return draft


@transaction()
def fill_draft(draft: Draft, **values: Any) -> None:
    """Keep what one page asked for; raises AlreadySent."""
    _still_open(draft)
    for name, value in values.items():
        if name not in _FIELDS:
            raise ValueError(f"not a field of a filing: {name}")
        setattr(draft, name, value)


@transaction()
def settle_contact(draft: Draft, person: Person | None) -> None:
    """Keep who is behind the filing, apart from its words; None: the citizen leaves no contact."""
    _still_open(draft)
    draft.is_contact_settled = True
    if person is None:
        _forget_person(draft)
    elif draft.contact_id is None:
        kept = identities.keep_contact(person.name, person.email, person.phone, person.address, person.locale)
        draft.contact_id = kept.id
    else:
        contact = people.get(draft.contact_id)
        identities.change_contact(contact, person.name, person.email, person.phone, person.address)
        contact.locale = person.locale


@transaction()
def attach_to_draft(draft: Draft, uploads: list[Upload]) -> None:
    """Add files to a filing, bounded together with those it has; raises FileRefused."""
    files = keep_all(uploads)
    _still_open(draft)
    accept_together([row.file.size for row in draft.files] + [file.size for file in files])
    draft.files.extend(DraftFile(file=file) for file in files)


@transaction()
def detach_from_draft(draft: Draft, draft_file_id: int) -> None:
    """Take a file off a filing."""
    _still_open(draft)
    draft.files[:] = [row for row in draft.files if row.id != draft_file_id]


@transaction()
def sweep_draft(draft: Draft) -> None:
    """Throw away a filing that was never sent, and forget who began it."""
    _still_open(draft)
    _forget_person(draft)
    db.session.delete(draft)


def _still_open(draft: Draft) -> None:
    if db.session.get(Draft, draft.id, populate_existing=True, with_for_update=True) is None:
        raise NotFound  # swept, or thrown away in another window
    if draft.petition_id is not None:
        raise AlreadySent(code="")


def _forget_person(draft: Draft) -> None:
    if draft.contact_id is not None:
        identities.erase_contact(people.get(draft.contact_id), clock.now())
        draft.contact_id = None
