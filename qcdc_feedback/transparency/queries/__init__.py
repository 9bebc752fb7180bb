"""Every SELECT of the public pages: lists, one petition, and numbers."""

from qcdc_feedback.transparency.queries.due import get_dated
from qcdc_feedback.transparency.queries.lists import (
    authorities_with_counts,
    choices,
    figures,
    most_overdue,
    newest_answered,
    next_promised,
    petitions,
)
from qcdc_feedback.transparency.queries.story import answers, get_petition, get_photo, history

__all__ = [
    "answers",
    "authorities_with_counts",
    "choices",
    "figures",
    "get_dated",
    "get_petition",
    "get_photo",
    "history",
    "most_overdue",
    "newest_answered",
    "next_promised",
    "petitions",
]
