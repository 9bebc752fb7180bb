"""The outbox: how many letters are where, and those that need a person."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin.views.desk import admin
from qcdc_feedback.notifications import queries
from qcdc_feedback.petitions.rules.procedure import Action, Party

_OCCASIONS = {f"{action}_{party}": (action, party) for action in Action for party in Party}


@admin.get("/outbox")
def outbox() -> ResponseReturnValue:
    """Show counts by state, and the letters that failed, newest first; never what they say or to whom."""
    page = queries.failed(request.args.get("page"))
    return render_template("admin/outbox.html", counts=queries.counts(), page=page, occasions=_OCCASIONS)
