"""What administrators do with the working calendar: propose, decide, load."""

from qcdc_feedback.workdays.services.decide import confirm_day, confirm_days, decline_day
from qcdc_feedback.workdays.services.load import load_days
from qcdc_feedback.workdays.services.propose import import_days, propose_day, propose_withdrawal, propose_year

__all__ = [
    "confirm_day",
    "confirm_days",
    "decline_day",
    "import_days",
    "load_days",
    "propose_day",
    "propose_withdrawal",
    "propose_year",
]
