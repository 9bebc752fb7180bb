"""What is asked about people; whoever calls get or address_of reads personal data."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.identities.models import Contact


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes."""

    name: str
    email: str


def get(contact_id: int) -> Contact:
    """Return all we know of a person; raises NotFound."""
    contact = db.session.get(Contact, contact_id)
    if contact is None:
        raise NotFound
    return contact


def pseudonym(contact_id: int) -> str:
    """Return the code by which other rooms know a person; raises NotFound."""
    return get(contact_id).pseudonym


def pseudonyms(contact_ids: Collection[int]) -> dict[int, str]:
    """Return the codes of several people by their ids."""
    rows = select(Contact.id, Contact.pseudonym).where(Contact.id.in_(contact_ids))
    return {row.id: row.pseudonym for row in db.session.execute(rows)}


def is_taken(code: str) -> bool:
    """Tell whether someone has this pseudonym already."""
    return db.session.scalar(select(Contact.id).filter_by(pseudonym=code)) is not None


def locale_of(contact_id: int) -> str:
    """Return the language in which a person is written to; raises NotFound."""
    return get(contact_id).locale


def address_of(contact_id: int) -> Address | None:
    """Return where letters to a person go; None for who left no e-mail address or was erased."""
    contact = db.session.get(Contact, contact_id)
    if contact is None or contact.email is None:
        return None
    return Address(contact.name, contact.email)
