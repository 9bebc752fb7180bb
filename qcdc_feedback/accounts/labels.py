"""Words for roles."""

from flask_babel import lazy_gettext as _l

from qcdc_feedback.core.actors import Role
from qcdc_feedback.core.i18n import Labels

LABELS: Labels = {
    Role: {
        Role.DISPATCHER: _l("Bộ phận tiếp nhận"),
        Role.OFFICER: _l("Cán bộ xử lý"),
        Role.HEAD: _l("Lãnh đạo"),
        Role.SUPERVISOR: _l("Giám sát"),
        Role.ADMIN: _l("Quản trị"),
    },
}
