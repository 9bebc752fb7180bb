"""What an administrator fills in."""

import secrets
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import SelectChoice
from wtforms.validators import Optional, Regexp

from qcdc_feedback.accounts.labels import LABELS as ROLES
from qcdc_feedback.accounts.rules import LONGEST_PASSWORD, SHORTEST_PASSWORD
from qcdc_feedback.authorities.labels import LABELS as LEVELS
from qcdc_feedback.authorities.rules import Level
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.forms import (
    Choice,
    Day,
    Form,
    Line,
    Paragraphs,
    Pick,
    Secret,
    Several,
    Uploads,
    at_most,
    required,
)
from qcdc_feedback.core.i18n import SOURCE, day, language
from qcdc_feedback.workdays.labels import LABELS as DAYS
from qcdc_feedback.workdays.rules import DayKind

_NAME = 200
_CODE = 40
_CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is read as something else


def _number(text: Any) -> int | None:
    return int(text) if text else None


def _named(rows: Sequence[Any], prompt: Any) -> list[SelectChoice]:
    is_plain = language() == SOURCE
    choices = [SelectChoice(str(row.id), row.name if is_plain else row.name_en) for row in rows]
    return [SelectChoice("", prompt), *choices]


def _worded(labels: Mapping[Any, Any]) -> list[SelectChoice]:
    return [SelectChoice(code.value, words) for code, words in labels.items()]


class ConfirmForm(Form):
    """Only a button: the page above it says what will happen."""


class AccountForm(Form):
    """Who is to have an account."""

    name = Line(_l("Họ và tên"), [required(_l("Nhập họ và tên."))], longest=100)
    email = Line(
        _l("Thư điện tử công vụ"),
        [required(_l("Nhập địa chỉ thư điện tử."))],
        description=_l("Dùng để đăng nhập và nhận thông báo."),
    )
    password = Secret(
        _l("Mật khẩu ban đầu (không bắt buộc)"),
        [at_most(LONGEST_PASSWORD)],
        description=_l(
            "Ít nhất %(shortest)s ký tự. Để trống thì hệ thống tạo một mật khẩu và chỉ cho xem một lần.",
            shortest=SHORTEST_PASSWORD,
        ),
    )

    @cached_property
    def made_password(self) -> str:
        """Return the password made for this account, or nothing when one was typed."""
        if self.password.data:
            return ""
        return "-".join("".join(secrets.choice(_CLEAR) for _ in range(4)) for _ in range(4))

    @property
    def first_password(self) -> str:
        """Return the password with which the person signs in for the first time."""
        return self.password.data or self.made_password


class AppointForm(Form):
    """A role in an authority, perhaps until a day."""

    role = Pick(
        _l("Nhiệm vụ"),
        [required(_l("Chọn nhiệm vụ."))],
        choices=[SelectChoice("", _l("Chọn nhiệm vụ")), *_worded(ROLES[Role])],
    )
    authority_id = Pick(_l("Tại cơ quan"), [required(_l("Chọn cơ quan."))], coerce=_number)
    until = Day(
        _l("Đến hết ngày (không bắt buộc)"),
        [Optional()],
        description=_l("Để trống nếu nhiệm vụ không có thời hạn."),
    )

    def among(self, authorities: Sequence[Any]) -> Self:
        """Offer the open authorities."""
        self.authority_id.choices = _named(authorities, _l("Chọn cơ quan"))
        return self

    def to_role(self) -> Role:
        """Return the role chosen."""
        return Role(self.role.data)


class NamesForm(Form):
    """What an authority is called."""

    name = Line(_l("Tên cơ quan"), [required(_l("Nhập tên cơ quan."))], longest=_NAME)
    name_en = Line(_l("Tên tiếng Anh"), [required(_l("Nhập tên tiếng Anh."))], longest=_NAME)


class SuperiorForm(Form):
    """Who stands above an authority."""

    superior_id = Pick(_l("Cơ quan cấp trên"), [required(_l("Chọn cơ quan cấp trên."))], coerce=_number)

    def among(self, authorities: Sequence[Any]) -> Self:
        """Offer the open authorities."""
        self.superior_id.choices = _named(authorities, _l("Chọn cơ quan cấp trên"))
        return self


class AuthorityForm(NamesForm, SuperiorForm):
    """A new authority."""

    code = Line(
        _l("Mã cơ quan"),
        [
            required(_l("Nhập mã cơ quan.")),
            Regexp(
                r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", message=_l("Chỉ dùng chữ không dấu, số và dấu chấm.")
            ),
        ],
        longest=_CODE,
        description=_l("Ví dụ H46.SXD. Mã không bao giờ đổi và không dùng lại."),
    )
    level = Pick(
        _l("Cấp"),
        [required(_l("Chọn cấp."))],
        choices=[SelectChoice("", _l("Chọn cấp")), *_worded(LEVELS[Level])],
    )

    def to_level(self) -> Level:
        """Return the level chosen."""
        return Level(self.level.data)


class CategoryForm(Form):
    """What citizens read about a field."""

    name = Line(_l("Tên lĩnh vực"), [required(_l("Nhập tên lĩnh vực."))], longest=_NAME)
    hint = Paragraphs(
        _l("Gợi ý cho người gửi"), longest=500, description=_l("Một câu nói rõ gồm những việc gì.")
    )
    name_en = Line(_l("Tên tiếng Anh"), [required(_l("Nhập tên tiếng Anh."))], longest=_NAME)
    hint_en = Paragraphs(_l("Gợi ý bằng tiếng Anh"), longest=500)


def _notice() -> Line:
    return Line(
        _l("Căn cứ"),
        [required(_l("Nhập số và ngày của văn bản."))],
        longest=300,
        description=_l("Số, ngày của văn bản quy định ngày nghỉ hoặc ngày làm bù."),
    )


class NoticeForm(Form):
    """By which notice the calendar should change."""

    legal_basis = _notice()


class DayForm(Form):
    """A day that differs from its weekday."""

    day = Day(_l("Ngày"), [required(_l("Nhập ngày."))])
    kind = Choice(
        _l("Ngày này là"),
        [required(_l("Chọn loại ngày."))],
        choices=_worded(DAYS[DayKind]),
    )
    name = Line(
        _l("Tên gọi"), [required(_l("Nhập tên gọi."))], longest=_NAME, description=_l("Ví dụ: Tết Nguyên đán")
    )
    legal_basis = _notice()

    def to_kind(self) -> DayKind:
        """Return the kind chosen."""
        return DayKind(self.kind.data)


class YearForm(Form):
    """The notice that settles a year."""

    year = Pick(_l("Năm"), [required(_l("Chọn năm."))], coerce=_number)
    legal_basis = _notice()

    def among(self, years: Sequence[int]) -> Self:
        """Offer the years in which days are only expected."""
        choices = [SelectChoice(str(year), str(year)) for year in years]
        self.year.choices = [SelectChoice("", _l("Chọn năm")), *choices]
        return self


class DecideForm(Form):
    """What a second person says about a proposal; one's own can only be taken back."""

    verdict = Choice(_l("Quyết định"), [required(_l("Chọn xác nhận hoặc từ chối."))])
    remark = Line(_l("Lý do (không bắt buộc)"), longest=300, description=_l("Được ghi lại cùng với đề xuất."))

    def by(self, actor_id: int | None, proposed_by_id: int | None) -> Self:
        """Offer what this person may decide."""
        confirm = SelectChoice(
            "confirm", _l("Xác nhận: lịch thay đổi ngay, các thời hạn đang chạy được tính lại")
        )
        decline = SelectChoice("decline", _l("Từ chối: lịch giữ nguyên"))
        take_back = SelectChoice("decline", _l("Rút lại đề xuất của mình: lịch giữ nguyên"))
        self.verdict.choices = [take_back] if actor_id == proposed_by_id else [confirm, decline]
        return self


class ConfirmDaysForm(Form):
    """Which of the proposals of others are confirmed together."""

    change_ids = Several(
        _l("Các đề xuất"), [required(_l("Chọn ít nhất một đề xuất."))], coerce=int, default=()
    )

    def among(self, changes: Sequence[Any]) -> Self:
        """Offer the proposals, all ticked at first."""
        self.change_ids.choices = [
            SelectChoice(change.id, f"{day(change.day)}: {DAYS[DayKind][change.kind]} – {change.name}")
            for change in changes
        ]
        if not self.is_submitted():
            self.change_ids.data = [change.id for change in changes]
        return self


class ImportForm(Form):
    """A file of days."""

    files = Uploads(
        _l("Tệp lịch"),
        [required(_l("Chọn một tệp."))],
        description=_l("Tệp CSV (.csv) hoặc iCalendar (.ics), như tệp xuất ra từ trang này."),
    )

    def to_upload(self) -> tuple[str, bytes]:
        """Return name and content of the file."""
        upload = self.files.data[0]
        return upload.filename, upload.read()
