"""What officials fill in on the way of a complaint: the document or the reason behind each step."""

from collections.abc import Mapping
from typing import Any, Self

from flask_babel import lazy_gettext as _l

from qcdc_feedback.core.forms import Paragraphs, Pick, required
from qcdc_feedback.petitions.forms.deed import DeedForm, number
from qcdc_feedback.petitions.forms.dispatcher import named
from qcdc_feedback.petitions.rules import intake

_READ_BY_SUBMITTER = _l("Người khiếu nại đọc được.")


class SignForm(DeedForm):
    """How the complaint was signed, and who is competent."""

    authority_id = Pick(
        _l("Cơ quan có thẩm quyền giải quyết"), [required(_l("Chọn cơ quan."))], coerce=number
    )
    note = Paragraphs(
        _l("Ký ở đâu, khi nào, giấy tờ gì?"),
        [required(_l("Ghi việc ký đơn."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Người khiếu nại đọc được. Không ghi số giấy tờ tùy thân."),
    )

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer the authorities."""
        self.authority_id.choices = named(offered["authorities"], _l("Chọn cơ quan"))
        self.propose(authority_id=offered["proposed"])
        return self


class DocumentForm(DeedForm):
    """The document by which a step is taken."""

    note = Paragraphs(
        _l("Số, ngày văn bản và nội dung chính"),
        [required(_l("Ghi số, ngày văn bản."))],
        longest=intake.NOTE_LENGTH,
        description=_READ_BY_SUBMITTER,
    )


class GroundsForm(DeedForm):
    """Why a step is taken that the complainant did not ask for."""

    note = Paragraphs(
        _l("Lý do và căn cứ"),
        [required(_l("Viết lý do và căn cứ."))],
        longest=intake.NOTE_LENGTH,
        description=_READ_BY_SUBMITTER,
    )


class RemarkForm(DeedForm):
    """A remark, if there is one."""

    note = Paragraphs(_l("Ghi chú (không bắt buộc)"), longest=intake.NOTE_LENGTH)
