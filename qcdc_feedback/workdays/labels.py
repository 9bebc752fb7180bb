"""Words for special days, for proposals about them and their refusals, and for the steps of a count."""

from enum import Enum

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from qcdc_feedback.core.i18n import Labels
from qcdc_feedback.workdays.rules import (
    Change,
    ChangeStatus,
    Clash,
    DayKind,
    DayUnit,
    Holiday,
    Intake,
    Lack,
    Misfit,
    StepKind,
    Unreadable,
)

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
    Holiday: {
        Holiday.NEW_YEAR: _l("Tết Dương lịch"),
        Holiday.TET: _l("Tết Nguyên đán"),
        Holiday.HUNG_KINGS: _l("Giỗ Tổ Hùng Vương"),
        Holiday.VICTORY: _l("Ngày Chiến thắng 30/4"),
        Holiday.LABOUR: _l("Ngày Quốc tế lao động 01/5"),
        Holiday.NATIONAL: _l("Quốc khánh 02/9"),
        Holiday.CULTURE: _l("Ngày Văn hóa Việt Nam 24/11"),
    },
    Intake: {
        Intake.SAME_DAY: _l("tính là nhận trong ngày gửi"),
        Intake.NEXT_WORKING_DAY: _l("gửi ngoài giờ thì tính là nhận vào ngày làm việc kế tiếp"),
    },
    Lack: {
        Lack.HOLIDAY: _l("Thiếu ngày nghỉ theo luật"),
        Lack.COMPENSATION: _l("Ngày lễ trùng ngày nghỉ hằng tuần nhưng ngày này chưa được nghỉ bù"),
        Lack.UNEXPLAINED_COMPENSATION: _l("Nghỉ bù nhưng không có ngày lễ nào trùng ngày nghỉ hằng tuần"),
        Lack.WORKED_DAY: _l("Nghỉ hoán đổi nhưng chưa có ngày làm bù"),
        Lack.DAY_OFF: _l("Làm bù nhưng chưa có ngày nghỉ hoán đổi"),
    },
    Change: {
        Change.ADD: _l("Thêm ngày"),
        Change.WITHDRAW: _l("Bỏ ngày"),
    },
    ChangeStatus: {
        ChangeStatus.WAITING: _l("Chờ người thứ hai xác nhận"),
        ChangeStatus.CONFIRMED: _l("Đã xác nhận"),
        ChangeStatus.DECLINED: _l("Không được chấp nhận"),
    },
    Misfit: {
        Misfit.NEEDS_WEEKEND: _l("làm bù chỉ vào thứ Bảy hoặc Chủ nhật"),
        Misfit.NEEDS_WEEKDAY: _l("nghỉ bù và nghỉ hoán đổi chỉ vào ngày từ thứ Hai đến thứ Sáu"),
        Misfit.YEAR: _l("năm phải từ 2013 đến 2100"),
        Misfit.NO_NAME: _l("thiếu tên ngày"),
        Misfit.NO_BASIS: _l("thiếu căn cứ pháp lý"),
        Misfit.TOO_LONG: _l("tên dài quá 200 ký tự hoặc căn cứ dài quá 300 ký tự"),
    },
    Clash: {
        Clash.STANDS: _l("ngày này đã được xác nhận trong lịch"),
        Clash.WAITS: _l("đang có một đề xuất khác về ngày này chờ xác nhận"),
        Clash.GONE: _l("ngày này không còn trong lịch"),
        Clash.TWICE: _l("ngày này có hai lần trong tệp"),
    },
    Unreadable: {
        Unreadable.TYPE: _l("chỉ nhận tệp CSV (.csv) và iCalendar (.ics)"),
        Unreadable.TOO_BIG: _l("tệp quá lớn"),
        Unreadable.ENCODING: _l("tệp không ở bảng mã UTF-8"),
        Unreadable.EMPTY: _l("tệp không có ngày nào"),
        Unreadable.HEADER: _l("dòng đầu phải có các cột date, kind, name, legal_basis"),
        Unreadable.NOT_ICALENDAR: _l("tệp không phải là iCalendar"),
        Unreadable.TRUNCATED: _l("tệp bị cắt dở hoặc lồng sai"),
        Unreadable.LINE: _l("không đọc được dòng này"),
        Unreadable.DATE: _l("không phải là ngày; viết như 2026-11-24 hoặc 24/11/2026"),
        Unreadable.KIND: _l("loại phải là holiday, compensation, swap_off hoặc swap_work"),
        Unreadable.REPEATS: _l("sự kiện lặp lại hoặc kéo dài theo giờ; ghi từng ngày một"),
        Unreadable.TOO_MANY: _l("tệp có quá nhiều ngày"),
        Unreadable.LINES: _l("có dòng không dùng được"),
    },
}

# The steps of a count in words; the facts are dates, a number of days, a name and a legal basis.
STEPS: dict[StepKind, LazyString] = {
    StepKind.STARTS_AFTER: _l("%(since)s: việc xảy ra; bắt đầu tính từ %(until)s (Bộ luật Dân sự, Điều 147)"),
    StepKind.COUNTED: _l("%(span)s: tính %(days)s ngày"),
    StepKind.WORKED_WEEKEND: _l("%(span)s: %(name)s, tính %(days)s ngày (%(basis)s)"),
    StepKind.DAY_OFF: _l("%(span)s: %(name)s, không tính %(days)s ngày (%(basis)s)"),
    StepKind.WEEKENDS: _l("%(span)s: thứ Bảy và Chủ nhật, không tính %(days)s ngày"),
    StepKind.ROLLED: _l("%(since)s là ngày nghỉ: hạn lùi sang %(until)s (Bộ luật Dân sự, Điều 148)"),
    StepKind.DUE: _l("%(until)s: hạn cuối"),
}
WEEKDAYS: tuple[LazyString, ...] = (
    _l("thứ Hai"),
    _l("thứ Ba"),
    _l("thứ Tư"),
    _l("thứ Năm"),
    _l("thứ Sáu"),
    _l("thứ Bảy"),
    _l("Chủ nhật"),
)
PROVISIONAL = _l("tạm tính: lịch năm %(year)s chưa được xác nhận")
OFF = _l("ngày nghỉ")
UNNAMED = _l("theo lịch làm việc")


def word(member: Enum) -> str:
    """Return the words for a code, for texts that no template draws."""
    return str(LABELS[type(member)][member])
