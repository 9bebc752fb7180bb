"""How lateness climbs: shown and set, all steps together."""

from flask import render_template
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin.views.desk import admin, done
from qcdc_feedback.core.web import me
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.forms.timing import LadderForm


@admin.route("/ladder", methods=["GET", "POST"])
def ladder() -> ResponseReturnValue:
    """Show the steps, and let the city set them."""
    form = LadderForm(obj=queries.ladder())
    if form.accepted(lambda: services.set_ladder(me(), form.to_ladder())):
        return done("ladder-set", "ladder")
    return render_template("admin/ladder.html", form=form), form.status
