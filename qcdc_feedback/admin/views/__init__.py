"""The administrator's pages."""

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.web import Desk

admin = Desk("admin", "/admin", roles=frozenset({Role.ADMIN}))

DESKS = [admin]
