"""Words people read for the codes of petitions."""

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from qcdc_feedback.core.actors import Role
from qcdc_feedback.petitions.rules.deadlines import Timeliness
from qcdc_feedback.petitions.rules.escalation import CardStatus, Colour
from qcdc_feedback.petitions.rules.kinds import Channel, Kind, Purpose, Variant
from qcdc_feedback.petitions.rules.outcomes import Outcome, Promise, RejectReason, Satisfaction
from qcdc_feedback.petitions.rules.procedure import Action, Party, Stage, State
from qcdc_feedback.workdays.rules import StepKind

LABELS: dict[type[Enum], dict[Any, LazyString]] = {
    Kind: {
        Kind.FEEDBACK: _l("Phản ánh"),
        Kind.RECOMMENDATION: _l("Kiến nghị, góp ý"),
        Kind.COMPLAINT: _l("Khiếu nại"),
        Kind.DENUNCIATION: _l("Tố cáo"),
    },
    Channel: {
        Channel.WEB: _l("Trực tuyến"),
        Channel.PHONE: _l("Điện thoại"),
        Channel.PAPER: _l("Đơn giấy"),
        Channel.COUNTER: _l("Tại quầy"),
        Channel.EMAIL: _l("Thư điện tử"),
    },
    Variant: {
        Variant.NORMAL: _l("Thông thường"),
        Variant.URGENT: _l("Khẩn"),
        Variant.COMPLEX: _l("Phức tạp"),
        Variant.VERY_COMPLEX: _l("Đặc biệt phức tạp"),
        Variant.REMOTE: _l("Vùng sâu, vùng xa"),
        Variant.REMOTE_COMPLEX: _l("Vùng sâu, vùng xa, phức tạp"),
        Variant.PROCEDURE: _l("Về thủ tục, quy định hành chính"),
        Variant.LEGAL_DOCUMENT: _l("Về văn bản quy phạm pháp luật"),
    },
    Purpose: {
        Purpose.FILED: _l("Gửi kèm"),
        Purpose.ADDED: _l("Bổ sung"),
        Purpose.EVIDENCE: _l("Minh chứng của cơ quan"),
    },
    State: {
        State.RECEIVED: _l("Đã nhận, chờ phân loại"),
        State.AWAITING_SUBMITTER: _l("Chờ người gửi"),
        State.REJECTED: _l("Không thụ lý"),
        State.MERGED: _l("Đã gộp"),
        State.ROUTED: _l("Đã chuyển cơ quan xử lý"),
        State.IN_PROGRESS: _l("Đang xử lý"),
        State.AWAITING_APPROVAL: _l("Chờ duyệt trả lời"),
        State.ANSWERED: _l("Đã trả lời"),
        State.REOPEN_REQUESTED: _l("Đề nghị mở lại"),
        State.CLOSED: _l("Đã kết thúc"),
        State.WITHDRAWN: _l("Đã rút"),
        State.ACCEPTED: _l("Đã thụ lý"),
        State.NOT_ACCEPTED: _l("Không thụ lý giải quyết"),
        State.VERIFYING: _l("Đang xác minh"),
        State.SUSPENDED: _l("Tạm đình chỉ"),
        State.DIALOGUE: _l("Đối thoại"),
        State.DECIDED: _l("Đã có quyết định"),
        State.DECISION_PUBLISHED: _l("Đã công khai quyết định"),
    },
    Action: {
        Action.SUBMIT: _l("Gửi"),
        Action.CLASSIFY: _l("Phân loại lại"),
        Action.RELEASE: _l("Công khai nội dung"),
        Action.ASK: _l("Yêu cầu bổ sung"),
        Action.COMPLETE: _l("Bổ sung thông tin"),
        Action.REMIND: _l("Nhắc người gửi"),
        Action.LAPSE: _l("Hết hạn bổ sung"),
        Action.REJECT: _l("Không thụ lý"),
        Action.APPEAL: _l("Đề nghị xem lại việc không thụ lý"),
        Action.HAND_OVER: _l("Chuyển bộ phận tiếp nhận khác"),
        Action.MERGE: _l("Gộp vào vụ việc khác"),
        Action.UNMERGE: _l("Tách ra"),
        Action.ROUTE: _l("Chuyển cơ quan xử lý"),
        Action.REFUSE: _l("Trả lại: không thuộc thẩm quyền"),
        Action.TAKE: _l("Nhận xử lý"),
        Action.ASSIGN: _l("Phân công"),
        Action.REASSIGN: _l("Phân công lại"),
        Action.TRANSFER: _l("Chuyển sang cơ quan khác"),
        Action.CONSULT: _l("Hỏi ý kiến cơ quan khác"),
        Action.ADVISE: _l("Cho ý kiến"),
        Action.EXTEND: _l("Đề nghị gia hạn"),
        Action.GRANT_EXTENSION: _l("Đồng ý gia hạn"),
        Action.DENY_EXTENSION: _l("Không đồng ý gia hạn"),
        Action.DRAFT: _l("Trình dự thảo trả lời"),
        Action.SEND_BACK: _l("Trả lại dự thảo"),
        Action.PUBLISH: _l("Duyệt và công bố trả lời"),
        Action.RATE: _l("Đánh giá"),
        Action.ASK_REOPEN: _l("Đề nghị mở lại"),
        Action.REOPEN: _l("Mở lại"),
        Action.DECLINE_REOPEN: _l("Không mở lại"),
        Action.REPORT_KEPT: _l("Báo cáo đã thực hiện lời hứa"),
        Action.KEEP_PROMISE: _l("Xác nhận đã giữ lời hứa"),
        Action.BREAK_PROMISE: _l("Quá ngày hứa, tự mở lại"),
        Action.CLOSE: _l("Kết thúc"),
        Action.DEMAND_EXPLANATION: _l("Yêu cầu giải trình"),
        Action.EXPLAIN: _l("Giải trình"),
        Action.WITHDRAW: _l("Rút lại"),
        Action.WARN: _l("Nhắc sắp đến hạn"),
        Action.ESCALATE: _l("Cảnh báo lên cấp trên"),
        Action.HIDE: _l("Ẩn khỏi trang công khai"),
        Action.SHOW: _l("Hiện lại trên trang công khai"),
        Action.SIGN: _l("Ghi nhận đã ký đơn"),
        Action.ACCEPT: _l("Thụ lý"),
        Action.NOT_ACCEPT: _l("Không thụ lý giải quyết"),
        Action.VERIFY: _l("Bắt đầu xác minh"),
        Action.SUSPEND: _l("Tạm đình chỉ"),
        Action.RESUME: _l("Tiếp tục giải quyết"),
        Action.HOLD_DIALOGUE: _l("Tổ chức đối thoại"),
        Action.DECIDE: _l("Ban hành quyết định"),
        Action.PUBLISH_DECISION: _l("Công khai quyết định"),
        Action.COMPLAIN_AGAIN: _l("Khiếu nại lần hai"),
    },
    Party: {
        Party.SUBMITTER: _l("Người gửi"),
        Party.DISPATCHER: _l("Bộ phận tiếp nhận"),
        Party.HANDLER: _l("Cán bộ xử lý"),
        Party.HEAD: _l("Lãnh đạo cơ quan"),
        Party.SUPERVISOR: _l("Cơ quan giám sát"),
        Party.CONSULTED: _l("Cơ quan được hỏi ý kiến"),
        Party.SYSTEM: _l("Hệ thống"),
        Party.ASKER: _l("Người đã hỏi"),
        Party.FORMER_HANDLER: _l("Cán bộ xử lý trước"),
        Party.SUPERIOR: _l("Cơ quan cấp trên"),
        Party.FOLLOWER: _l("Người theo dõi"),
    },
    Stage: {
        Stage.TRIAGE: _l("Phân loại"),
        Stage.INTAKE_NOTICE: _l("Thông báo tiếp nhận"),
        Stage.APPEAL: _l("Xem lại việc không thụ lý"),
        Stage.ACCEPTANCE: _l("Thụ lý"),
        Stage.TRANSFER: _l("Chuyển đơn"),
        Stage.ANSWER: _l("Trả lời"),
        Stage.STATUS_UPDATE: _l("Cập nhật tình trạng"),
        Stage.EXTENSION: _l("Xét gia hạn"),
        Stage.NOTICE: _l("Gửi kết quả"),
        Stage.PUBLICATION: _l("Công khai kết quả"),
        Stage.SECOND_COMPLAINT: _l("Khiếu nại lần hai"),
        Stage.ENFORCEMENT: _l("Xử lý theo kết luận"),
        Stage.DATA_NOTICE: _l("Xác nhận yêu cầu về dữ liệu"),
        Stage.DATA_REQUEST: _l("Thực hiện yêu cầu về dữ liệu"),
        Stage.REOPENING: _l("Xét mở lại"),
        Stage.COMMITMENT: _l("Thực hiện lời hứa"),
        Stage.EXPLANATION: _l("Giải trình"),
    },
    Outcome: {
        Outcome.DONE: _l("Đã giải quyết xong"),
        Outcome.WILL_DO: _l("Sẽ làm, có hẹn ngày"),
        Outcome.EXPLAINED: _l("Giải thích, chưa thể làm"),
        Outcome.FORWARDED: _l("Đã chuyển nơi có thẩm quyền"),
        Outcome.UNFOUNDED: _l("Không có cơ sở"),
    },
    Promise: {
        Promise.OPEN: _l("Đang hẹn"),
        Promise.REPORTED: _l("Đã báo cáo, chờ xác nhận"),
        Promise.KEPT: _l("Đã giữ lời"),
        Promise.BROKEN: _l("Không giữ lời"),
        Promise.SUPERSEDED: _l("Đã mở lại trước ngày hẹn"),
    },
    Satisfaction: {
        Satisfaction.VERY_SATISFIED: _l("Rất hài lòng"),
        Satisfaction.SATISFIED: _l("Hài lòng"),
        Satisfaction.ACCEPTABLE: _l("Chấp nhận được"),
        Satisfaction.DISSATISFIED: _l("Không hài lòng"),
    },
    RejectReason: {
        RejectReason.NOT_COMPETENT: _l("Không thuộc thẩm quyền của các cơ quan trong thành phố"),
        RejectReason.NOT_CLEAR: _l("Nội dung không đủ rõ để xử lý"),
        RejectReason.DUPLICATE: _l("Trùng với vụ việc đã gửi"),
        RejectReason.ALREADY_SETTLED: _l("Vụ việc đã được giải quyết, không có tình tiết mới"),
        RejectReason.INDECENT: _l("Lời lẽ xúc phạm, vu khống"),
        RejectReason.DENUNCIATION: _l("Có nội dung tố cáo: cần gửi theo đường khác"),
        RejectReason.NOT_COMPLETED: _l("Không bổ sung trong thời hạn; có thể gửi lại"),
    },
    Timeliness: {
        Timeliness.RUNNING: _l("Còn hạn"),
        Timeliness.ON_TIME: _l("Đúng hạn"),
        Timeliness.AFTER_EXTENSION: _l("Đúng hạn sau gia hạn"),
        Timeliness.LATE: _l("Quá hạn"),
    },
    Colour: {
        Colour.YELLOW: _l("Thẻ vàng"),
        Colour.RED: _l("Thẻ đỏ"),
    },
    CardStatus: {
        CardStatus.PROPOSED: _l("Chờ quyết định"),
        CardStatus.CONTESTED: _l("Cơ quan có ý kiến khác, chờ quyết định"),
        CardStatus.CONFIRMED: _l("Giữ thẻ"),
        CardStatus.DROPPED: _l("Bỏ thẻ"),
    },
}

# The desks in the navigation of officials, by whose they are.
DESKS: dict[Role, LazyString] = {
    Role.DISPATCHER: _l("Tiếp nhận"),
    Role.OFFICER: _l("Xử lý"),
    Role.HEAD: _l("Lãnh đạo"),
    Role.SUPERVISOR: _l("Giám sát"),
}

# The queues of each desk: queries.TABS says what stands in them.
TABS: dict[Role, dict[str, LazyString]] = {
    Role.DISPATCHER: {
        "new": _l("Mới đến"),
        "unreleased": _l("Chưa công khai"),
        "waiting": _l("Chờ người gửi"),
        "reopening": _l("Đề nghị mở lại"),
        "routed": _l("Đã chuyển"),
        "all": _l("Tất cả"),
    },
    Role.OFFICER: {
        "mine": _l("Tôi đang xử lý"),
        "to_take": _l("Chờ nhận"),
        "waiting": _l("Chờ người gửi"),
        "approval": _l("Chờ duyệt"),
        "promised": _l("Đã hẹn"),
        "consulted": _l("Được hỏi ý kiến"),
        "all": _l("Tất cả"),
    },
    Role.HEAD: {
        "approval": _l("Chờ duyệt"),
        "extensions": _l("Xin gia hạn"),
        "new": _l("Mới chuyển đến"),
        "in_progress": _l("Đang xử lý"),
        "promised": _l("Đã hẹn"),
        "demands": _l("Phải giải trình"),
        "all": _l("Tất cả"),
    },
    Role.SUPERVISOR: {
        "overdue": _l("Quá hạn"),
        "reopening": _l("Đề nghị mở lại"),
        "promised": _l("Đã hẹn"),
        "demands": _l("Chờ giải trình"),
        "all": _l("Tất cả"),
    },
}

# The lists of cards: queries.CARD_TABS says what stands in them.
CARD_TABS: dict[str, LazyString] = {
    "waiting": _l("Chờ quyết định"),
    "decided": _l("Đã quyết định"),
}

# Each step of a count in one sentence; the facts are put in by the serializers.
COUNT_WORDS: dict[str, LazyString] = {
    "by": _l("Căn cứ: %(law)s"),
    "year": _l("Lịch làm việc năm %(year)s"),
    "provisional": _l("Tạm tính: lịch nghỉ của năm ấy chưa được xác nhận."),
    StepKind.STARTS_AFTER: _l(
        "Việc xảy ra ngày %(since)s; bắt đầu tính từ ngày %(until)s (BLDS 2015 điều 147)"
    ),
    StepKind.COUNTED: _l("Từ %(since)s đến %(until)s: tính %(days)s ngày"),
    StepKind.WORKED_WEEKEND: _l("%(since)s là ngày cuối tuần đi làm bù, vẫn tính: %(name)s (%(law)s)"),
    StepKind.DAY_OFF: _l("Từ %(since)s đến %(until)s: nghỉ, không tính: %(name)s (%(law)s)"),
    "counted_one": _l("Ngày %(since)s: tính 1 ngày"),
    "day_off_one": _l("Ngày %(since)s: nghỉ, không tính: %(name)s (%(law)s)"),
    StepKind.WEEKENDS: _l("Không tính %(days)s ngày thứ Bảy, Chủ nhật"),
    StepKind.ROLLED: _l("%(since)s là ngày nghỉ, lùi sang %(until)s (BLDS 2015 điều 148)"),
    StepKind.DUE: _l("Hạn: hết ngày %(until)s"),
}
