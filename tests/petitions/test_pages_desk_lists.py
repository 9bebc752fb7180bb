"""The work lists as pages: who enters, what stands there, what a wrong address gets, at what cost."""

import re
from itertools import product

import pytest

from qcdc_feedback.core.actors import Role
from qcdc_feedback.petitions import queries, services
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome
from qcdc_feedback.petitions.rules.procedure import State

LISTS = {
    "dispatcher": ("/reception", Role.DISPATCHER),
    "officer": ("/desk", Role.OFFICER),
    "head": ("/head", Role.HEAD),
    "supervisor": ("/supervision", Role.SUPERVISOR),
}
FULL = {"dispatcher": "routed", "officer": "to_take", "head": "new", "supervisor": "all"}


def ask_for_time(petition, town):
    services.ask_extension(petition, town.officer, 5, "Chờ vật tư.")


@pytest.mark.parametrize("person", [*LISTS, "admin"])
def test_a_desk_opens_to_its_own_people_only(office, person):
    browser = office.browser(person)
    for owner, (address, _) in LISTS.items():
        assert browser.get(address).status_code == (200 if person == owner else 403)


def test_a_guest_is_led_to_sign_in(client):
    for address, _ in LISTS.values():
        answer = client.get(address)
        assert (answer.status_code, answer.location) == (302, f"/sign-in?next={address}")


@pytest.mark.parametrize("person", LISTS)
def test_every_queue_opens_in_both_languages_and_is_marked(office, words, person):
    office.bring(at=State.ROUTED)
    address, role = LISTS[person]
    browser = office.browser(person)
    for language, tab in product(("", "/en"), queries.TABS[role]):
        answer = browser.get(f"{language}{address}?tab={tab}")
        assert answer.status_code == 200
        page = words(answer)
        assert page.count('class="app-queue"') == len(queries.TABS[role])
        marked = re.findall(r'href="([^"]+)" aria-current="page">', page)
        assert f"{language}{address}?tab={tab}" in marked


@pytest.mark.parametrize("person", LISTS)
def test_an_address_that_cannot_be_read_is_refused(office, person):
    address, _ = LISTS[person]
    browser = office.browser(person)
    for query in ("tab=nothing", "tab=new%27", "cursor=abc", "cursor=WyJhIiwgMV0", "cursor=%00"):
        answer = browser.get(f"{address}?{query}")
        assert answer.status_code == 400
        assert "app-queue" not in answer.text


def test_a_line_says_what_presses_where_and_whose_it_is(office, words):
    code = office.bring(at=State.IN_PROGRESS, then=ask_for_time, title="Đèn <b>tắt</b> & tối")
    page = words(office.browser("officer").get("/desk"))
    assert f'href="/workspace/{code}"' in page
    assert "Còn 7 ngày làm việc" in page
    for text in (
        "Đèn <b>tắt</b> & tối",
        "Phường Thuận Hóa",
        "Chiếu sáng – cây xanh",
        "Lê Văn Cán Bộ",
        "Gia hạn?",
    ):
        assert text in page
    assert "<b>tắt</b>" not in office.browser("officer").get("/desk").text


def test_a_promise_shows_its_date(office, words):
    office.bring(at=State.ANSWERED, outcome=Outcome.WILL_DO)
    assert re.search(r"Hẹn \d\d/\d\d/\d{4}", words(office.browser("officer").get("/desk?tab=promised")))


def test_an_empty_queue_says_so(office):
    assert "app-empty" in office.browser("officer").get("/desk").text


@pytest.mark.parametrize("person", LISTS)
def test_a_list_takes_six_statements_however_long_it_is(office, statements, person):
    address, _ = LISTS[person]
    browser = office.browser(person)
    taken = []
    for more in (1, 3):
        for _ in range(more):
            office.bring(at=State.ROUTED)
        with statements() as sent:
            assert browser.get(f"{address}?tab={FULL[person]}").status_code == 200
        taken.append(len(sent))
    assert taken[0] == taken[1] <= 6, sent


@pytest.mark.parametrize(("state", "is_released"), [(State.RECEIVED, False), (State.ROUTED, True)])
def test_a_supervisor_reads_public_titles_and_never_what_was_filed(office, words, state, is_released):
    code = office.bring(
        at=state, title="Chim hoàng yến ở nhà bà Lan", body="Chim hoàng yến hót từ năm giờ sáng."
    )
    page = words(office.browser("supervisor").get("/supervision?tab=all"))
    assert code in page
    assert "hoàng yến" not in page
    assert ("Đèn đường hỏng" in page) == is_released


def test_the_title_of_a_complaint_is_not_for_supervisors(office, words):
    code = office.bring(at=State.ACCEPTED, kind=Kind.COMPLAINT, title="Khiếu nại thu hồi đất của bà Lan")
    page = words(office.browser("supervisor").get("/supervision?tab=all"))
    assert code in page
    assert "thu hồi" not in page


@pytest.mark.parametrize("typed", ["{code}", "{lower}", " {blanks} "])
def test_a_number_opens_its_petition_however_it_is_typed(office, typed):
    code = office.bring()
    number = typed.format(code=code, lower=code.lower(), blanks=code.replace("-", " "))
    answer = office.browser("dispatcher").get("/workspace", query_string={"code": number})
    assert (answer.status_code, answer.location) == (302, f"/workspace/{code}")


@pytest.mark.parametrize("typed", ["", "nothing", "PA-2026", "%", "PA-2026-٠٠٠٠٠١"])
def test_what_is_no_number_opens_nothing(office, typed):
    assert office.browser("dispatcher").get("/workspace", query_string={"code": typed}).status_code == 404
