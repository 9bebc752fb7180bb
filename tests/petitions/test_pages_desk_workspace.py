"""The workspace: everything about a petition for those with a part in it, and only their own deeds."""

import re
from itertools import product

import pytest

from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.outcomes import Outcome, Satisfaction
from qcdc_feedback.petitions.rules.procedure import State
from tests import given
from tests.official_deeds import ask_for_time, ask_opinion, demand, hide, report

OFFICIALS = ["dispatcher", "officer", "second_officer", "head", "supervisor"]
DESK = {"classify", "release", "ask", "reject", "hand-over", "merge", "route", "hide"}


def buttons(page, code):
    return set(re.findall(rf'href="/workspace/{code}/([a-z-]+)"', page))


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


def a_long_story(petition, town):
    services.ask_submitter(petition, town.officer, "Số cột đèn?")
    services.complete_petition(petition, given.submitter_of(petition), "Cột số mười hai.", [given.a_photo()])
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


def test_all_that_was_said_and_done_stands_on_one_page(office, words):
    code = office.bring(at=State.IN_PROGRESS, then=a_long_story)
    page = words(office.browser("officer").get(f"/workspace/{code}"))
    for said in (
        "Ba bóng đèn trước số nhà 15",
        "Trước số nhà 15 Lê Lợi",
        "Số cột đèn?",
        "Cột số mười hai.",
        "Có vướng xe rác không?",
        "Không vướng gì.",
        "Chờ vật tư về kho.",
        "Vì sao chậm đến thế?",
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
