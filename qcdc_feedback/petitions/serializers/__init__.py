"""Petitions written out: the procedure as a page, counts of days as lines and JSON."""

from qcdc_feedback.petitions.serializers.counting import (
    count_json,
    count_lines,
    count_sentences,
    day_lines,
    days_json,
)
from qcdc_feedback.petitions.serializers.procedure import procedure_page

__all__ = ["count_json", "count_lines", "count_sentences", "day_lines", "days_json", "procedure_page"]
