"""What administrators set about time: an authority's own shorter promise, and how lateness climbs."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Self

from flask_babel import lazy_gettext as _l
from wtforms.validators import NumberRange

from qcdc_feedback.core.forms import Day, Form, Number, Pick, required
from qcdc_feedback.petitions.forms.deed import number
from qcdc_feedback.petitions.forms.dispatcher import named
from qcdc_feedback.petitions.rules.escalation import LONGEST_STEP, Ladder

_LONGEST_PLEDGE = 60
_BOUNDS = [
    required(_l("Nhập số ngày.")),
    NumberRange(0, LONGEST_STEP, message=_l("Nhập số nguyên từ %(min)s đến %(max)s.")),
]


class PledgeForm(Form):
    """Which authority answers sooner, about what, since when."""

    authority_id = Pick(_l("Cơ quan"), [required(_l("Chọn cơ quan."))], coerce=number)
    category_id = Pick(_l("Lĩnh vực"), coerce=number)
    days = Number(
        _l("Trả lời trong bao nhiêu ngày"),
        [
            required(_l("Nhập số ngày.")),
            NumberRange(1, _LONGEST_PLEDGE, message=_l("Nhập số nguyên từ %(min)s đến %(max)s.")),
        ],
        description=_l(
            "Cùng cách đếm như quy định (ngày hoặc ngày làm việc). Dài hơn quy định thì không có tác dụng."
        ),
    )
    since = Day(_l("Từ ngày"), [required(_l("Chọn ngày."))])

    def among(self, authorities: Sequence[Any], categories: Sequence[Any]) -> Self:
        """Offer the open authorities and the fields."""
        self.authority_id.choices = named(authorities, _l("Chọn cơ quan"))
        self.category_id.choices = named(categories, _l("Mọi lĩnh vực"))
        return self


class EndPledgeForm(Form):
    """The last day of a promise."""

    until = Day(_l("Ngày cuối cùng còn hiệu lực"), [required(_l("Chọn ngày."))])


class LadderForm(Form):
    """After how many working days lateness climbs, and when cards are proposed."""

    near = Number(_l("Nhắc trước hạn"), _BOUNDS, description=_l("Số ngày làm việc trước ngày hạn."))
    superior = Number(_l("Báo cơ quan cấp trên"), _BOUNDS, description=_l("Số ngày làm việc sau ngày hạn."))
    supervisor = Number(
        _l("Báo cơ quan giám sát"), _BOUNDS, description=_l("Số ngày làm việc sau ngày hạn, sau cấp trên.")
    )
    yellow = Number(
        _l("Đề nghị thẻ vàng"), _BOUNDS, description=_l("Khi trả lời muộn hơn số ngày làm việc này.")
    )
    red = Number(
        _l("Đề nghị thẻ đỏ"),
        _BOUNDS,
        description=_l("Khi trả lời muộn hơn số ngày làm việc này, sau thẻ vàng."),
    )

    def to_ladder(self) -> Ladder:
        """Return the steps as they were entered."""
        return Ladder(**{step.name: self[step.name].data for step in fields(Ladder)})
