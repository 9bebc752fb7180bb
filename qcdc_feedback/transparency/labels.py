"""Words of the public pages: what lists can be narrowed to, what dates come to, what was done."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from qcdc_feedback.petitions.rules.deadlines import Timeliness
from qcdc_feedback.petitions.rules.procedure import Action, Stage, State
from qcdc_feedback.transparency.rules import Mark, Period, Status

STATUSES: dict[Status, LazyString] = {
    Status.OPEN: _l("Đang giải quyết"),
    Status.OVERDUE: _l("Đang quá hạn"),
    Status.ANSWERED: _l("Đã trả lời"),
    Status.PROMISED: _l("Đã hứa, đang chờ thực hiện"),
    Status.CLOSED: _l("Đã kết thúc"),
    Status.REJECTED: _l("Không thụ lý"),
    Status.WITHDRAWN: _l("Người gửi đã rút"),
    Status.MERGED: _l("Đã gộp vào vụ việc khác"),
}

# What the dates come to, in a list.
MARKS: dict[Mark, LazyString] = {
    Mark.IN_TIME: _l("Hạn %(day)s"),
    Mark.EXPECTED: _l("Hạn %(day)s (tạm tính)"),
    Mark.TODAY: _l("Hạn hôm nay"),
    Mark.OVERDUE: _l("Quá hạn, lẽ ra xong ngày %(day)s"),
    Mark.PAUSED: _l("Tạm dừng tính hạn"),
    Mark.ON_TIME: _l("Trả lời đúng hạn"),
    Mark.EXTENDED: _l("Đúng hạn sau gia hạn"),
    Mark.LATE: _l("Trả lời muộn"),
    Mark.PROMISED: _l("Hứa xong trước hết ngày %(day)s"),
    Mark.PROMISE_LATE: _l("Quá ngày đã hứa %(day)s"),
    Mark.KEPT: _l("Đã giữ lời hứa"),
}

PERIODS: dict[Period, LazyString] = {
    Period.RECEIVED: _l("Nhận trong 30 ngày qua"),
    Period.ANSWERED: _l("Được trả lời trong 30 ngày qua"),
}

TIMELINESS: dict[Timeliness, LazyString] = {
    Timeliness.ON_TIME: _l("Trả lời đúng hạn"),
    Timeliness.AFTER_EXTENSION: _l("Đúng hạn sau gia hạn"),
    Timeliness.LATE: _l("Trả lời muộn"),
}

DEEDS: dict[Action, LazyString] = {
    Action.SUBMIT: _l("Đã gửi và được tiếp nhận"),
    Action.CLASSIFY: _l("Phân loại lại"),
    Action.RELEASE: _l("Công khai nội dung, đã che thông tin cá nhân"),
    Action.ASK: _l("Hỏi thêm người gửi, tạm dừng tính hạn"),
    Action.COMPLETE: _l("Người gửi đã bổ sung, tính hạn tiếp"),
    Action.REMIND: _l("Nhắc người gửi bổ sung"),
    Action.LAPSE: _l("Hết thời gian chờ người gửi bổ sung"),
    Action.REJECT: _l("Không thụ lý"),
    Action.APPEAL: _l("Người gửi đề nghị xem lại việc không thụ lý"),
    Action.HAND_OVER: _l("Chuyển sang bộ phận tiếp nhận khác"),
    Action.MERGE: _l("Gộp vào vụ việc khác về cùng nội dung"),
    Action.UNMERGE: _l("Tách ra để giải quyết riêng"),
    Action.ROUTE: _l("Chuyển cơ quan xử lý"),
    Action.REFUSE: _l("Cơ quan trả lại vì không thuộc thẩm quyền"),
    Action.TAKE: _l("Cơ quan bắt đầu xử lý"),
    Action.ASSIGN: _l("Phân công cán bộ xử lý"),
    Action.TRANSFER: _l("Chuyển sang cơ quan khác"),
    Action.EXTEND: _l("Xin thêm thời gian"),
    Action.GRANT_EXTENSION: _l("Được gia hạn"),
    Action.PUBLISH: _l("Công bố trả lời"),
    Action.RATE: _l("Người gửi đánh giá trả lời"),
    Action.ASK_REOPEN: _l("Người gửi đề nghị mở lại"),
    Action.REOPEN: _l("Mở lại để giải quyết tiếp"),
    Action.DECLINE_REOPEN: _l("Không mở lại"),
    Action.REPORT_KEPT: _l("Báo cáo đã làm xong điều đã hứa, chờ lãnh đạo xác nhận"),
    Action.KEEP_PROMISE: _l("Xác nhận đã làm xong điều đã hứa"),
    Action.BREAK_PROMISE: _l("Quá ngày hứa mà chưa xong, tự động mở lại"),
    Action.CLOSE: _l("Kết thúc"),
    Action.DEMAND_EXPLANATION: _l("Yêu cầu giải trình"),
    Action.EXPLAIN: _l("Đã giải trình"),
    Action.WITHDRAW: _l("Người gửi đã rút"),
    Action.ESCALATE: _l("Cảnh báo lên cấp trên"),
    Action.HIDE: _l("Tạm ẩn khỏi trang công khai"),
    Action.SHOW: _l("Hiện lại trên trang công khai"),
    Action.SIGN: _l("Đã ký đơn"),
    Action.ACCEPT: _l("Thụ lý"),
    Action.NOT_ACCEPT: _l("Không thụ lý giải quyết"),
    Action.VERIFY: _l("Bắt đầu xác minh"),
    Action.SUSPEND: _l("Tạm đình chỉ"),
    Action.RESUME: _l("Tiếp tục giải quyết"),
    Action.HOLD_DIALOGUE: _l("Tổ chức đối thoại"),
    Action.DECIDE: _l("Ban hành quyết định giải quyết"),
    Action.PUBLISH_DECISION: _l("Công khai quyết định"),
    Action.COMPLAIN_AGAIN: _l("Khiếu nại lần hai"),
}

# The same where the deed names an authority.
DEEDS_TO: dict[Action, LazyString] = {
    Action.HAND_OVER: _l("Chuyển cho bộ phận tiếp nhận: %(authority)s"),
    Action.ROUTE: _l("Chuyển cơ quan xử lý: %(authority)s"),
    Action.REFUSE: _l("Cơ quan trả lại vì không thuộc thẩm quyền, đề nghị chuyển: %(authority)s"),
    Action.TRANSFER: _l("Chuyển sang cơ quan khác: %(authority)s"),
    Action.SIGN: _l("Đã ký đơn, cơ quan giải quyết: %(authority)s"),
}

NEXT: dict[State, LazyString] = {
    State.RECEIVED: _l("Tiếp theo: bộ phận tiếp nhận xem và chuyển cơ quan xử lý"),
    State.AWAITING_SUBMITTER: _l("Tiếp theo: người gửi bổ sung thông tin"),
    State.ROUTED: _l("Tiếp theo: cơ quan xử lý trả lời"),
    State.IN_PROGRESS: _l("Tiếp theo: cơ quan xử lý trả lời"),
    State.AWAITING_APPROVAL: _l("Tiếp theo: lãnh đạo duyệt và công bố trả lời"),
    State.REOPEN_REQUESTED: _l("Tiếp theo: xem xét đề nghị mở lại"),
    State.ACCEPTED: _l("Tiếp theo: xác minh và ra quyết định giải quyết"),
    State.VERIFYING: _l("Tiếp theo: ra quyết định giải quyết"),
    State.DIALOGUE: _l("Tiếp theo: ra quyết định giải quyết"),
}
NEXT_OF_COMPLAINT: dict[State, LazyString] = {
    **NEXT,
    State.RECEIVED: _l("Tiếp theo: cơ quan quyết định có thụ lý hay không"),
    State.AWAITING_SUBMITTER: _l("Tiếp theo: người gửi ký đơn khiếu nại"),
}
PROMISED_NEXT = _l("Tiếp theo: làm xong điều đã hứa")
OVERDUE = _l("đã quá hạn")
CLOSING_NEXT = _l("Tiếp theo: kết thúc, nếu người gửi không có ý kiến khác")

# By what a stage began.
BEGUN: dict[Stage, LazyString] = {
    Stage.TRIAGE: _l("hồ sơ được gửi đến"),
    Stage.INTAKE_NOTICE: _l("hồ sơ được gửi đến"),
    Stage.APPEAL: _l("người gửi đề nghị xem lại việc không thụ lý"),
    Stage.ACCEPTANCE: _l("đơn khiếu nại được ký và gửi đến cơ quan có thẩm quyền"),
    Stage.ANSWER: _l("hồ sơ được chuyển đến cơ quan xử lý lần đầu"),
    Stage.EXTENSION: _l("cán bộ xử lý xin gia hạn"),
    Stage.COMMITMENT: _l("cơ quan trả lời và hứa ngày làm xong"),
    Stage.REOPENING: _l("người gửi đề nghị mở lại"),
    Stage.EXPLANATION: _l("cơ quan giám sát yêu cầu giải trình"),
}
BEGUN_AGAIN = _l("vụ việc được mở lại để giải quyết tiếp")
BEGUN_BY_ACCEPTANCE = _l("cơ quan thụ lý khiếu nại")
