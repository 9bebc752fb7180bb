"""What the queries found, as public pages show it: what the public may not read reaches no template."""

from qcdc_feedback.transparency.serializers.calendar import year
from qcdc_feedback.transparency.serializers.due import Moved, Why, why
from qcdc_feedback.transparency.serializers.lists import Line, by_level, lines, options
from qcdc_feedback.transparency.serializers.procedure import denunciation, procedure
from qcdc_feedback.transparency.serializers.story import Story, may_see_photo, story

__all__ = [
    "Line",
    "Moved",
    "Story",
    "Why",
    "by_level",
    "denunciation",
    "lines",
    "may_see_photo",
    "options",
    "procedure",
    "story",
    "why",
    "year",
]
