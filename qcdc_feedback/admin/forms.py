"""What an administrator fills in."""

import secrets
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectChoice, ValidationError
from wtforms.validators import Optional, Regexp

from qcdc_feedback.accounts.labels import LABELS as ROLES
from qcdc_feedback.accounts.rules import LONGEST_PASSWORD, SHORTEST_PASSWORD
from qcdc_feedback.authorities.labels import LABELS as LEVELS
from qcdc_feedback.authorities.rules import Level
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.forms import Choice, Day, Form, Line, Paragraphs, Pick, Secret, at_most, required
from qcdc_feedback.core.i18n import SOURCE, language
from qcdc_feedback.workdays.labels import LABELS as DAYS
from qcdc_feedback.workdays.rules import DayKind

_NAME = 200
_CODE = 40
_YEARS = range(2000, 2201)
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
    legal_basis = Line(
        _l("Căn cứ"),
        [required(_l("Nhập số và ngày của văn bản."))],
        longest=300,
        description=_l("Số, ngày của văn bản quy định ngày nghỉ hoặc ngày làm bù."),
    )

    def validate_day(self, day: Field) -> None:
        """Refuse a year for which no calendar is kept."""
        if day.data and not _YEARS[0] <= day.data.year <= _YEARS[-1]:
            raise ValidationError(_l("Nhập một ngày có thật, ví dụ 2026-11-25."))

    def to_kind(self) -> DayKind:
        """Return the kind chosen."""
        return DayKind(self.kind.data)
