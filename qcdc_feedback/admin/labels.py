"""Words of the administrator's desk."""

from flask_babel import lazy_gettext as _l

DESK = _l("Quản trị")
