"""What people read when something is refused: as a page and above a form, in both languages."""

import ast
import re
from datetime import date

import pytest
from werkzeug.exceptions import NotFound as NoSuchPage

from qcdc_feedback.core import errors, web
from qcdc_feedback.core.errors import DomainError
from qcdc_feedback.files import rules as files
from qcdc_feedback.petitions.rules import intake, limits
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.deadlines import BadDate, NoMoreTime
from qcdc_feedback.petitions.rules.escalation import LadderRefused
from qcdc_feedback.petitions.rules.intake import FilingIncomplete
from qcdc_feedback.petitions.rules.outcomes import AnswerIncomplete, Outcome
from qcdc_feedback.petitions.rules.procedure import Action, NotPossible, State
from qcdc_feedback.petitions.services.fill_in import AlreadySent
from qcdc_feedback.petitions.steps import StaleVersion
from tests.conventions import house

LANGUAGES = ["", "/en"]
# Each refusal with the facts it carries in the program.
REFUSALS = [
    errors.BadAddress(what="cursor"),
    errors.NotAllowed(),
    errors.NotAllowed(action=Action.PUBLISH),
    errors.NotFound(),
    errors.Conflict(),
    errors.Unacceptable(),
    StaleVersion(code="PA-2026-000123"),
    NotPossible(action=Action.TAKE, state=State.CLOSED),
    NotPossible(action=Action.SUBMIT, state=None),
    NoMoreTime(granted=0, allowed=0, longest=0),
    NoMoreTime(granted=1, allowed=1, longest=7),
    NoMoreTime(granted=0, allowed=1, longest=7),
    BadDate(day=date(2026, 1, 1)),
    LadderRefused(longest=60),
    AlreadySent(code=""),
    *(AnswerIncomplete(why=outcome) for outcome in Outcome),
    *(
        FilingIncomplete(why=why)
        for why in ("denunciation", "kind", "place", "category", "title", "body", "contact")
    ),
]
NARROWER = [
    ("too_late", Action.APPEAL),
    ("appealed_before", Action.COMPLAIN_AGAIN),
    ("not_asked", Action.EXPLAIN),
]


def codes_of(refusal):
    """Return every code with which the program raises the refusal."""
    raised = re.compile(rf'{refusal.__name__}\(why="(\w+)"')
    return {code for path in house.program() for code in raised.findall(house.text(path))}


def reasons_of_conditions():
    path = house.PACKAGE / "petitions" / "rules" / "conditions.py"
    words = [node.value for _, node in house.nodes([path], ast.Constant) if isinstance(node.value, str)]
    return {word for word in words if re.fullmatch(r"[a-z]+(_[a-z]+)+", word)}


NOT_NOW = sorted(codes_of(NotNow) | reasons_of_conditions())


@pytest.fixture
def said(app):
    """Return a way to read a refusal: its heading and advice."""

    def read(error, language=""):
        with app.test_request_context(f"{language}/petitions"):
            page, status = web.refuse(error)
            above = str(web.sentence(error))
        assert status == error.status
        assert "<h1" in page
        assert "<html" in page
        assert "<html" not in above
        assert 'role="alert"' in above
        for trace in ("None", "%(", "{{"):
            assert trace not in above
        return plain(above)

    return read


def plain(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", REFUSALS, ids=repr)
def test_a_refusal_says_what_happened_and_what_to_do(said, error, language):
    assert len(said(error, language)) > 40


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", NOT_NOW)
def test_each_reason_why_not_now_has_its_own_words(said, why, language):
    assert said(NotNow(why=why), language) != said(NotNow(why="unheard of"), language)


def test_no_reason_is_explained_that_nobody_gives():
    written = re.findall(r'^  "(\w+)', house.text(house.TEMPLATES / "errors" / "NotNow.html"), re.MULTILINE)
    assert sorted(set(written)) == NOT_NOW


@pytest.mark.parametrize(("why", "action"), NARROWER)
def test_some_reasons_depend_on_what_was_wanted(said, why, action):
    assert said(NotNow(why=why, action=action)) != said(NotNow(why=why, action=Action.ASK_REOPEN))


def test_different_refusals_are_told_apart(said):
    told = [said(error) for error in REFUSALS]
    alike = [text for text in told if told.count(text) > 1]
    assert not alike


def test_numbers_in_words_are_those_of_the_rules(said):
    assert f"{limits.APPEAL_WITHIN} ngày" in said(NotNow(why="too_late", action=Action.APPEAL))
    assert f"{limits.REOPEN_WITHIN} ngày" in said(NotNow(why="too_late", action=Action.ASK_REOPEN))
    assert f"{limits.PAUSES_TOGETHER} ngày" in said(NotNow(why="paused_enough"))
    assert f"{intake.TITLE_LENGTH} ký tự" in said(FilingIncomplete(why="title"))
    assert f"{intake.BODY_AT_LEAST} đến {intake.BODY_LENGTH} ký tự" in said(FilingIncomplete(why="body"))


def test_a_heap_too_large_is_told_how_large_it_may_be(app):
    with app.test_request_context("/"):
        page = plain(app.jinja_env.get_template("errors/413.html").render())
    assert f"{files.MAX_FILES} tệp" in page
    assert f"{files.MAX_BYTES // 10**6} MB" in page
    assert f"{files.MAX_BYTES_TOGETHER // 10**6} MB" in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("method", "address", "status"), [("GET", "/nowhere", 404), ("PUT", "/sign-in", 405)]
)
def test_a_wrong_address_gets_a_page_of_ours(client, language, method, address, status):
    answer = client.open(language + address, method=method)
    assert answer.status_code == status
    assert "<h1" in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_without_its_token_is_sent_back_with_advice(app, client, monkeypatch, language):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    answer = client.post(f"{language}/sign-in", data={"email": "a@example.com"})
    assert answer.status_code == 400
    assert "<h1" in answer.text


def test_a_heap_too_large_is_refused_with_advice(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 1000)
    answer = client.post("/sign-in", data={"email": "a" * 2000})
    assert answer.status_code == 413
    assert "<h1" in answer.text


def test_what_is_not_there_and_what_one_may_not_know_of_look_the_same(app, said):
    with app.test_request_context("/"):
        page, _ = web._fail(NoSuchPage())
    assert said(errors.NotFound()) in plain(page)


def test_every_refusal_of_petitions_and_core_is_tried():
    ours = ("qcdc_feedback.core", "qcdc_feedback.petitions")
    kinds = {kind.__name__ for kind in descendants(DomainError) if kind.__module__.startswith(ours)}
    elsewhere = {"WrongSecret"}  # on the page where the secret is asked for
    assert {type(error).__name__ for error in REFUSALS} | {"NotNow"} == kinds - elsewhere


def descendants(kind):
    for child in kind.__subclasses__():
        yield child
        yield from descendants(child)
