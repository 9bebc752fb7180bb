"""The rules of the working calendar: days, counting, holidays, half-open questions, explaining, changes."""

from qcdc_feedback.workdays.rules.changes import (
    AlreadyDecided,
    CalendarFileRefused,
    Change,
    ChangeStatus,
    Clash,
    DayContradicts,
    Fault,
    SamePerson,
    Unreadable,
)
from qcdc_feedback.workdays.rules.counting import WorkCalendar, calendar_of, needs_reminder, start_date
from qcdc_feedback.workdays.rules.days import DayDoesNotFit, DayKind, DayUnit, Entry, Misfit, require_fitting
from qcdc_feedback.workdays.rules.explaining import Step, StepKind, explain
from qcdc_feedback.workdays.rules.grids import Cell, Month, month_grid, year_grid
from qcdc_feedback.workdays.rules.holidays import Holiday, Lack, Shortcoming, compensations, shortcomings
from qcdc_feedback.workdays.rules.policies import POLICY, Intake, Policy

__all__ = [
    "POLICY",
    "AlreadyDecided",
    "CalendarFileRefused",
    "Cell",
    "Change",
    "ChangeStatus",
    "Clash",
    "DayContradicts",
    "DayDoesNotFit",
    "DayKind",
    "DayUnit",
    "Entry",
    "Fault",
    "Holiday",
    "Intake",
    "Lack",
    "Misfit",
    "Month",
    "Policy",
    "SamePerson",
    "Shortcoming",
    "Step",
    "StepKind",
    "Unreadable",
    "WorkCalendar",
    "calendar_of",
    "compensations",
    "explain",
    "month_grid",
    "needs_reminder",
    "require_fitting",
    "shortcomings",
    "start_date",
    "year_grid",
]
