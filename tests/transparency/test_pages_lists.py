"""The public lists: what is found, what is not, and at what price."""

from dataclasses import replace
from datetime import timedelta

import pytest

from qcdc_feedback.core import clock
from qcdc_feedback.petitions import services
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.rules.outcomes import Outcome, RejectReason
from qcdc_feedback.petitions.rules.procedure import State
from tests import given

PAGES = ("/", "/petitions", "/authorities", "/how-it-works", "/denunciation", "/privacy", "/accessibility")


def at(state, **more):
    return lambda town: given.a_petition(town, state, **more).code


def late(town):
    with clock.at(clock.now() - timedelta(days=40)):
        return given.a_petition(town, State.IN_PROGRESS).code


def filed(**more):
    return lambda town: given.a_filing(**more).code


def released(title, text="Nội dung.", **more):
    def scene(town):
        petition = given.a_filing(**more)
        services.release_petition(petition, town.dispatcher, title, text, "Lê Lợi", ())
        return petition.code

    return scene


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("address", PAGES)
def test_public_pages_are_the_same_for_all(play, client, language, address):
    play(at(State.ANSWERED), late, at(State.ANSWERED, outcome=Outcome.WILL_DO))
    client.set_cookie("qcdc", "something")
    answer = client.get(language + address)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "public" in answer.headers["Cache-Control"]
    assert f'lang="{language[1:] or "vi"}"' in answer.get_data(as_text=True)


@pytest.mark.parametrize(("address", "most"), [("/petitions", 3), ("/", 5), ("/authorities", 1)])
def test_a_list_costs_the_same_for_one_and_for_thirty(play, client, counting, address, most):
    numbers = []
    for times in (1, 9):
        play(*[at(State.ANSWERED), late, at(State.ANSWERED, outcome=Outcome.WILL_DO)] * times)
        with counting() as sent:
            assert client.get(address).status_code == 200
        numbers.append(len(sent))
    assert numbers[0] == numbers[1] <= most


def test_a_petition_page_costs_the_same_however_long_its_story(play, client, counting):
    def long(town):
        petition = given.a_petition(town, State.REOPEN_REQUESTED)
        services.reopen_petition(petition, town.dispatcher)
        for _ in range(15):
            services.draft_answer(petition, town.officer, given.an_answer(), [])
            services.send_back_answer(petition, town.head, "Viết lại.")
        return petition.code

    numbers = []
    for code in play(at(State.RECEIVED), long):
        with counting() as sent:
            assert client.get(f"/petitions/{code}").status_code == 200
        numbers.append(len(sent))
    assert numbers[0] == numbers[1] <= 4


def test_pages_of_the_list_follow_one_another_without_gap_or_repetition(play, client, read):
    codes = play(*[filed()] * 60)
    seen, address = [], "/petitions"
    while address:
        page = read(address)
        found = [code for code in codes if f"/petitions/{code}" in page]
        seen.append(found)
        address = (
            page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0] if 'rel="next"' in page else ""
        )
        address = address.replace("&amp;", "&")
    assert [len(found) for found in seen] == [25, 25, 10]
    assert sorted(code for found in seen for code in found) == sorted(codes)


def test_filters_stay_in_the_addresses_of_further_pages(play, read):
    play(*[filed()] * 26)
    page = read("/petitions?kind=feedback&unit=19789")
    assert "kind=feedback&amp;unit=19789&amp;cursor=" in page or "cursor=" in page.split('rel="next"')[0]
    assert "kind=feedback" in page.split('rel="next"')[0].rsplit("href=", 1)[1]


FOUND = {
    "kind=feedback": {"answered", "late", "received", "promised", "rejected"},
    "kind=recommendation": {"idea"},
    "kind=complaint": {"complaint"},
    "status=open": {"late", "received", "idea", "complaint"},
    "status=overdue": {"late"},
    "status=answered": {"answered", "promised"},
    "status=promised": {"promised"},
    "status=rejected": {"rejected"},
    "outcome=explained": {"answered"},
    "outcome=will_do": {"promised"},
    "authority=H46.SXD": {"answered", "late", "promised"},
    "authority=H46.MTDT": set(),
    "unit=19753": {"idea"},
    "category=environment_waste": {"idea"},
    "period=received": {"answered", "received", "promised", "rejected", "idea", "complaint"},
    "period=answered": {"answered", "promised"},
    "timeliness=on_time": {"answered", "promised"},
    "timeliness=late": set(),
    "kind=feedback&status=open&unit=19789&category=lighting_trees": {"late", "received"},
}


def test_a_filter_finds_what_it_says(play, read):
    codes = {
        name: play(scene)[0]
        for name, scene in {
            "answered": at(State.ANSWERED),
            "late": late,
            "received": at(State.RECEIVED),
            "promised": at(State.ANSWERED, outcome=Outcome.WILL_DO),
            "rejected": at(State.REJECTED),
            "idea": filed(kind=Kind.RECOMMENDATION, unit="19753", category="environment_waste"),
            "complaint": filed(kind=Kind.COMPLAINT),
        }.items()
    }
    for query, found in FOUND.items():
        page = read(f"/petitions?{query}")
        assert {name for name, code in codes.items() if f"/petitions/{code}" in page} == found, query


@pytest.mark.parametrize(
    "query",
    [
        "kind=x",
        "status=late",
        "outcome=all",
        "unit=1",
        "category=x%00",
        "authority=H46.SXD'--",
        "period=7",
        "timeliness=never",
        "cursor=x",
        "cursor=WyJhIiwieCJd",
        "cursor=WyJhIiwgLTFd",
        "cursor=%F0%9F%92%A3",
    ],
)
def test_an_address_that_no_page_offers_is_refused(play, client, query):
    play(at(State.RECEIVED))
    assert client.get(f"/petitions?{query}").status_code == 400


@pytest.mark.parametrize(
    "searched", ["đèn đường", "den duong", "ĐÈN  hỏng", "duong den", "Lê Lợi", "le loi den"]
)
def test_a_search_finds_with_and_without_marks(play, read, searched):
    code, other = play(released("Đèn đường hỏng"), released("Rác chưa thu", category="environment_waste"))
    page = read("/petitions?q=" + searched)
    assert f"/petitions/{code}" in page
    assert (f"/petitions/{other}" in page) == (
        "den" not in searched.lower() and "đèn" not in searched.lower()
    )


@pytest.mark.parametrize("searched", ["%", "_", "\\", "100%", "0900", "số nhà 15"])
def test_a_search_finds_only_what_is_written_in_public(play, read, searched):
    (code,) = play(released("Đèn đường hỏng"))
    assert f"/petitions/{code}" not in read("/petitions?q=" + searched.replace("%", "%25"))


def test_a_search_reads_the_newest_copy_only(play, read):
    def scene(town):
        petition = given.a_filing()
        services.release_petition(petition, town.dispatcher, "Nhà ông Bảy", "Nội dung.", "", ())
        services.release_petition(petition, town.dispatcher, "Đèn hỏng", "Nội dung.", "", ())
        return petition.code

    (code,) = play(scene)
    assert code not in read("/petitions?q=bảy")
    assert code in read("/petitions?q=đèn")


def test_a_number_leads_straight_to_its_petition_whatever_else_is_asked(play, read):
    first, second = play(filed(), filed())
    register, year, number = first.split("-")
    for typed in (first, f" {first} ", f"{register.lower()} {year} {int(number)}"):
        page = read(f"/petitions?status=closed&q={typed}")
        assert f"/petitions/{first}" in page, typed
        assert f"/petitions/{second}" not in page


def test_what_is_hidden_stands_in_no_list_and_in_no_number(play, read):
    def scene(town):
        petition = given.a_petition(town, State.ANSWERED)
        services.hide_petition(petition, town.dispatcher, "Có thông tin cá nhân.")
        return petition.code

    (code,) = play(scene)
    for address in ("/", "/petitions", "/petitions?q=den", "/petitions?unit=19789"):
        page = read(address)
        assert code not in page.replace(f'value="{code}"', "")
    page = read(f"/petitions?q={code}")
    assert f"/petitions/{code}" in page
    assert "Đèn đường hỏng" not in page


def test_field_and_place_of_what_is_sealed_cannot_be_found_out(play, read):
    def denounced(town):
        petition = given.a_filing()
        services.release_petition(petition, town.dispatcher, "Cán bộ nhận tiền", "Nội dung.", "", ())
        services.reject_petition(petition, town.dispatcher, RejectReason.DENUNCIATION, "Là tố cáo.")
        return petition.code

    codes = play(filed(kind=Kind.COMPLAINT), denounced)
    for query in ("unit=19789", "category=lighting_trees", "q=can+bo", "q=den"):
        page = read(f"/petitions?{query}")
        assert not [code for code in codes if f"/petitions/{code}" in page], query


def test_the_numbers_of_the_front_page_are_the_lengths_of_their_lists(play, client, clean):
    from qcdc_feedback.transparency import queries, rules

    play(
        at(State.ANSWERED),
        at(State.ANSWERED, outcome=Outcome.DONE),
        late,
        at(State.CLOSED),
        at(State.ANSWERED, outcome=Outcome.WILL_DO),
        at(State.REJECTED),
        filed(kind=Kind.COMPLAINT),
    )
    with clean.app_context():
        today = clock.today()
        numbers = queries.figures(today)
        lengths = {
            name: len(queries.petitions(replace(wanted), None, today).rows)
            for name, wanted in rules.FIGURES.items()
        }
    assert numbers == lengths
    assert numbers == {
        "received": 6,
        "answered": 4,
        "done": 1,
        "on_time": 4,
        "extended": 0,
        "late": 0,
        "overdue": 1,
        "promised": 1,
    }


def test_the_front_page_shows_what_is_late_and_what_was_promised(play, read):
    behind, promised, answered = play(late, at(State.ANSWERED, outcome=Outcome.WILL_DO), at(State.ANSWERED))
    page = read("/")
    assert (
        page.index(f"/petitions/{behind}")
        < page.index(f"/petitions/{promised}")
        < page.index(f"/petitions/{answered}")
    )


def test_an_empty_town_has_a_front_page_and_a_list(client, clean):
    assert client.get("/").status_code == 200
    assert client.get("/petitions").status_code == 200


def test_authorities_show_what_lies_open_and_late(play, read):
    play(late, at(State.IN_PROGRESS), at(State.ANSWERED))
    row = read("/authorities").split("Sở Xây dựng</a>")[1].split("</tr>")[0]
    assert "authority=H46.SXD&amp;status=open" in row
    assert ">2<" in row
    assert ">1<" in row
