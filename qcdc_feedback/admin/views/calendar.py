"""The working calendar: days off and days worked instead, year by year, and as files."""

from datetime import date

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin.views.desk import admin
from qcdc_feedback.core import clock
from qcdc_feedback.workdays import queries, serializers
from qcdc_feedback.workdays.rules import shortcomings


@admin.get("/calendar")
@admin.get("/calendar/<int(min=2013, max=2100):year>")
def calendar(year: int | None = None) -> ResponseReturnValue:
    """List the special days of a year, what it lacks, and what waits for a second person."""
    shown, whole = year or clock.today().year, queries.work_calendar()
    return render_template(
        "admin/calendar.html",
        year=shown,
        days=queries.special_days(shown),
        waiting=queries.waiting(),
        lacks=shortcomings(shown, whole.entries.values()),
        is_provisional=whole.is_provisional(date(shown, 1, 1)),
    )


@admin.get("/calendar/<int(min=2013, max=2100):year>/days.csv")
def calendar_csv(year: int) -> ResponseReturnValue:
    """Hand the special days of a year to a spreadsheet."""
    text = serializers.calendar_csv(queries.special_days(year))
    return Response(text, content_type=serializers.CSV, headers=_named(f"lich-{year}.csv"))


@admin.get("/calendar/<int(min=2013, max=2100):year>/days.ics")
def calendar_ical(year: int) -> ResponseReturnValue:
    """Hand the special days of a year to a calendar."""
    text = serializers.calendar_ical(queries.special_days(year), clock.now())
    return Response(text, content_type=serializers.ICALENDAR, headers=_named(f"lich-{year}.ics"))


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename={name}"}
