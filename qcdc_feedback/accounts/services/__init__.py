"""What can be done with accounts and posts."""

from qcdc_feedback.accounts.services.appoint import appoint
from qcdc_feedback.accounts.services.change_password import change_password
from qcdc_feedback.accounts.services.close_account import close_account
from qcdc_feedback.accounts.services.dismiss import dismiss
from qcdc_feedback.accounts.services.open_account import open_account
from qcdc_feedback.accounts.services.sign_in import sign_in

__all__ = ["appoint", "change_password", "close_account", "dismiss", "open_account", "sign_in"]
