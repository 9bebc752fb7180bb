"""Names of authorities and fields in the language of the page."""

from collections.abc import Callable

from qcdc_feedback.core.i18n import SOURCE, language


def naming() -> Callable[[str | None, str | None], str]:
    """Return a function that picks the name for the reader; the language is asked for once."""
    if language() == SOURCE:
        return lambda name, _name_en: name or ""
    return lambda name, name_en: name_en or name or ""
