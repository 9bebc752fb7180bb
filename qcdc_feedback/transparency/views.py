"""The pages for everyone."""

from qcdc_feedback.core.web import ANYONE, Desk

public = Desk("public", "", roles=ANYONE, is_public=True)

DESKS = [public]
