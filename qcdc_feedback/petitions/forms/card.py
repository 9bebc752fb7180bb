"""What is said about a yellow or red card: by the head of the late authority, and by supervisors."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectChoice
from wtforms.validators import AnyOf

from qcdc_feedback.core.forms import Choice, Form, Paragraphs, required
from qcdc_feedback.petitions.rules import intake
from qcdc_feedback.petitions.rules.escalation import CardStatus

CONFIRM, DROP = "confirm", "drop"


class ContestForm(Form):
    """Why a card would be wrong."""

    objection = Paragraphs(
        _l("Vì sao thẻ này không đúng?"),
        [required(_l("Viết lý do."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Cơ quan giám sát đọc ý kiến này trước khi quyết định. Chỉ gửi được một lần."),
    )


class DecideCardForm(Form):
    """Whether a card stands; seen is how it stood when the person read it."""

    seen = HiddenField(validators=[AnyOf(list(CardStatus))])
    verdict = Choice(
        _l("Quyết định"),
        [required(_l("Chọn giữ thẻ hoặc bỏ thẻ."))],
        choices=[
            SelectChoice(CONFIRM, _l("Giữ thẻ: ai cũng thấy trên trang công khai của vụ việc")),
            SelectChoice(DROP, _l("Bỏ thẻ: không ai thấy trên trang công khai")),
        ],
    )
    decision = Paragraphs(
        _l("Lý do"),
        [required(_l("Viết lý do."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Cơ quan bị đề nghị thẻ đọc được."),
    )

    def to_seen(self) -> CardStatus:
        """Return how the card stood when the person read it."""
        return CardStatus(self.seen.data)

    def renew(self, status: CardStatus) -> None:
        """After a refusal, let the next try count from how the card stands now."""
        if self.refusal:
            self.seen.raw_data = None
            self.seen.data = status
