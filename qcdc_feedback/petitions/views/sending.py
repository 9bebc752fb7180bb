"""How a kept file goes out: to the one who asks now, never run by the browser, kept by no cache."""

from typing import Any

from flask import Response, send_file

from qcdc_feedback.files.adapters import open_file

_POLICY = "default-src 'none'; sandbox"


def sent_file(stored: Any) -> Response:
    """Return the file as an answer: pictures are shown, documents are downloaded."""
    answer = send_file(
        open_file(stored),
        mimetype=stored.media_type,
        download_name=stored.name,
        as_attachment=not stored.is_image,
    )
    answer.headers["Content-Security-Policy"] = _POLICY
    answer.headers["Cache-Control"] = "no-store"
    return answer
