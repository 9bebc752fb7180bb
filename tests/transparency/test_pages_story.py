"""What a stranger reads on the page of one petition, and what nobody reads there."""

from datetime import datetime, timedelta

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome, RejectReason, Satisfaction
from qcdc_feedback.petitions.rules.procedure import Action, State
from tests import given

PERSONAL = (
    "Trần Thị Lan",
    "lan@example.com",
    "0900",
    "số nhà 15",
    "Lê Văn Cán Bộ",
    "Nguyễn Thị Lãnh Đạo",
    "Tiếp Nhận",
)
FILED = ("Đèn đường hỏng trên đường Lê Lợi", "gọi 0900")
RELEASED = "Ba bóng đèn tắt đã một tuần."
ANSWER = "Tuyến cáp ngầm đang chờ thay"


def at(state, **more):
    return lambda town: given.a_petition(town, state, **more).code


def assert_nothing_personal(page):
    assert not [word for word in (*PERSONAL, *FILED) if word in page]


@pytest.mark.parametrize(
    "state",
    [
        State.ROUTED,
        State.IN_PROGRESS,
        State.AWAITING_APPROVAL,
        State.ANSWERED,
        State.REOPEN_REQUESTED,
        State.CLOSED,
    ],
)
def test_the_redacted_copy_is_read_and_never_the_person(play, read, state):
    (code,) = play(at(state))
    page = read(f"/petitions/{code}")
    assert RELEASED in page
    assert "Sở Xây dựng" in page
    assert (ANSWER in page) == (state in (State.ANSWERED, State.REOPEN_REQUESTED, State.CLOSED))
    assert_nothing_personal(page)


@pytest.mark.parametrize(
    "state",
    [State.RECEIVED, State.AWAITING_SUBMITTER, State.REJECTED, State.MERGED, State.WITHDRAWN],
)
def test_before_release_only_number_field_place_dates_and_state_are_read(play, read, state):
    (code,) = play(at(state))
    page = read(f"/petitions/{code}")
    assert code in page
    assert "Phường Thuận Hóa" in page
    assert RELEASED not in page
    assert "Xin cho biết số cột đèn" not in page
    assert_nothing_personal(page)


def test_a_draft_a_remark_and_an_opinion_stay_inside(play, read):
    def scene(town):
        petition = given.a_petition(town, State.AWAITING_APPROVAL)
        services.send_back_answer(petition, town.head, "Viết lại cho rõ hơn.")
        services.consult_authority(
            petition,
            town.officer,
            town.id_of("H46.MTDT"),
            "Có phải của bên anh không?",
            clock.today() + timedelta(5),
        )
        return petition.code

    page = read(f"/petitions/{play(scene)[0]}")
    assert not [words for words in (ANSWER, "Viết lại cho rõ", "bên anh") if words in page]


def test_a_hidden_petition_leaves_number_dates_and_the_reason(play, read):
    def scene(town):
        petition = given.a_petition(town, State.ANSWERED)
        services.hide_petition(petition, town.dispatcher, "Có thông tin về sức khỏe của một người.")
        return petition.code

    page = read(f"/petitions/{(code := play(scene)[0])}")
    assert code in page
    assert "Có thông tin về sức khỏe" in page
    assert not [words for words in (RELEASED, ANSWER, "Phường Thuận Hóa", "Đèn đường hỏng") if words in page]


def test_a_petition_shown_again_is_read_again(play, read):
    def scene(town):
        petition = given.a_petition(town, State.ANSWERED)
        services.hide_petition(petition, town.dispatcher, "Tạm ẩn để xem lại.")
        services.show_petition(petition, town.dispatcher, "Đã xem lại, không có thông tin cá nhân.")
        return petition.code

    page = read(f"/petitions/{play(scene)[0]}")
    assert RELEASED in page
    assert "Tạm ẩn để xem lại." in page


@pytest.mark.parametrize("state", [State.AWAITING_SUBMITTER, State.ACCEPTED, State.SUSPENDED, State.DECIDED])
def test_of_a_complaint_number_authority_dates_and_state_are_read(play, read, state):
    def scene(town):
        if state == State.AWAITING_SUBMITTER:
            return given.a_filing(kind=Kind.COMPLAINT).code
        return given.a_petition(town, state, kind=Kind.COMPLAINT).code

    page = read(f"/petitions/{play(scene)[0]}")
    assert not [
        words
        for words in ("Chiếu sáng", "Phường Thuận Hóa", "Theo quy định.", "Đã ký tại quầy")
        if words in page
    ]
    assert ("Sở Xây dựng" in page) == (state != State.AWAITING_SUBMITTER)
    assert_nothing_personal(page)


def test_what_turned_out_to_denounce_says_neither_why_nor_where(play, read):
    def scene(town):
        petition = given.a_petition(town)
        services.release_petition(
            petition, town.dispatcher, "Cán bộ nhận tiền", "Nội dung tố cáo.", "Lê Lợi", ()
        )
        services.reject_petition(petition, town.dispatcher, RejectReason.DENUNCIATION, "Tố cáo cán bộ A.")
        return petition.code

    (code,) = play(scene)
    page = read(f"/petitions/{code}")
    body = page.split("<main", 1)[1].split("</main>")[0]
    assert not [
        words
        for words in ("tố cáo", "Tố cáo", "Cán bộ nhận tiền", "Phường Thuận Hóa", "Chiếu sáng")
        if words in body
    ]
    assert code not in read("/petitions")


def test_a_rejection_says_why_in_code_and_words(play, read):
    (code,) = play(at(State.REJECTED))
    page = read(f"/petitions/{code}")
    assert "Nội dung không đủ rõ để xử lý" in page
    assert "Không rõ ở đoạn đường nào." in page


def test_a_merged_petition_leads_to_the_main_one(play, read):
    def scene(town):
        main = given.a_filing()
        petition = given.a_filing()
        services.merge_petition(petition, town.dispatcher, main.code)
        return petition.code, main.code

    ((code, main),) = play(scene)
    assert f'href="/petitions/{main}"' in read(f"/petitions/{code}")
    assert f'href="/en/petitions/{main}"' in read(f"/en/petitions/{code}")


def test_a_promise_shows_date_and_owner_and_what_became_of_it(play, read):
    def kept(town):
        petition = given.a_petition(town, State.ANSWERED, outcome=Outcome.WILL_DO)
        services.report_promise_kept(petition, town.officer, "Đã lắp ba bóng mới.", [given.a_photo()])
        return petition

    def reported(town):
        return kept(town).code

    (code,) = play(reported)
    page = read(f"/petitions/{code}")
    assert "Đội quản lý chiếu sáng số 2" in page
    assert "Đã lắp ba bóng mới." not in page, "evidence is public once the head has confirmed it"
    assert "/photos/" not in page


def test_a_kept_promise_shows_its_evidence(play, read):
    def scene(town):
        petition = given.a_petition(town, State.ANSWERED, outcome=Outcome.WILL_DO)
        services.report_promise_kept(petition, town.officer, "Đã lắp ba bóng mới.", [given.a_photo()])
        services.keep_promise(petition, town.head)
        return petition.code

    page = read(f"/petitions/{play(scene)[0]}")
    assert "Đã lắp ba bóng mới." in page
    assert "Đã giữ lời" in page
    assert "/photos/" in page


def test_a_rating_shows_how_satisfied_and_not_the_words(play, read):
    def scene(town):
        petition = given.a_petition(town, State.ANSWERED)
        services.rate_answer(
            petition, given.submitter_of(petition), Satisfaction.DISSATISFIED, "Gọi tôi số 0911."
        )
        return petition.code

    page = read(f"/petitions/{play(scene)[0]}")
    assert "Không hài lòng" in page
    assert "0911" not in page


def test_supervisors_questions_and_explanations_are_read_together(play, read):
    def scene(town):
        petition = given.a_petition(town, State.IN_PROGRESS)
        services.demand_explanation(
            petition, town.supervisor, "Vì sao chậm?", clock.today() + timedelta(days=10)
        )
        services.explain(petition, town.head, "Thiếu vật tư, nay đã có.")
        services.demand_explanation(
            petition, town.supervisor, "Bao giờ xong?", clock.today() + timedelta(days=12)
        )
        return petition.code

    page = read(f"/petitions/{play(scene)[0]}")
    assert page.index("Vì sao chậm?") < page.index("Thiếu vật tư") < page.index("Bao giờ xong?")
    assert page.count("Chưa có giải trình") == 1
    assert page.count("Vì sao chậm?") == 1


def test_an_extension_leaves_the_first_date_beside_the_new_one(play, read):
    def scene(town):
        petition = given.a_petition(town, State.IN_PROGRESS)
        first = petition.due_on
        services.ask_extension(petition, town.officer, 5, "Chờ vật tư nhập về.")
        services.grant_extension(petition, town.head)
        return petition.code, first, petition.due_on

    ((code, first, due),) = play(scene)
    page = read(f"/petitions/{code}")
    assert first < due
    assert first.strftime("%d/%m/%Y") in page
    assert due.strftime("%d/%m/%Y") in page
    assert "Chờ vật tư nhập về." in page


def test_lateness_is_counted_in_working_days(play, read, client):
    filed = datetime.fromisoformat("2026-03-02T09:00:00+07:00")  # Monday; answer due Wednesday 11/3

    def scene(town):
        with clock.at(filed):
            return given.a_petition(town, State.IN_PROGRESS).code

    (code,) = play(scene)
    for days, words in (
        (8, "Còn hạn: 1 ngày làm việc"),
        (9, "Hạn là hôm nay"),
        (14, "Quá hạn 3 ngày làm việc"),
    ):
        with clock.at(filed + timedelta(days=days)):
            assert words in read(f"/petitions/{code}"), days


def test_nobody_knows_an_unknown_number(play, read):
    play(at(State.RECEIVED))
    for code in ("PA-2026-999999", "x", "PA-2026-1"):
        read(f"/petitions/{code}", status=404)


def test_the_second_round_keeps_the_first_answer(play, read):
    def scene(town):
        petition = given.a_petition(town, State.REOPEN_REQUESTED)
        services.reopen_petition(petition, town.dispatcher)
        services.draft_answer(petition, town.officer, given.an_answer(Outcome.DONE), [given.a_photo()])
        services.publish_answer(petition, town.head)
        return petition.code

    page = read(f"/petitions/{play(scene)[0]}")
    assert "Trả lời lần 1" in page
    assert "Trả lời lần 2" in page
    assert "Đèn vẫn chưa sáng" not in page


def test_a_complaint_tells_only_its_changes_of_state(play, read):
    def scene(town):
        petition = given.a_petition(town, State.VERIFYING, kind=Kind.COMPLAINT)
        services.advance_complaint(petition, town.head, Action.DECIDE, "Bác khiếu nại của bà Lan.")
        return petition.code

    page = read(f"/petitions/{play(scene)[0]}")
    assert "Ban hành quyết định giải quyết" in page
    assert "bà Lan" not in page
