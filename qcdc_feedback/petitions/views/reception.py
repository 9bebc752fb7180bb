"""The reception desk: what has come in, and filing for those who call, write or come."""

import secrets

from flask import current_app, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.web import Desk, me
from qcdc_feedback.petitions import adapters, queries, services
from qcdc_feedback.petitions.forms.dispatcher import OnBehalfForm
from qcdc_feedback.petitions.labels import DESKS
from qcdc_feedback.petitions.rules import codes
from qcdc_feedback.petitions.views.work_lists import work_list

reception = Desk(
    "reception", "/reception", frozenset({Role.DISPATCHER}), title=DESKS[Role.DISPATCHER], home="petitions"
)

_RECEIPT = "receipt"


@reception.get("")
def petitions() -> ResponseReturnValue:
    """Show the work list."""
    return work_list(Role.DISPATCHER)


@reception.route("/file", methods=["GET", "POST"])
def file() -> ResponseReturnValue:
    """File for someone else; the same form sent twice makes one petition."""
    form = OnBehalfForm(token=secrets.token_urlsafe(32))
    form.among(authorities.units_now(clock.today()), queries.open_categories())
    if form.accepted(
        lambda: services.file_on_behalf(
            me(), form.to_words(), **form.to_rest(), secret_hash=_hash(form.token.data)
        )
    ):
        session[_RECEIPT] = form.token.data
        return redirect(url_for("reception.receipt"))
    return render_template("petitions/desk/file.html", form=form), form.status


@reception.get("/receipt")
def receipt() -> ResponseReturnValue:
    """Show number and secret of what was filed last, to be handed to the person."""
    token = session.get(_RECEIPT, "")
    petition = queries.find_by_secret_alone(_hash(token)) if token else None
    if petition is None:
        return redirect(url_for("reception.file"))
    secret = codes.secret_for(token, _key())
    link = f"{current_app.config['BASE_URL']}{url_for('citizen.track')}#{petition.code}.{secret}"
    qr = adapters.scannable(link)
    return render_template("petitions/desk/receipt.html", petition=petition, secret=secret, qr=qr)


@reception.post("/receipt/forget")
def forget() -> ResponseReturnValue:
    """Let this device forget the secret, once the person has it."""
    session.pop(_RECEIPT, None)
    return redirect(url_for("reception.petitions"))


def _hash(token: str) -> str:
    return codes.fingerprint(codes.secret_for(token, _key()), _key())


def _key() -> str:
    return str(current_app.config["SECRET_KEY"])
