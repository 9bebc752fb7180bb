"""The workspace: everything about a petition for those with a part in it, and only their own deeds."""

import re
from datetime import timedelta
from itertools import product

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome, Satisfaction
from qcdc_feedback.petitions.rules.procedure import Party, State
from tests import deeds, given

CANARY = "Chim hoàng yến của bà Tám"
OFFICIALS = ["dispatcher", "officer", "second_officer", "head", "supervisor"]
DESK = {"classify", "release", "ask", "reject", "hand-over", "merge", "route", "hide"}


def buttons(page, code):
    return set(re.findall(rf'href="/workspace/{code}/([a-z-]+)"', page))


def soon():
    return clock.today() + timedelta(days=5)


def ask_opinion(petition, town):
    services.consult_authority(
        petition, town.officer, town.id_of("H46.MTDT"), "Có vướng xe rác không?", soon()
    )


def ask_for_time(petition, town):
    services.ask_extension(petition, town.officer, 5, "Chờ vật tư.")


def demand(petition, town):
    services.demand_explanation(petition, town.supervisor, "Vì sao chậm?", soon())


def hide(petition, town):
    dispatcher = deeds.actor_for(Party.DISPATCHER, petition, town)
    services.hide_petition(petition, dispatcher, "Lộ số điện thoại.")


def report(petition, town):
    services.report_promise_kept(petition, town.officer, "Đã thay cáp.", [given.a_photo()])


@pytest.mark.parametrize(
    ("state", "then", "person", "names"),
    [
        (State.RECEIVED, None, "dispatcher", DESK),
        (State.RECEIVED, None, "supervisor", {"demand-explanation", "escalate"}),
        (State.RECEIVED, hide, "dispatcher", DESK - {"hide"} | {"show"}),
        (State.AWAITING_SUBMITTER, None, "dispatcher", {"release", "hide"}),
        (State.REJECTED, None, "dispatcher", set()),
        (State.REJECTED, None, "second_dispatcher", {"hide"}),
        (State.MERGED, None, "dispatcher", {"unmerge", "hide"}),
        (State.ROUTED, None, "dispatcher", {"release", "merge", "transfer", "hide"}),
        (State.ROUTED, None, "officer", {"take"}),
        (State.ROUTED, None, "head", {"refuse", "assign", "transfer"}),
        (State.IN_PROGRESS, None, "officer", {"ask", "consult", "extend", "draft"}),
        (State.IN_PROGRESS, None, "second_officer", set()),
        (State.IN_PROGRESS, None, "head", {"reassign", "transfer"}),
        (State.IN_PROGRESS, ask_for_time, "officer", {"ask", "consult", "draft"}),
        (
            State.IN_PROGRESS,
            ask_for_time,
            "head",
            {"reassign", "transfer", "grant-extension", "deny-extension"},
        ),
        (State.IN_PROGRESS, ask_opinion, "other_officer", {"advise"}),
        (State.IN_PROGRESS, demand, "head", {"reassign", "transfer", "explain"}),
        (State.AWAITING_APPROVAL, None, "officer", set()),
        (State.AWAITING_APPROVAL, None, "head", {"send-back", "publish"}),
        (State.ANSWERED, None, "officer", set()),
        (State.ANSWERED, None, "head", set()),
        (State.ANSWERED, None, "supervisor", {"demand-explanation"}),
        (State.ANSWERED, report, "head", {"keep-promise"}),
        (State.REOPEN_REQUESTED, None, "dispatcher", {"reopen", "decline-reopen", "hide"}),
        (
            State.REOPEN_REQUESTED,
            None,
            "supervisor",
            {"reopen", "decline-reopen", "demand-explanation", "escalate"},
        ),
        (State.WITHDRAWN, None, "dispatcher", {"hide"}),
    ],
)
def test_each_sees_the_buttons_of_their_own_deeds(office, state, then, person, names):
    outcome = Outcome.WILL_DO if then is report else Outcome.EXPLAINED
    code = office.bring(at=state, then=then, outcome=outcome)
    answer = office.browser(person).get(f"/workspace/{code}")
    assert answer.status_code == 200
    assert buttons(answer.text, code) == names


def test_an_officer_keeps_to_the_official_deeds_though_the_secret_was_typed_here(office):
    code = office.bring(at=State.ANSWERED)
    browser = given.holding(office.browser("officer"), office.petition(code))
    with browser.session_transaction("/sign-in") as session:
        session["_user_id"] = office.town.people["officer"].get_id()
    assert buttons(browser.get(f"/workspace/{code}").text, code) == set()


@pytest.mark.parametrize(
    ("person", "status"),
    [
        ("commune_dispatcher", 404),
        ("other_officer", 404),
        ("other_head", 404),
        ("city_head", 404),
        ("admin", 403),
    ],
)
def test_who_has_no_part_in_it_finds_nothing(office, person, status):
    code = office.bring(at=State.IN_PROGRESS)
    browser = office.browser(person)
    for path in ("", "/route", "/draft", "/files/1"):
        assert browser.get(f"/workspace/{code}{path}").status_code == status


def test_an_unknown_number_and_an_unknown_deed_are_not_found(office):
    code = office.bring()
    browser = office.browser("dispatcher")
    for path in (
        "PA-2026-999999",
        "x",
        f"{code}/nothing",
        f"{code}/submit",
        f"{code}/rate",
        f"{code}/hand_over",
    ):
        assert browser.get(f"/workspace/{path}").status_code == 404
        assert browser.post(f"/workspace/{path}").status_code in (404, 405)


@pytest.mark.parametrize("state", [State.RECEIVED, State.IN_PROGRESS, State.ANSWERED, State.CLOSED])
def test_name_and_contact_of_the_submitter_stand_nowhere(office, words, state):
    code = office.bring(at=state, body="Ba bóng đèn trên đường Lê Lợi tắt đã một tuần.")
    for person, language in product(OFFICIALS, ("", "/en")):
        page = words(office.browser(person).get(f"{language}/workspace/{code}"))
        for contact in ("Trần Thị Lan", "lan@example.com", "0900000123", "84900000123"):
            assert contact not in page


def test_the_submitter_has_a_pseudonym(office, words):
    code = office.bring()
    assert re.search(r"Người gửi [0-9A-Z]{4}", words(office.browser("dispatcher").get(f"/workspace/{code}")))
    anonymous = office.bring(email="")
    assert "Không để lại liên hệ" in words(office.browser("dispatcher").get(f"/workspace/{anonymous}"))


def test_all_that_was_said_and_done_stands_on_one_page(office, words):
    def story(petition, town):
        services.ask_submitter(petition, town.officer, "Số cột đèn?")
        services.complete_petition(
            petition, given.submitter_of(petition), "Cột số mười hai.", [given.a_photo()]
        )
        ask_opinion(petition, town)
        services.advise(petition, town.other_officer, "Không vướng gì.")
        ask_for_time(petition, town)
        services.grant_extension(petition, town.head)
        demand(petition, town)
        services.explain(petition, town.head, "Thiếu vật tư.")
        services.draft_answer(petition, town.officer, given.an_answer())
        services.send_back_answer(petition, town.head, "Nói rõ ngày.")
        services.draft_answer(petition, town.officer, given.an_answer())
        services.publish_answer(petition, town.head)
        services.rate_answer(
            petition, given.submitter_of(petition), Satisfaction.DISSATISFIED, "Vẫn chưa sáng đủ."
        )

    code = office.bring(at=State.IN_PROGRESS, then=story)
    page = words(office.browser("officer").get(f"/workspace/{code}"))
    for said in (
        "Ba bóng đèn trước số nhà 15",
        "Trước số nhà 15 Lê Lợi",
        "Số cột đèn?",
        "Cột số mười hai.",
        "Có vướng xe rác không?",
        "Không vướng gì.",
        "Chờ vật tư.",
        "Vì sao chậm?",
        "Thiếu vật tư.",
        "Nói rõ ngày.",
        "Tuyến cáp ngầm đang chờ thay",
        "Nghị định 79/2009/NĐ-CP",
        "Không hài lòng",
        "Vẫn chưa sáng đủ.",
        "Hạn ban đầu",
    ):
        assert said in page
    assert len(re.findall(r"/workspace/[^/]+/files/\d+", page)) >= 1


def test_the_page_of_a_merged_petition_leads_to_the_main_one_and_back(office, words):
    code = office.bring(at=State.MERGED)
    browser = office.browser("dispatcher")
    page = words(browser.get(f"/workspace/{code}"))
    with office.app.app_context():
        main = queries.get_by_id(office.petition(code).merged_into_id).code
    assert f'href="/workspace/{main}"' in page
    assert code in words(browser.get(f"/workspace/{main}"))


@pytest.mark.parametrize("person", ["officer", "supervisor"])
def test_the_page_takes_the_same_few_statements_however_long_the_story(office, statements, person):
    def longer(petition, town):
        for question in ("Cột nào?", "Ngõ nào?"):
            services.ask_submitter(petition, town.officer, question)
            services.complete_petition(
                petition, given.submitter_of(petition), "Ở đầu ngõ.", [given.a_photo()]
            )
        ask_opinion(petition, town)

    browser = office.browser(person)
    taken = []
    for then in (None, longer):
        code = office.bring(at=State.IN_PROGRESS, then=then)
        with statements() as sent:
            assert browser.get(f"/workspace/{code}").status_code == 200
        taken.append(len(sent))
    assert taken[0] == taken[1] <= 20, "\n".join(sent)
    if person == "supervisor":
        assert not [each for each in sent if re.search(r"FROM (submissions|messages|contacts)", each)]


# ------------------------------------------------------------------ supervisors


@pytest.mark.parametrize("state", list(given._WAYS))
def test_a_supervisor_never_reads_what_was_filed(office, words, state):
    kind = Kind.FEEDBACK if state in _FEEDBACK else Kind.COMPLAINT
    told = {"title": f"{CANARY} kêu to", "body": f"{CANARY} kêu suốt đêm, không ai ngủ được."}
    shown = office.bring(at=state, kind=kind, **told)
    hidden = office.bring(at=state, kind=kind, then=hide, **told)
    browser = office.browser("supervisor")
    for code in (shown, hidden):
        page = browser.get(f"/workspace/{code}")
        assert page.status_code == 200
        pages = [page, *(browser.get(f"/workspace/{code}/{name}") for name in buttons(page.text, code))]
        for name in ("release", "classify", "draft", "publish", "route", "merge", "reject"):
            pages += [browser.get(f"/workspace/{code}/{name}"), browser.post(f"/workspace/{code}/{name}")]
            assert pages[-1].status_code in (403, 409)
            assert pages[-2].status_code in (403, 409)
        assert all(CANARY not in words(one) for one in pages)


_FEEDBACK = (
    State.RECEIVED,
    State.AWAITING_SUBMITTER,
    State.REJECTED,
    State.MERGED,
    State.ROUTED,
    State.IN_PROGRESS,
    State.AWAITING_APPROVAL,
    State.ANSWERED,
    State.REOPEN_REQUESTED,
    State.CLOSED,
    State.WITHDRAWN,
)


def test_a_supervisor_reads_the_copy_the_answer_and_what_was_asked_for_but_no_talk(office, words):
    def story(petition, town):
        services.ask_submitter(petition, town.officer, "Nhà bà ở đâu?")
        services.complete_petition(petition, given.submitter_of(petition), "Ở nhà số 15.")
        ask_opinion(petition, town)
        services.draft_answer(petition, town.officer, given.an_answer())
        services.send_back_answer(petition, town.head, "Còn tên người, bỏ đi.")

    code = office.bring(at=State.IN_PROGRESS, then=story)
    page = words(office.browser("supervisor").get(f"/workspace/{code}"))
    assert "Ba bóng đèn tắt đã một tuần." in page
    for inside in ("Nhà bà ở đâu?", "Ở nhà số 15.", "Có vướng xe rác", "Tuyến cáp ngầm", "Còn tên người"):
        assert inside not in page
    answered = office.bring(at=State.ANSWERED)
    assert "Tuyến cáp ngầm" in words(office.browser("supervisor").get(f"/workspace/{answered}"))


# ------------------------------------------------------------------ files


def with_photos(petition, town):
    services.ask_submitter(petition, town.dispatcher, "Có ảnh không?")
    services.complete_petition(
        petition, given.submitter_of(petition), "Có.", [given.a_photo(), given.a_photo("gold"), A_PDF]
    )
    ids = [row.id for row in queries.attachments(petition.id)]
    services.release_petition(petition, town.dispatcher, "Đèn hỏng", "Đèn tắt.", "Lê Lợi", ids[:1])


A_PDF = (
    "don.pdf",
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
)


def test_files_go_out_guarded_to_those_who_may_see_them(office):
    code = office.bring(then=with_photos)
    with office.app.app_context():
        shown, unshown, document = (row.id for row in queries.attachments(office.petition(code).id))
    other = office.bring()
    dispatcher, supervisor = office.browser("dispatcher"), office.browser("supervisor")
    for file in (shown, unshown, document):
        with dispatcher.get(f"/workspace/{code}/files/{file}") as answer:
            assert answer.status_code == 200
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Content-Disposition"].startswith(
                "attachment" if file == document else "inline"
            )
        assert dispatcher.get(f"/workspace/{other}/files/{file}").status_code == 404
    with supervisor.get(f"/workspace/{code}/files/{shown}") as answer:
        assert answer.status_code == 200
    for file in (unshown, document, 99999):
        assert supervisor.get(f"/workspace/{code}/files/{file}").status_code == 404


def test_what_is_hidden_from_the_public_is_hidden_from_supervisors_too(office):
    def then_hidden(petition, town):
        with_photos(petition, town)
        hide(petition, town)

    code = office.bring(then=then_hidden)
    with office.app.app_context():
        shown = queries.attachments(office.petition(code).id)[0].id
    assert office.browser("supervisor").get(f"/workspace/{code}/files/{shown}").status_code == 404
