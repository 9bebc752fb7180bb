"""Keeping, correcting and forgetting people."""

import secrets
from datetime import datetime

from qcdc_feedback.core.db import db
from qcdc_feedback.identities import queries, rules
from qcdc_feedback.identities.models import Contact

_LENGTHS = (4, 4, 5, 5, 6, 6)  # longer only when the short ones are running out


def keep_contact(
    name: str, email: str = "", phone: str = "", address: str = "", locale: str = "vi"
) -> Contact:
    """Keep a person under a fresh pseudonym; raises ContactRefused."""
    contact = Contact(pseudonym=_unused_pseudonym(), locale=locale)
    change_contact(contact, name, email, phone, address)
    db.session.add(contact)
    db.session.flush()
    return contact


def change_contact(contact: Contact, name: str, email: str = "", phone: str = "", address: str = "") -> None:
    """Write down how the person can be reached from now on; raises ContactRefused."""
    contact.name = rules.plain_name(name)
    contact.email = rules.plain_email(email)
    contact.phone = rules.plain_phone(phone)
    contact.address = rules.plain_address(address)


def erase_contact(contact: Contact, at: datetime) -> None:
    """Forget the person; the pseudonym stays, so that the petition still has a submitter."""
    contact.name = ""
    contact.email = contact.phone = contact.address = None
    contact.erased_at = at


def _unused_pseudonym() -> str:
    for length in _LENGTHS:
        code = "".join(secrets.choice(rules.CROCKFORD) for _ in range(length))
        if not queries.is_taken(code):
            return code
    raise RuntimeError("no pseudonym is free: make them longer")
