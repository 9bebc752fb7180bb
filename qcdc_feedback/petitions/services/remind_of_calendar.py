"""Administrators are reminded in December that next year's calendar waits for them."""

from qcdc_feedback.core.db import transaction
from qcdc_feedback.notifications import queries as notifications
from qcdc_feedback.notifications import steps


@transaction()
def remind_of_calendar(user_id: int, year: int) -> bool:
    """Write to an administrator that a year is not confirmed, once; tell whether the letter is new."""
    key = f"calendar.{year}.{user_id}"
    if notifications.is_written(key):
        return False
    steps.enqueue("calendar_reminder_admin", {"year": year}, key, user_id=user_id)
    return True
