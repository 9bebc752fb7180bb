"""Words for the kinds of special days and for the days in which a time limit is counted."""

from flask_babel import lazy_gettext as _l

from qcdc_feedback.core.i18n import Labels
from qcdc_feedback.workdays.rules import DayKind, DayUnit

LABELS: Labels = {
    DayKind: {
        DayKind.HOLIDAY: _l("Ngày lễ, tết"),
        DayKind.COMPENSATION: _l("Nghỉ bù"),
        DayKind.SWAP_OFF: _l("Nghỉ hoán đổi"),
        DayKind.SWAP_WORK: _l("Làm bù"),
    },
    DayUnit: {
        DayUnit.WORKING: _l("ngày làm việc"),
        DayUnit.CALENDAR: _l("ngày"),
    },
}
