"""Names of authorities and fields in the language of the page."""

from qcdc_feedback.core.i18n import SOURCE, language


def named(name: str | None, name_en: str | None) -> str:
    """Return the name for the reader; Vietnamese where there is no English one."""
    return (name_en if name_en and language() != SOURCE else name) or ""
