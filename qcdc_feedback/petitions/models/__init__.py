"""The tables of petitions."""

from qcdc_feedback.petitions.models.answer import Answer, Commitment, Rating
from qcdc_feedback.petitions.models.attachment import Attachment
from qcdc_feedback.petitions.models.card import Card, LadderStep
from qcdc_feedback.petitions.models.category import Category, RoutingRule
from qcdc_feedback.petitions.models.clock import AppliedChange, Clock, Correction, Extension, Pause
from qcdc_feedback.petitions.models.conversation import Consultation, Explanation, Message
from qcdc_feedback.petitions.models.draft import Draft, DraftFile
from qcdc_feedback.petitions.models.history import HistoryEntry
from qcdc_feedback.petitions.models.petition import Petition
from qcdc_feedback.petitions.models.pledge import Pledge
from qcdc_feedback.petitions.models.register import Register
from qcdc_feedback.petitions.models.words import Release, Submission

__all__ = [
    "Answer",
    "AppliedChange",
    "Attachment",
    "Card",
    "Category",
    "Clock",
    "Commitment",
    "Consultation",
    "Correction",
    "Draft",
    "DraftFile",
    "Explanation",
    "Extension",
    "HistoryEntry",
    "LadderStep",
    "Message",
    "Pause",
    "Petition",
    "Pledge",
    "Rating",
    "Register",
    "Release",
    "RoutingRule",
    "Submission",
]
