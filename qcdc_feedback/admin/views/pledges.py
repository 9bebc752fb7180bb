"""What authorities promise beyond the law: made, listed, ended; never edited."""

from flask import render_template
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin.views.desk import admin, done
from qcdc_feedback.authorities import queries as offices
from qcdc_feedback.core import clock
from qcdc_feedback.core.web import me
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.forms.timing import EndPledgeForm, PledgeForm


@admin.get("/pledges")
def pledges() -> ResponseReturnValue:
    """List all promises, the newest first."""
    return render_template("admin/pledges.html", pledges=queries.pledges(), today=clock.today())


@admin.route("/pledges/new", methods=["GET", "POST"])
def make_pledge() -> ResponseReturnValue:
    """Write down that an authority answers sooner than the limit."""
    form = PledgeForm(since=clock.today()).among(offices.open_authorities(), queries.all_categories())
    if form.accepted(
        lambda: services.make_pledge(
            me(), form.authority_id.data, form.category_id.data, form.days.data, form.since.data
        )
    ):
        return done("pledged", "pledges")
    return render_template("admin/make_pledge.html", form=form), form.status


@admin.route("/pledges/<int:pledge_id>/end", methods=["GET", "POST"])
def end_pledge(pledge_id: int) -> ResponseReturnValue:
    """Let a promise end on a day."""
    ending = queries.get_pledge(pledge_id)
    form = EndPledgeForm(until=ending.until or clock.today())
    if form.accepted(lambda: services.end_pledge(ending, me(), form.until.data)):
        return done("pledge-ended", "pledges")
    return render_template("admin/end_pledge.html", pledge=ending, form=form), form.status
