"""Dates as people read them: by the calendar in Huế, whatever clock the server keeps."""

from datetime import UTC, date, datetime

from qcdc_feedback.core import i18n


def test_the_date_of_a_moment_is_the_one_in_hue(inside):
    early = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    with inside.test_request_context():
        assert i18n.day(early) == "24/11/2026"
        assert i18n.day(date(2026, 11, 23)) == "23/11/2026"
        assert i18n.day(None) == ""
