"""The administrator's pages."""

from qcdc_feedback.admin.views import (
    authorities,
    calendar,
    calendar_changes,
    categories,
    home,
    ladder,
    outbox,
    people,
    pledges,
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
    "ladder",
    "outbox",
    "people",
    "pledges",
]

DESKS = [admin]
