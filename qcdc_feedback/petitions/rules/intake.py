"""What can be accepted when someone files."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from qcdc_feedback.core.errors import Unacceptable
from qcdc_feedback.core.text import fold
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


class Question(StrEnum):
    """The pages of the guided form, in their order: one thing a page."""

    KIND = "kind"
    PLACE = "place"
    CATEGORY = "category"
    WORDS = "words"
    PHOTOS = "photos"
    CONTACT = "contact"
    CHECK = "check"


QUESTIONS = tuple(Question)


class Answered(Protocol):
    """What has been filled in so far."""

    kind: Kind | None
    unit_id: int | None
    category_id: int | None
    title: str
    body: str
    contact_id: int | None
    is_contact_settled: bool


def first_gap(filing: Answered) -> Question:
    """Return the first page that still wants an answer; CHECK when none does."""
    is_missing = {
        Question.KIND: filing.kind is None,
        Question.PLACE: filing.unit_id is None,
        Question.CATEGORY: filing.category_id is None,
        Question.WORDS: not filing.title or not filing.body,
        Question.CONTACT: not filing.is_contact_settled
        or (filing.contact_id is None and filing.kind in CONTACT_REQUIRED),
    }
    return next((question for question in QUESTIONS if is_missing.get(question)), Question.CHECK)


def is_reached(question: Question, filing: Answered) -> bool:
    """Tell whether everything before the page is answered."""
    return QUESTIONS.index(question) <= QUESTIONS.index(first_gap(filing))


# Only a hint to the person, before anything is sent: nothing is refused for these words.
_ACCUSING = re.compile(
    r"\b(to cao|tham nhung|tham o|hoi lo|nhan tien|an tien|an chan|vu loi|lot tay|bao ke|nhung nhieu)\b"
)


def sounds_like_denunciation(text: str) -> bool:
    """Tell whether the words accuse an official of breaking the law, which a web form may not receive."""
    return _ACCUSING.search(fold(text)) is not None
