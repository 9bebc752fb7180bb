"""Kinds of petition: the four lanes, how they are numbered, and how they may come in."""

from enum import StrEnum


class Kind(StrEnum):
    """What a petition is; the citizen's choice is a hint, the reception desk decides by content."""

    FEEDBACK = "feedback"
    RECOMMENDATION = "recommendation"
    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"


class Channel(StrEnum):
    """The way a petition came in."""

    WEB = "web"
    PHONE = "phone"
    PAPER = "paper"
    COUNTER = "counter"
    EMAIL = "email"


class Variant(StrEnum):
    """Which of a kind's limits applies; the dispatcher decides when routing."""

    NORMAL = "normal"
    URGENT = "urgent"
    COMPLEX = "complex"
    VERY_COMPLEX = "very_complex"
    REMOTE = "remote"
    REMOTE_COMPLEX = "remote_complex"
    PROCEDURE = "procedure"
    LEGAL_DOCUMENT = "legal_document"


class Purpose(StrEnum):
    """Why a file lies with a petition."""

    FILED = "filed"
    ADDED = "added"
    EVIDENCE = "evidence"


REGISTERS = {Kind.FEEDBACK: "PA", Kind.RECOMMENDATION: "GY", Kind.COMPLAINT: "KN"}

# Luật Tố cáo 25/2018 điều 22: a denunciation is written and signed, or told in person; a web form is neither.
ACCEPTED_ONLINE = frozenset(REGISTERS)

# Their words may be read by everyone once a redacted copy is released.
PUBLISHED = frozenset({Kind.FEEDBACK, Kind.RECOMMENDATION})

CONTACT_REQUIRED = frozenset({Kind.RECOMMENDATION, Kind.COMPLAINT})

VARIANTS = {
    Kind.FEEDBACK: (Variant.NORMAL, Variant.URGENT, Variant.COMPLEX),
    Kind.RECOMMENDATION: (Variant.NORMAL, Variant.PROCEDURE, Variant.LEGAL_DOCUMENT),
    Kind.COMPLAINT: (Variant.NORMAL, Variant.COMPLEX, Variant.REMOTE, Variant.REMOTE_COMPLEX),
}


def register_of(kind: Kind, year: int) -> str:
    """Return the register of a kind in a year, 'PA-2026'."""
    return f"{REGISTERS[kind]}-{year}"


def code_of(register: str, number: int) -> str:
    """Return the public code of a petition, 'PA-2026-000123'."""
    return f"{register}-{number:06d}"
