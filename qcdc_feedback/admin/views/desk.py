"""The administrator's desk: people, authorities, fields, calendar, letters; no petition is read here."""

from typing import Any

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin import labels
from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.web import Desk

admin = Desk("admin", "/admin", roles=frozenset({Role.ADMIN}), title=labels.DESK, home="home")


def done(what: str, page: str, **values: Any) -> ResponseReturnValue:
    """Lead on after a deed, to a page that says what was done."""
    return redirect(url_for(f"admin.{page}", done=what, **values))
