"""The base form and the fields that several rooms use, drawn by the GOV.UK components."""

from collections.abc import Callable
from typing import IO, Any
from urllib.parse import parse_qsl

from flask import Request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import (
    GovCheckboxesInput,
    GovCheckboxInput,
    GovFileInput,
    GovPasswordInput,
    GovRadioInput,
    GovSelect,
    GovTextArea,
    GovTextInput,
)
from werkzeug.formparser import FormDataParser
from wtforms import (
    BooleanField,
    DateField,
    Field,
    IntegerField,
    MultipleFileField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, StopValidation
from wtforms.widgets import HiddenInput

from qcdc_feedback.core.errors import DomainError
from qcdc_feedback.core.text import tidy

_MESSAGES = {
    "Not a valid choice.": _l("Chọn một trong các mục có sẵn."),
    "Invalid Choice: could not coerce.": _l("Chọn một trong các mục có sẵn."),
    "Not a valid integer value.": _l("Nhập một số nguyên, ví dụ 3."),
    "Not a valid decimal value.": _l("Nhập một số, ví dụ 16.4637."),
    "Not a valid date value.": _l("Nhập một ngày có thật, ví dụ 2026-11-25."),
    "This field is required.": _l("Mục này là bắt buộc."),
}
_YEARS = range(1900, 2101)


class _Words:
    """WTForms speaks no Vietnamese; these are its few sentences."""

    def gettext(self, string: str) -> str:
        return str(_MESSAGES.get(string, string))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(singular if n == 1 else plural)


class Form(FlaskForm):
    """A form that keeps what was typed, also when the deed itself is refused."""

    refusal: DomainError | None = None
    outcome: Any = None

    class Meta(FlaskForm.Meta):
        """What all our forms share."""

        def get_translations(self, form: FlaskForm) -> _Words:
            """Return our words for WTForms' own messages."""
            return _Words()

    def accepted(self, deed: Callable[[], Any]) -> bool:
        """Do the deed if the form is well filled in; a conflict or broken rule comes back as form.refusal."""
        if not self.validate_on_submit():
            return False
        try:
            self.outcome = deed()
        except DomainError as error:
            if error.status not in (409, 422):
                raise
            self.refusal = error
        return self.refusal is None

    @property
    def status(self) -> int:
        """Return the HTTP status of the page that shows this form."""
        if self.refusal:
            return self.refusal.status
        return 422 if self.errors else 200


class _FormReader(FormDataParser):
    """Reads what a form sends; bytes that are no UTF-8 become U+FFFD, which text fields refuse in words."""

    def parse(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: Any = None
    ) -> tuple[Any, Any, Any]:
        """Return the stream, the fields and the files."""
        if mimetype != "application/x-www-form-urlencoded":
            return super().parse(stream, mimetype, content_length, options)
        text = stream.read().decode(errors="replace")
        fields = parse_qsl(text, keep_blank_values=True, errors="replace")
        return stream, self.cls(fields), self.cls()


class FormRequest(Request):
    """A request whose forms are read by ours: Werkzeug hides broken text behind percent signs."""

    form_data_parser_class = _FormReader


def _readable(_form: Any, field: Field) -> None:
    if field.data and "\ufffd" in field.data:
        raise ValidationError(_l("Văn bản bị lỗi bảng mã. Hãy gõ lại hoặc dán lại ở dạng Unicode (UTF-8)."))


def _tidied(text: str | None) -> str:
    return tidy(text or "")


class _Filled(InputRequired):
    """A value that still says something once it is tidied."""

    def __call__(self, form: Any, field: Field) -> None:
        super().__call__(form, field)
        if field.data == "":
            field.errors[:] = []
            raise StopValidation(self.message)


def required(message: Any) -> InputRequired:
    """Demand a value; the message says what to enter."""
    return _Filled(message)


def at_most(length: int) -> Length:
    """Bound the length of a text."""
    return Length(max=length, message=_l("Viết ngắn lại: tối đa %(max)d ký tự."))


def _with(first: list[Any], more: Any) -> list[Any]:
    return [*first, *(more or [])]


class Line(StringField):
    """One line of text, tidied."""

    widget = GovTextInput()

    def __init__(self, label: Any, validators: Any = None, longest: int = 200, **kwargs: Any) -> None:
        super().__init__(label, _with([_readable, at_most(longest)], validators), filters=[_tidied], **kwargs)


class Paragraphs(TextAreaField):
    """A longer text, tidied."""

    widget = GovTextArea()

    def __init__(self, label: Any, validators: Any = None, longest: int = 5000, **kwargs: Any) -> None:
        super().__init__(label, _with([_readable, at_most(longest)], validators), filters=[_tidied], **kwargs)


class Secret(PasswordField):
    """A password: taken as it is."""

    widget = GovPasswordInput()


class Choice(RadioField):
    """One of a few."""

    widget = GovRadioInput()


class Pick(SelectField):
    """One of many."""

    widget = GovSelect()


class Several(SelectMultipleField):
    """Any of a few."""

    widget = GovCheckboxesInput()


class Tick(BooleanField):
    """Yes or no."""

    widget = GovCheckboxInput()


class Day(DateField):
    """A date, as the browser's own calendar gives it; not so far off that nobody could count to it."""

    widget = GovTextInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a date of these times."""
        super().process_formdata(valuelist)
        if self.data and self.data.year not in _YEARS:
            self.data = None
            raise ValueError(self.gettext("Not a valid date value."))


class Number(IntegerField):
    """A whole number."""

    widget = GovTextInput()


class Uploads(MultipleFileField):
    """Files; an empty list when none was chosen."""

    widget = GovFileInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Drop the empty part that browsers send for no file."""
        self.data = [upload for upload in valuelist if getattr(upload, "filename", "")]


class Seen(IntegerField):
    """The version of the petition that the person saw when the form was drawn."""

    widget = HiddenInput()
