"""The working calendar: days off and days worked instead, year by year."""

from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin.forms import ConfirmForm, DayForm
from qcdc_feedback.admin.views.desk import admin, done
from qcdc_feedback.core import clock
from qcdc_feedback.core.web import me
from qcdc_feedback.workdays import queries, services


@admin.get("/calendar")
@admin.get("/calendar/<int(min=2000, max=2200):year>")
def calendar(year: int | None = None) -> ResponseReturnValue:
    """List the special days of a year, and say whether the year is confirmed."""
    shown = year or clock.today().year
    is_provisional = queries.work_calendar().is_provisional(date(shown, 1, 1))
    days = queries.special_days(shown)
    return render_template("admin/calendar.html", year=shown, days=days, is_provisional=is_provisional)


@admin.route("/calendar/declare", methods=["GET", "POST"])
def declare_day() -> ResponseReturnValue:
    """Declare a special day, or confirm one that was only guessed."""
    known = request.args.get("day", type=date.fromisoformat)
    form = DayForm(obj=queries.find_day(known) if known else None)
    if form.accepted(
        lambda: services.declare_day(
            me(), form.day.data, form.to_kind(), form.name.data, form.legal_basis.data
        )
    ):
        return done("declared", "calendar", year=form.day.data.year)
    return render_template("admin/declare_day.html", form=form), form.status


@admin.route("/calendar/days/<int:day_id>/withdraw", methods=["GET", "POST"])
def withdraw_day(day_id: int) -> ResponseReturnValue:
    """Let a special day be an ordinary one again, once the administrator has confirmed it."""
    special, form = queries.get(day_id), ConfirmForm()
    if form.accepted(lambda: services.withdraw_day(special, me())):
        return done("withdrawn", "calendar", year=special.day.year)
    return render_template("admin/withdraw_day.html", special=special, form=form), form.status
