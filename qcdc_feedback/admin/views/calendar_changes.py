"""Changing the calendar: one administrator proposes, another decides."""

from datetime import date
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin.forms import ConfirmDaysForm, DayForm, DecideForm, ImportForm, NoticeForm, YearForm
from qcdc_feedback.admin.views.desk import admin, done
from qcdc_feedback.core.web import me
from qcdc_feedback.workdays import queries, services


@admin.route("/calendar/propose", methods=["GET", "POST"])
def propose_day() -> ResponseReturnValue:
    """Propose a special day; one that is only expected stands in the form."""
    known = request.args.get("day", type=date.fromisoformat)
    form = DayForm(obj=queries.find_standing(known) if known else None)
    if form.accepted(
        lambda: services.propose_day(
            me(), form.day.data, form.to_kind(), form.name.data, form.legal_basis.data
        )
    ):
        return done("proposed", "calendar", year=form.day.data.year)
    return render_template("admin/propose_day.html", form=form), form.status


@admin.route("/calendar/propose-year", methods=["GET", "POST"])
def propose_year() -> ResponseReturnValue:
    """Propose all days that are only expected in a year, by its notice."""
    form = YearForm(year=request.args.get("year", type=int)).among(queries.expected_years())
    if form.accepted(lambda: services.propose_year(me(), form.year.data, form.legal_basis.data)):
        return done("proposed", "calendar", year=form.year.data)
    return render_template("admin/propose_year.html", form=form), form.status


@admin.route("/calendar/days/<int:day_id>/withdraw", methods=["GET", "POST"])
def withdraw_day(day_id: int) -> ResponseReturnValue:
    """Propose that a special day be an ordinary one again."""
    special, form = queries.get(day_id), NoticeForm()
    if form.accepted(lambda: services.propose_withdrawal(special, me(), form.legal_basis.data)):
        return done("proposed", "calendar", year=special.day.year)
    return render_template("admin/withdraw_day.html", special=special, form=form), form.status


@admin.route("/calendar/import", methods=["GET", "POST"])
def import_days() -> ResponseReturnValue:
    """Propose the days of a file, all or none."""
    form = ImportForm()
    if form.accepted(lambda: services.import_days(me(), *form.to_upload())):
        return render_template("admin/days_imported.html", imported=form.outcome)
    return render_template("admin/import_days.html", form=form), form.status


@admin.get("/calendar/changes")
def changes() -> ResponseReturnValue:
    """List what was decided lately, by whom."""
    return render_template("admin/changes.html", changes=queries.decided(100))


@admin.route("/calendar/changes/<int:change_id>", methods=["GET", "POST"])
def change(change_id: int) -> ResponseReturnValue:
    """Show a proposal, and let a second person decide it."""
    shown = queries.get_change(change_id)
    form = DecideForm().by(me().user_id, shown.proposed_by_id)
    if form.accepted(lambda: _decide(shown, form)):
        return done(shown.status, "calendar", year=shown.day.year)
    return render_template("admin/change.html", change=shown, form=form), form.status


@admin.route("/calendar/confirm", methods=["GET", "POST"])
def confirm_days() -> ResponseReturnValue:
    """Confirm several proposals of others together."""
    others = [each for each in queries.waiting() if each.proposed_by_id != me().user_id]
    form = ConfirmDaysForm().among(others)
    if form.accepted(lambda: services.confirm_days(queries.waiting(form.change_ids.data), me())):
        return done("confirmed", "calendar", year=others[0].day.year)
    return render_template("admin/confirm_days.html", form=form, changes=others), form.status


def _decide(shown: Any, form: DecideForm) -> None:
    if form.verdict.data == "confirm":
        services.confirm_day(shown, me())
    else:
        services.decline_day(shown, me(), form.remark.data)
