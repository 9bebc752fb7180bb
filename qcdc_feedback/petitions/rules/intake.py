"""What can be accepted when someone files."""

from dataclasses import dataclass

from qcdc_feedback.core.errors import Unacceptable
from qcdc_feedback.petitions.rules.kinds import ACCEPTED_ONLINE, CONTACT_REQUIRED, Channel, Kind

TITLE_LENGTH = 120
BODY_LENGTH = 5000
ADDRESS_LENGTH = 200
BODY_AT_LEAST = 20
NOTE_LENGTH = 2000


class FilingIncomplete(Unacceptable):
    """Something is missing that every petition needs; facts['why'] says what."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a submitter wrote: kept as it came in, never changed."""

    kind: Kind
    channel: Channel
    title: str
    body: str
    address: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who is behind a petition, as they wish to be reached."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    locale: str = "vi"


def check_filing(words: Words, has_unit: bool, has_category: bool, has_contact: bool) -> None:
    """Refuse what cannot be handled; raises FilingIncomplete."""
    faults = {
        "denunciation": words.kind not in ACCEPTED_ONLINE,
        "place": not has_unit,
        "category": not has_category,
        "title": not words.title or len(words.title) > TITLE_LENGTH,
        "body": not BODY_AT_LEAST <= len(words.body) <= BODY_LENGTH,
        "contact": words.kind in CONTACT_REQUIRED and not has_contact,
    }
    for why, is_faulty in faults.items():
        if is_faulty:
            raise FilingIncomplete(why=why)
