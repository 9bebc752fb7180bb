"""What the queries found, as public pages show it: nothing reaches a template that the public may not read."""

from qcdc_feedback.transparency.serializers.lists import Line, by_level, lines, options
from qcdc_feedback.transparency.serializers.procedure import procedure
from qcdc_feedback.transparency.serializers.story import Story, may_see_photo, story

__all__ = [
    "Line",
    "Story",
    "by_level",
    "lines",
    "may_see_photo",
    "options",
    "procedure",
    "story",
]
