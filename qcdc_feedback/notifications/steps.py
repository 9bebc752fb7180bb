"""Writing a letter down, inside the transaction of the deed it tells of."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db, on_postgresql
from qcdc_feedback.identities import queries as identities
from qcdc_feedback.notifications import rules
from qcdc_feedback.notifications.models import Letter


def enqueue(
    template: str,
    context: Mapping[str, object],
    key: str,
    *,
    contact_id: int | None = None,
    user_id: int | None = None,
    locale: str | None = None,
    due_at: datetime | None = None,
) -> None:
    """Write one letter; asked for again with the same key, write nothing.

    Without a locale it is in the language that the contact chose; officials are written to in Vietnamese.
    The context holds plain values; a date under a name ending in _on and a moment under one in _at come back
    as such in the template.
    """
    if (contact_id is None) == (user_id is None):
        raise ValueError("a letter goes to a contact or to a user")
    letter = {
        "key": key,
        "to_contact_id": contact_id,
        "to_user_id": user_id,
        "template": template,
        "context": rules.packed(context),
        "locale": locale or _language_of(contact_id),
        "due_at": due_at or clock.now(),
    }
    insert = postgresql.insert if on_postgresql() else sqlite.insert
    db.session.execute(insert(Letter).values(letter).on_conflict_do_nothing(index_elements=[Letter.key]))


def _language_of(contact_id: int | None) -> str:
    return rules.OFFICIAL_LOCALE if contact_id is None else identities.locale_of(contact_id)
