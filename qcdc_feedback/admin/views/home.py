"""Where an administrator begins: what waits, and how large the house is."""

from flask import render_template
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin import queries
from qcdc_feedback.admin.rules import missing_roles
from qcdc_feedback.admin.views.desk import admin
from qcdc_feedback.core import clock
from qcdc_feedback.notifications import queries as notifications
from qcdc_feedback.notifications.rules import LetterState
from qcdc_feedback.workdays import queries as workdays


@admin.get("", strict_slashes=False)
def home() -> ResponseReturnValue:
    """Say what there is to do, and count."""
    offices = [office for office in queries.offices() if office.closed_on is None]
    held = queries.roles_held()
    calendar, year = workdays.work_calendar(), clock.today().year
    return render_template(
        "admin/home.html",
        people=queries.people_counts(),
        offices=len(offices),
        understaffed=sum(bool(missing_roles(held.get(each.id, ()), each.is_desk)) for each in offices),
        years=[each for each in (year, year + 1) if each not in calendar.confirmed_years],
        proposals=len(workdays.waiting()),
        failed=notifications.counts()[LetterState.FAILED],
    )
