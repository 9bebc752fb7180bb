"""Words for the levels of authorities and the kinds of units."""

from flask_babel import lazy_gettext as _l

from qcdc_feedback.authorities.rules import Level, UnitKind
from qcdc_feedback.core.i18n import Labels

LABELS: Labels = {
    Level: {
        Level.CITY: _l("Ủy ban nhân dân thành phố"),
        Level.DEPARTMENT: _l("Sở"),
        Level.AGENCY: _l("Cơ quan, đơn vị của thành phố"),
        Level.PROVIDER: _l("Đơn vị cung cấp dịch vụ công"),
        Level.COMMUNE: _l("Ủy ban nhân dân phường, xã"),
    },
    UnitKind: {
        UnitKind.WARD: _l("Phường"),
        UnitKind.COMMUNE: _l("Xã"),
        UnitKind.TOWNSHIP: _l("Thị trấn"),
    },
}
