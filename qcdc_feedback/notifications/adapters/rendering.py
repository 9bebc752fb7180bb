"""A template and its context made into a subject and a body."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import current_app, render_template
from flask_babel import force_locale

from qcdc_feedback.core.i18n import SOURCE
from qcdc_feedback.core.text import tidy


@dataclass(frozen=True, slots=True)
class Text:
    """What a letter says."""

    subject: str
    body: str


def text_of(template: str, context: Mapping[str, object], locale: str) -> Text:
    """Return the letter in the language of its reader: the first line of the template is the subject.

    Whatever a person typed can only ever lengthen a line of the body or of the subject, never add a header.
    """
    root = current_app.config["BASE_URL"]
    site = root if locale == SOURCE else f"{root}/{locale}"
    with force_locale(locale):
        page = render_template(f"letters/{template}.txt", **context, site=site)
    subject, _, body = page.strip().partition("\n")
    return Text(" ".join(tidy(subject).split()), body.strip() + "\n")
