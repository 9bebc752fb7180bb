"""What the handling authority fills in: its officers, its head, and those it asks for an opinion."""

from collections.abc import Mapping
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from govuk_frontend_wtf.wtforms_widgets import GovCharacterCount
from wtforms import Field, ValidationError

from qcdc_feedback.core.forms import Choice, Day, Line, Number, Paragraphs, Pick, Uploads, required
from qcdc_feedback.petitions.forms.deed import DeedForm, WithFiles, number
from qcdc_feedback.petitions.forms.dispatcher import named, worded
from qcdc_feedback.petitions.rules import intake
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.services import AnswerWords

_FILES = _l("Tối đa 5 tệp JPEG, PNG, WebP hoặc PDF; mỗi tệp nặng nhất 10 MB.")


class DayIfAny(Day):
    """A date that may be left empty."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read nothing as no date."""
        if any(valuelist):
            super().process_formdata(valuelist)


class AskForm(DeedForm):
    """What the submitter is asked."""

    question = Paragraphs(
        _l("Câu hỏi cho người gửi"),
        [required(_l("Viết câu hỏi."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Hỏi gọn, rõ, một lần cho đủ. Trong lúc chờ, thời hạn tạm dừng."),
    )


class RefuseForm(DeedForm):
    """Whose matter it is instead, and why."""

    right_authority_id = Pick(
        _l("Cơ quan có thẩm quyền"), [required(_l("Chọn cơ quan có thẩm quyền."))], coerce=number
    )
    why = Paragraphs(
        _l("Vì sao?"),
        [required(_l("Viết lý do."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Ai cũng đọc được. Nêu căn cứ phân công."),
    )

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer every authority but the present one."""
        others = [row for row in offered["authorities"] if row.id != petition.authority_id]
        self.right_authority_id.choices = named(others, _l("Chọn cơ quan"))
        return self


class AssignForm(DeedForm):
    """Who will handle it."""

    officer_id = Pick(_l("Cán bộ xử lý"), [required(_l("Chọn cán bộ."))], coerce=number)

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer the officers of the authority but the present one."""
        others = [row for row in offered["officers"] if row.id != petition.officer_id]
        self.officer_id.choices = named(others, _l("Chọn cán bộ"))
        return self


class ReassignForm(AssignForm):
    """Who will handle it from now on."""

    note = Paragraphs(_l("Lý do (không bắt buộc)"), longest=intake.NOTE_LENGTH)


class TransferForm(DeedForm):
    """The authority that goes on with it, and why."""

    authority_id = Pick(_l("Cơ quan nhận"), [required(_l("Chọn cơ quan nhận."))], coerce=number)
    why = Paragraphs(
        _l("Vì sao chuyển?"),
        [required(_l("Viết lý do."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Ai cũng đọc được."),
    )

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer every authority but the present one."""
        others = [row for row in offered["authorities"] if row.id != petition.authority_id]
        self.authority_id.choices = named(others, _l("Chọn cơ quan"))
        return self


class ConsultForm(DeedForm):
    """Who is asked for an opinion, on what, by when."""

    authority_id = Pick(_l("Cơ quan được hỏi"), [required(_l("Chọn cơ quan."))], coerce=number)
    question = Paragraphs(
        _l("Nội dung cần hỏi"), [required(_l("Viết nội dung cần hỏi."))], longest=intake.NOTE_LENGTH
    )
    due_on = Day(_l("Xin trả lời trước hết ngày"), [required(_l("Chọn ngày."))])

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer those who are not asked already; propose a date."""
        taken = {petition.authority_id, *petition.consulted_ids}
        others = [row for row in offered["authorities"] if row.id not in taken]
        self.authority_id.choices = named(others, _l("Chọn cơ quan"))
        self.propose(due_on=offered["due_on"])
        return self


class AdviseForm(DeedForm):
    """The opinion that was asked for."""

    opinion = Paragraphs(_l("Ý kiến"), [required(_l("Viết ý kiến."))], longest=intake.NOTE_LENGTH)


class ExtendForm(DeedForm):
    """How many days more, and why."""

    days = Number(_l("Số ngày xin thêm"), [required(_l("Nhập số ngày."))])
    reason = Paragraphs(
        _l("Lý do"),
        [required(_l("Viết lý do."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Nếu được đồng ý, lý do này công khai và gửi cho người gửi."),
    )


class DenyForm(DeedForm):
    """Why the date stays."""

    note = Paragraphs(_l("Vì sao?"), [required(_l("Viết lý do."))], longest=intake.NOTE_LENGTH)


class SendBackForm(DeedForm):
    """What is missing in a draft."""

    remark = Paragraphs(_l("Cần sửa gì?"), [required(_l("Viết điều cần sửa."))], longest=intake.NOTE_LENGTH)


class ReportKeptForm(WithFiles):
    """What shows that a promise was kept."""

    evidence = Paragraphs(
        _l("Đã làm gì?"),
        [required(_l("Viết điều đã làm."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Sẽ công khai khi lãnh đạo xác nhận. Kèm ít nhất một ảnh hoặc tài liệu."),
    )
    files = Uploads(_l("Ảnh sau khi làm, tài liệu chứng minh"), description=_FILES)


class ExplainForm(DeedForm):
    """What the head says to the supervisors' questions."""

    explanation = Paragraphs(
        _l("Giải trình"),
        [required(_l("Viết giải trình."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Ai cũng đọc được."),
    )


class DraftForm(WithFiles):
    """The answer as the officer proposes it; each outcome needs its own proof."""

    outcome = Choice(_l("Kết quả"), [required(_l("Chọn kết quả."))], coerce=Outcome, choices=worded(Outcome))
    promised_on = DayIfAny(_l("Ngày làm xong"))
    owner = Line(_l("Người hoặc bộ phận chịu trách nhiệm"))
    forwarded_to = Line(_l("Nơi đã chuyển đến"))
    body = Paragraphs(
        _l("Nội dung trả lời"),
        [required(_l("Viết nội dung trả lời."))],
        longest=intake.BODY_LENGTH,
        widget=GovCharacterCount(),
        description=_l("Trả lời từng điều đã nêu: đã làm gì, sẽ làm gì, khi nào. Không nêu tên người gửi."),
    )
    legal_basis = Line(
        _l("Căn cứ pháp lý"), longest=500, description=_l("Bắt buộc khi giải thích vì sao chưa thể làm.")
    )
    files = Uploads(_l("Ảnh sau khi làm, tài liệu chứng minh"), description=_FILES)
    has_evidence = False

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Propose the draft that was sent back, and count the proof that is there."""
        self.has_evidence = bool(offered["evidence"])
        if last := offered["answer"]:
            promise = last.commitment
            self.propose(
                outcome=last.outcome,
                body=last.body,
                legal_basis=last.legal_basis,
                forwarded_to=last.forwarded_to,
                promised_on=promise.due_on if promise else None,
                owner=promise.owner if promise else "",
            )
        return self

    def to_values(self) -> dict[str, Any]:
        """Return the words and the files."""
        words = AnswerWords(
            outcome=self.outcome.data,
            body=self.body.data,
            legal_basis=self.legal_basis.data,
            forwarded_to=self.forwarded_to.data,
            promised_on=self.promised_on.data,
            owner=self.owner.data,
        )
        return {"words": words, "uploads": super().to_values()["uploads"]}

    def validate_promised_on(self, promised_on: Field) -> None:
        """Demand a date of a promise."""
        if self.outcome.data == Outcome.WILL_DO and not promised_on.data and not promised_on.errors:
            raise ValidationError(_l("Chọn ngày làm xong."))

    def validate_owner(self, owner: Field) -> None:
        """Demand someone who stands for a promise."""
        if self.outcome.data == Outcome.WILL_DO and not owner.data:
            raise ValidationError(_l("Nêu người hoặc bộ phận chịu trách nhiệm."))

    def validate_forwarded_to(self, forwarded_to: Field) -> None:
        """Demand to know where it went."""
        if self.outcome.data == Outcome.FORWARDED and not forwarded_to.data:
            raise ValidationError(_l("Nêu nơi đã chuyển đến."))

    def validate_legal_basis(self, legal_basis: Field) -> None:
        """Demand the law behind an explanation."""
        if self.outcome.data == Outcome.EXPLAINED and not legal_basis.data:
            raise ValidationError(_l("Nêu căn cứ pháp lý."))

    def validate_files(self, files: Field) -> None:
        """Demand proof of what is said to be done."""
        if self.outcome.data == Outcome.DONE and not files.data and not self.has_evidence:
            raise ValidationError(_l("Kèm ít nhất một ảnh sau khi làm hoặc tài liệu chứng minh."))
