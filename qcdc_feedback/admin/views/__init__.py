"""The administrator's pages."""

from qcdc_feedback.admin.views import (
    authorities,
    calendar,
    calendar_changes,
    categories,
    home,
    outbox,
    people,
)
from qcdc_feedback.admin.views.desk import admin

__all__ = [
    "DESKS",
    "admin",
    "authorities",
    "calendar",
    "calendar_changes",
    "categories",
    "home",
    "outbox",
    "people",
]

DESKS = [admin]
