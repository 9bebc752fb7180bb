"""What supervisors fill in: a question to the head, a warning to those above."""

from collections.abc import Mapping
from typing import Any, Self

from flask_babel import lazy_gettext as _l

from qcdc_feedback.core.forms import Day, Paragraphs, required
from qcdc_feedback.petitions.forms.deed import DeedForm
from qcdc_feedback.petitions.rules import intake


class DemandForm(DeedForm):
    """What the head must explain, by when."""

    question = Paragraphs(
        _l("Cần giải trình điều gì?"),
        [required(_l("Viết câu hỏi."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Câu hỏi và câu trả lời đều công khai."),
    )
    due_on = Day(_l("Trả lời trước hết ngày"), [required(_l("Chọn ngày."))])

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Propose the date that the limits give."""
        self.propose(due_on=offered["due_on"])
        return self


class EscalateForm(DeedForm):
    """What those above should know."""

    note = Paragraphs(_l("Lời cảnh báo"), [required(_l("Viết lời cảnh báo."))], longest=intake.NOTE_LENGTH)
