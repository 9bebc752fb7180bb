"""What the reception desk fills in: sorting, redacting, sending on, moderating, filing for others."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectChoice, StringField, ValidationError
from wtforms.validators import Length
from wtforms.widgets import HiddenInput

from qcdc_feedback.core.forms import Choice, Line, Paragraphs, Pick, Several, Uploads, required
from qcdc_feedback.core.i18n import SOURCE, language
from qcdc_feedback.petitions.forms.citizen import ContactForm, WordsForm
from qcdc_feedback.petitions.forms.deed import DeedForm, number, read
from qcdc_feedback.petitions.labels import LABELS
from qcdc_feedback.petitions.rules import codes, intake, privacy
from qcdc_feedback.petitions.rules.intake import Words
from qcdc_feedback.petitions.rules.kinds import (
    ACCEPTED_ONLINE,
    CONTACT_REQUIRED,
    PUBLISHED,
    VARIANTS,
    Channel,
    Kind,
    Variant,
)
from qcdc_feedback.petitions.rules.outcomes import RejectReason


def named(rows: Sequence[Any], prompt: Any) -> list[SelectChoice]:
    """Return things with id and name as choices, in the language of the page, after a line that asks."""
    is_plain = language() == SOURCE
    names = ((row.id, row.name if is_plain else getattr(row, "name_en", row.name)) for row in rows)
    return [SelectChoice("", prompt), *(SelectChoice(str(each), name) for each, name in names)]


def worded(words: Sequence[Any]) -> list[SelectChoice]:
    """Return codes as choices with their labels."""
    return [SelectChoice(word.value, LABELS[type(word)][word]) for word in words]


class ClassifyForm(DeedForm):
    """What the petition is by its content."""

    kind = Choice(_l("Loại"), [required(_l("Chọn loại."))], coerce=Kind)
    category_id = Pick(_l("Lĩnh vực"), [required(_l("Chọn lĩnh vực."))], coerce=number)

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer kinds and categories; propose those it has."""
        self.kind.choices = worded([kind for kind in Kind if kind in PUBLISHED])
        self.category_id.choices = named(offered["categories"], _l("Chọn lĩnh vực"))
        self.propose(kind=petition.kind, category_id=petition.category_id)
        return self


class ReleaseForm(DeedForm):
    """The copy that everyone may read."""

    title = Line(_l("Tiêu đề công khai"), [required(_l("Viết tiêu đề."))], longest=intake.TITLE_LENGTH)
    body = Paragraphs(_l("Nội dung công khai"), [required(_l("Viết nội dung."))], longest=intake.BODY_LENGTH)
    address = Line(_l("Địa điểm công khai"), longest=intake.ADDRESS_LENGTH)
    photo_ids = Several(_l("Ảnh công khai"), coerce=number)

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Propose the last copy, or one with what gives people away blacked out."""
        words, photos = offered["words"], offered["photos"]
        self.photo_ids.choices = [SelectChoice(str(row.id), row.file.name) for row in photos]
        self.propose(
            title=privacy.proposed_copy(words.title),
            body=privacy.proposed_copy(words.body),
            address=privacy.proposed_copy(words.address),
            photo_ids=[row.id for row in photos if row.is_public],
        )
        return self


class RejectForm(DeedForm):
    """Why a petition is not taken up."""

    reason = Choice(_l("Lý do"), [required(_l("Chọn một lý do."))], coerce=RejectReason)
    note = Paragraphs(
        _l("Giải thích cho người gửi"),
        [required(_l("Viết lời giải thích."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Ai cũng đọc được. Nói rõ vì sao, và người gửi có thể làm gì tiếp; không nêu tên ai."),
    )

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer the reasons that a person may give; what lapsed by itself is not one."""
        self.reason.choices = worded([each for each in RejectReason if each != RejectReason.NOT_COMPLETED])
        return self


class HandOverForm(DeedForm):
    """The desk that should receive the petition."""

    desk_id = Pick(_l("Bộ phận tiếp nhận"), [required(_l("Chọn bộ phận tiếp nhận."))], coerce=number)
    note = Paragraphs(_l("Lời nhắn (không bắt buộc)"), longest=intake.NOTE_LENGTH)

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer the other desks."""
        desks = [row for row in offered["desks"] if row.id != petition.desk_id]
        self.desk_id.choices = named(desks, _l("Chọn nơi tiếp nhận"))
        return self


class MergeForm(DeedForm):
    """The main petition that this one will follow."""

    main_code = Line(
        _l("Mã số của vụ việc chính"),
        [required(_l("Nhập mã số của vụ việc chính."))],
        longest=60,
        description=_l("Ví dụ: PA-2026-000123"),
    )

    def to_values(self) -> dict[str, Any]:
        """Return the number as it was issued."""
        return {"main_code": codes.canonical_number(self.main_code.data)}


class UnmergeForm(DeedForm):
    """Why a petition stands for itself again."""

    note = Paragraphs(_l("Vì sao tách ra?"), [required(_l("Viết lý do."))], longest=intake.NOTE_LENGTH)


class RouteForm(DeedForm):
    """Who must answer, and by which limit."""

    authority_id = Pick(_l("Cơ quan xử lý"), [required(_l("Chọn cơ quan xử lý."))], coerce=number)
    variant = Choice(_l("Mức độ"), [required(_l("Chọn mức độ."))], coerce=Variant)
    note = Paragraphs(_l("Lời nhắn cho cơ quan xử lý (không bắt buộc)"), longest=intake.NOTE_LENGTH)

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer the authorities and what the kind's limits know; propose what the routing rules say."""
        self.authority_id.choices = named(offered["authorities"], _l("Chọn cơ quan"))
        self.variant.choices = worded(VARIANTS[petition.kind])
        self.propose(authority_id=offered["proposed"], variant=petition.variant)
        return self


class ReopenForm(DeedForm):
    """A word on why the matter is taken up again."""

    note = Paragraphs(
        _l("Lời nhắn cho cơ quan xử lý (không bắt buộc)"),
        longest=intake.NOTE_LENGTH,
        description=_l("Người gửi cũng đọc được."),
    )


class DeclineForm(DeedForm):
    """Why the answer stands."""

    reason = Paragraphs(
        _l("Vì sao không mở lại?"),
        [required(_l("Viết lý do."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Ai cũng đọc được."),
    )


class ModerateForm(DeedForm):
    """Why something is taken from public view, or shown again."""

    reason = Paragraphs(
        _l("Lý do"),
        [required(_l("Viết lý do."))],
        longest=intake.NOTE_LENGTH,
        description=_l("Lý do đứng ở chỗ của nội dung trên trang công khai. Không nhắc lại điều cần ẩn."),
    )


class OnBehalfForm(WordsForm, ContactForm):
    """A petition of someone who called, wrote or came; its token makes it one, however often it is sent."""

    token = StringField(
        validators=[Length(min=20, max=100, message=_l("Tải lại trang này rồi gửi lại."))],
        widget=HiddenInput(),
    )
    channel = Choice(
        _l("Gửi đến bằng cách nào?"),
        [required(_l("Chọn cách gửi đến."))],
        choices=worded([channel for channel in Channel if channel != Channel.WEB]),
        coerce=Channel,
    )
    kind = Choice(
        _l("Loại"),
        [required(_l("Chọn loại."))],
        choices=worded([kind for kind in Kind if kind in ACCEPTED_ONLINE]),
        coerce=Kind,
    )
    unit_id = Pick(_l("Phường, xã"), [required(_l("Chọn phường hoặc xã."))], coerce=number)
    category_id = Pick(_l("Lĩnh vực"), [required(_l("Chọn lĩnh vực."))], coerce=number)
    place = Line(_l("Địa điểm cụ thể"), longest=intake.ADDRESS_LENGTH)
    files = Uploads(
        _l("Ảnh, bản chụp đơn (không bắt buộc)"),
        description=_l("Tối đa 5 tệp JPEG, PNG, WebP hoặc PDF; mỗi tệp nặng nhất 10 MB."),
    )

    def among(self, units: Sequence[Any], categories: Sequence[Any]) -> Self:
        """Offer the units of today and the open categories."""
        self.unit_id.choices = named(units, _l("Chọn phường, xã"))
        self.category_id.choices = named(categories, _l("Chọn lĩnh vực"))
        self.is_needed = self.kind.data in CONTACT_REQUIRED
        return self

    def to_words(self) -> Words:
        """Return what the person said or wrote."""
        return Words(self.kind.data, self.channel.data, self.title.data, self.body.data, self.place.data)

    def to_rest(self) -> dict[str, Any]:
        """Return place and field, who is behind it, and the files."""
        return {
            "unit_id": self.unit_id.data,
            "category_id": self.category_id.data,
            "person": self.to_person(),
            "uploads": read(self.files),
        }

    def validate_email(self, email: Field) -> None:
        """Demand a way to reach the person only where the law wants one."""
        if self.is_needed and not (email.data or self.phone.data or self.address.data):
            raise ValidationError(_l("Nhập ít nhất một cách liên hệ: thư điện tử, điện thoại hoặc địa chỉ."))
