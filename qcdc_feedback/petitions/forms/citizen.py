"""What a citizen fills in: the pages of the guided form, and the deeds on the tracking page."""

from collections.abc import Callable, Sequence
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from govuk_frontend_wtf.wtforms_widgets import GovCharacterCount
from wtforms import Field, IntegerField, SelectChoice, SubmitField, ValidationError
from wtforms.validators import Length, Optional

from qcdc_feedback.core.forms import Choice, Form, Line, Paragraphs, Pick, Uploads, required
from qcdc_feedback.core.i18n import SOURCE, language
from qcdc_feedback.identities import rules as identities
from qcdc_feedback.petitions.forms.deed import DeedForm, WithFiles, number, read
from qcdc_feedback.petitions.labels import LABELS
from qcdc_feedback.petitions.rules import codes, intake
from qcdc_feedback.petitions.rules.intake import Person
from qcdc_feedback.petitions.rules.kinds import CONTACT_REQUIRED, Kind
from qcdc_feedback.petitions.rules.outcomes import Satisfaction


class KindForm(Form):
    """What kind of petition it is; a denunciation is offered, so that it can be led elsewhere."""

    kind = Choice(
        _l("Ông/bà muốn gửi nội dung gì?"),
        [required(_l("Chọn loại nội dung muốn gửi."))],
        choices=[SelectChoice(kind.value, LABELS[Kind][kind]) for kind in Kind],
    )


class PlaceForm(Form):
    """Where the matter is: a commune of today, found by its old name if need be, and a spot in it."""

    unit_id = Pick(_l("Phường, xã"), [required(_l("Chọn phường hoặc xã."))], coerce=number)
    address = Line(
        _l("Địa điểm cụ thể (nếu có)"),
        longest=intake.ADDRESS_LENGTH,
        description=_l("Ví dụ: trước số nhà 15 đường Lê Lợi, hoặc cạnh cầu Đông Ba."),
    )
    former = Line(_l("Tên phường, xã trước ngày 01/7/2025"), longest=100, description=_l("Ví dụ: Thuận Lộc"))
    find = SubmitField()
    chosen = IntegerField(validators=[Optional()])

    def among(self, units: Sequence[Any]) -> Self:
        """Offer the units of today, and take the one chosen by its old name."""
        self.unit_id.choices = [
            SelectChoice("", _l("Chọn phường, xã")),
            *(SelectChoice(str(unit.id), unit.name) for unit in units),
        ]
        if self.chosen.data:
            self.unit_id.data = self.chosen.data
        return self

    @property
    def former_name(self) -> str:
        """Return the old name that is being looked up, if one is."""
        return self.former.data if self.find.data and not self.chosen.data else ""

    @property
    def is_looking_up(self) -> bool:
        """Tell whether the person is still finding the commune, not yet going on."""
        return bool(self.chosen.data or self.former_name)


class CategoryForm(Form):
    """What the matter is about."""

    category_id = Choice(
        _l("Nội dung thuộc lĩnh vực nào?"), [required(_l("Chọn một lĩnh vực."))], coerce=number
    )
    hints: Sequence[dict[str, Any]] = ()

    def among(self, categories: Sequence[Any]) -> Self:
        """Offer the open categories in the language of the page, each with its hint."""
        plain = language() == SOURCE
        self.category_id.choices = [
            SelectChoice(str(row.id), row.name if plain else row.name_en) for row in categories
        ]
        self.hints = [
            {"label": {"classes": "govuk-label--s"}, "hint": {"text": row.hint if plain else row.hint_en}}
            for row in categories
        ]
        return self


class WordsForm(Form):
    """The matter in the citizen's own words."""

    title = Line(
        _l("Tiêu đề"),
        [required(_l("Viết một tiêu đề ngắn."))],
        longest=intake.TITLE_LENGTH,
        description=_l("Một câu ngắn nói rõ việc gì, ở đâu. Tối đa 120 ký tự."),
    )
    body = Paragraphs(
        _l("Nội dung"),
        [
            required(_l("Viết nội dung muốn gửi.")),
            Length(min=intake.BODY_AT_LEAST, message=_l("Viết rõ hơn: ít nhất %(min)d ký tự.")),
        ],
        longest=intake.BODY_LENGTH,
        widget=GovCharacterCount(),
        description=_l("Việc gì đã xảy ra, từ bao giờ, ảnh hưởng thế nào, ông/bà đề nghị điều gì."),
    )


class PhotosForm(Form):
    """Pictures and documents."""

    files = Uploads(_l("Chọn tệp"), description=_l("JPEG, PNG, WebP hoặc PDF; mỗi tệp nặng nhất 10 MB."))
    more = SubmitField()

    def to_uploads(self) -> list[tuple[str, bytes]]:
        """Return name and content of each file."""
        return read(self.files)

    def validate_files(self, files: Field) -> None:
        """Refuse to add nothing."""
        if self.more.data and not files.data:
            raise ValidationError(_l("Chọn ít nhất một tệp trước khi tải lên."))


def _well_written(rule: Callable[[str], Any], message: Any) -> Callable[[Form, Field], None]:
    def check(_form: Form, field: Field) -> None:
        try:
            rule(field.data or "")
        except identities.ContactRefused as error:
            raise ValidationError(message) from error

    return check


class ContactForm(Form):
    """Who the citizen is and how they can be reached."""

    name = Line(_l("Họ và tên"), longest=identities.MAX_NAME)
    email = Line(
        _l("Thư điện tử"),
        [_well_written(identities.plain_email, _l("Nhập địa chỉ thư đầy đủ, ví dụ ten@example.com."))],
        description=_l("Thông báo về vụ việc chỉ gửi qua thư điện tử."),
    )
    phone = Line(
        _l("Điện thoại"),
        [_well_written(identities.plain_phone, _l("Nhập số điện thoại đúng, ví dụ 0912 345 678."))],
        description=_l("Chỉ để cán bộ gọi khi cần hỏi thêm."),
    )
    address = Line(_l("Địa chỉ"), longest=identities.MAX_ADDRESS)
    skip = SubmitField()
    is_needed = False

    def for_kind(self, kind: Kind) -> Self:
        """Demand a name where the law wants one."""
        self.is_needed = kind in CONTACT_REQUIRED
        return self

    @property
    def is_skipped(self) -> bool:
        """Tell whether the person leaves no contact, where that is possible."""
        return self.skip.data and not self.is_needed

    def to_person(self) -> Person:
        """Return who is behind the petition, to be written to in the language of this page."""
        return Person(self.name.data, self.email.data, self.phone.data, self.address.data, language())

    def validate_name(self, name: Field) -> None:
        """Demand a name for recommendations and complaints."""
        if self.is_needed and not name.data:
            raise ValidationError(_l("Nhập họ và tên."))

    def validate_email(self, email: Field) -> None:
        """Demand at least one way to reach the person."""
        if not (email.data or self.phone.data or self.address.data):
            raise ValidationError(_l("Nhập ít nhất một cách liên hệ: thư điện tử, điện thoại hoặc địa chỉ."))


class SubmitForm(Form):
    """Only a button."""


class TrackForm(Form):
    """The number and the secret of a receipt."""

    number = Line(
        _l("Mã số"), [required(_l("Nhập mã số."))], longest=60, description=_l("Ví dụ: PA-2026-000123")
    )
    secret = Line(
        _l("Mã bí mật"),
        [required(_l("Nhập mã bí mật."))],
        longest=100,
        description=_l("Sáu nhóm, mỗi nhóm bốn ký tự. Viết hoa hay thường, có dấu cách hay không đều được."),
    )

    @property
    def code(self) -> str:
        """Return the number as it was issued."""
        return codes.canonical_number(self.number.data)


class WithdrawForm(DeedForm):
    """Why a petition is taken back, if the submitter cares to say."""

    note = Paragraphs(_l("Lý do rút (không bắt buộc)"), longest=intake.NOTE_LENGTH)


class WhyForm(DeedForm):
    """Why a decision should be looked at again."""

    why = Paragraphs(
        _l("Vì sao cần xem lại?"), [required(_l("Viết lý do đề nghị xem lại."))], longest=intake.NOTE_LENGTH
    )


class RateForm(DeedForm):
    """How good the answer was."""

    satisfaction = Choice(
        _l("Ông/bà có hài lòng với trả lời này không?"),
        [required(_l("Chọn một mức độ."))],
        choices=[SelectChoice(str(level.value), LABELS[Satisfaction][level]) for level in Satisfaction],
    )
    comment = Paragraphs(_l("Nhận xét (không bắt buộc)"), longest=intake.NOTE_LENGTH)

    def to_values(self) -> dict[str, Any]:
        """Return the level and the remark."""
        return {"satisfaction": Satisfaction(int(self.satisfaction.data)), "comment": self.comment.data}


class CompleteForm(WithFiles):
    """What was asked for."""

    reply = Paragraphs(
        _l("Trả lời của ông/bà"), [required(_l("Viết câu trả lời."))], longest=intake.NOTE_LENGTH
    )


class AskReopenForm(WithFiles):
    """Why the matter is not settled."""

    reason = Paragraphs(
        _l("Vì sao việc chưa được giải quyết?"), [required(_l("Viết lý do."))], longest=intake.NOTE_LENGTH
    )
