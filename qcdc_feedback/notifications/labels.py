"""Words for where letters are and how they go."""

from enum import Enum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from qcdc_feedback.notifications.rules import Channel, LetterState

LABELS: dict[type[Enum], dict[Enum, LazyString]] = {
    Channel: {
        Channel.CONSOLE: _l("màn hình máy chủ"),
        Channel.EMAIL: _l("thư điện tử"),
        Channel.SMS: _l("tin nhắn SMS"),
    },
    LetterState: {
        LetterState.CLAIMED: _l("Đang gửi"),
        LetterState.DROPPED: _l("Không gửi vì không có địa chỉ"),
        LetterState.FAILED: _l("Không gửi được"),
        LetterState.SENT: _l("Đã gửi"),
        LetterState.WAITING: _l("Đang chờ gửi"),
    },
}
