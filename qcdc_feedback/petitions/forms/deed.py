"""What every form of a deed is: tied to the version of the petition that the person saw."""

from collections.abc import Mapping
from typing import Any, Self

from flask_babel import lazy_gettext as _l

from qcdc_feedback.core.forms import Form, Seen, Uploads

_NOT_VALUES = frozenset({"csrf_token", "seen", "files"})


def number(text: Any) -> int | None:
    """Return the id that a choice stands for; None for the line that asks to choose."""
    return int(text) if text else None


def read(files: Uploads) -> list[tuple[str, bytes]]:
    """Return name and content of each file."""
    return [(upload.filename, upload.read()) for upload in files.data or ()]


class DeedForm(Form):
    """Something done with a petition, at the version the person saw."""

    seen = Seen()

    def about(self, petition: Any, offered: Mapping[str, Any]) -> Self:
        """Offer the choices that this petition leaves, and propose what is known."""
        return self

    def propose(self, **values: Any) -> None:
        """Fill in what is known, unless the person has sent the form."""
        if not self.is_submitted():
            for name, value in values.items():
                self[name].data = value

    def to_values(self) -> dict[str, Any]:
        """Return what the use case wants besides petition and person."""
        return {name: field.data for name, field in self._fields.items() if name not in _NOT_VALUES}

    def renew(self, version: int) -> None:
        """After a refusal, show the petition as it is now: the next try counts from here."""
        if self.refusal:
            self.seen.raw_data = None
            self.seen.data = version


class WithFiles(DeedForm):
    """A deed that may bring pictures and documents."""

    files = Uploads(
        _l("Ảnh, tài liệu kèm theo (không bắt buộc)"),
        description=_l("Tối đa 5 tệp JPEG, PNG, WebP hoặc PDF; mỗi tệp nặng nhất 10 MB."),
    )

    def to_values(self) -> dict[str, Any]:
        """Return the values and the files."""
        return {**super().to_values(), "uploads": read(self.files)}
