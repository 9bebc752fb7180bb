"""Words for kinds of file."""

from enum import Enum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from qcdc_feedback.files.rules import MediaType

LABELS: dict[type[Enum], dict[Enum, LazyString]] = {
    MediaType: {
        MediaType.JPEG: _l("ảnh JPEG"),
        MediaType.PNG: _l("ảnh PNG"),
        MediaType.WEBP: _l("ảnh WebP"),
        MediaType.PDF: _l("tài liệu PDF"),
    },
}
