"""Doors to the street: each address belongs to a desk, reads well, and lets nobody write by accident."""

import re

import pytest

from qcdc_feedback.core.db import Base, db
from qcdc_feedback.core.web import Desk
from tests.conventions import house

SAFE = {"GET", "HEAD", "OPTIONS"}
# Pages that no desk keeps: files that anyone may read.
WITHOUT_DESK = {"static"}
SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|<[a-z]+(\([^)]*\))?:[a-z_]+>(\.[a-z]+)?")
SAMPLE = {"int": "1", "string": "x", "path": "x", "uuid": "00000000-0000-0000-0000-000000000000"}


def rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in WITHOUT_DESK]


def address(rule):
    return re.sub(r"<(\w+)(?:\([^)]*\))?:\w+>", lambda match: SAMPLE[match[1]], rule.rule)


def test_every_address_belongs_to_a_desk(app):
    found = [
        f"{rule.rule} ({rule.endpoint})"
        for rule in rules(app)
        if not isinstance(app.blueprints.get(rule.endpoint.rpartition(".")[0]), Desk)
    ]
    house.nothing(found, "Put these pages behind a core.web.Desk, which says who may enter:")


def test_every_address_reads_in_kebab_case_with_typed_parameters(app):
    found = [
        f"{rule.rule} ({rule.endpoint})"
        for rule in rules(app)
        if not all(SEGMENT.fullmatch(part) for part in rule.rule.strip("/").split("/") if part)
    ]
    house.nothing(found, "Write addresses in kebab-case, parameters with their type (<string:code>):")


def test_every_page_is_answered_by_a_function_named_like_its_endpoint(app):
    found = [
        f"{rule.endpoint} is answered by {app.view_functions[rule.endpoint].__name__}"
        for rule in rules(app)
        if rule.endpoint.rpartition(".")[2] != app.view_functions[rule.endpoint].__name__
    ]
    house.nothing(found, "Let the endpoint be the function's name, so that url_for tells where to look:")


def test_every_unsafe_address_refuses_a_request_without_the_token(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    monkeypatch.setitem(app.config, "WTF_CSRF_CHECK_DEFAULT", True)
    found = []
    for rule in rules(app):
        for method in sorted(rule.methods - SAFE):
            status = client.open(address(rule), method=method).status_code
            if status != 400:
                found.append(f"{method} {rule.rule} answers {status}")
    house.nothing(found, "Nothing may be exempt from the CSRF token:")


@pytest.mark.parametrize("is_demo", [False, True])
@pytest.mark.parametrize("language", ["", "/en"])
def test_every_plain_page_answers_a_guest(app, client, monkeypatch, language, is_demo):
    monkeypatch.setitem(app.config, "DEMO", is_demo)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    found = []
    for rule in rules(app):
        if "GET" in rule.methods and not rule.arguments:
            page = client.get(language + rule.rule)
            if page.status_code >= 500:
                found.append(f"{rule.rule} answers {page.status_code}")
            if " at 0x" in page.text:
                found.append(f"{rule.rule} prints a function where its result was meant")
    house.nothing(found, "These pages break for someone who is not signed in:")


def test_every_page_about_something_unknown_is_not_found(app, client):
    found = []
    for rule in rules(app):
        if "GET" in rule.methods and rule.arguments:
            status = client.get(address(rule)).status_code
            if status not in {302, 403, 404}:
                found.append(f"{address(rule)} answers {status}")
    house.nothing(found, "A stranger asking for what is not there gets 404 (or the way to sign in):")


def test_reading_a_page_cannot_write(app):
    anything = next(mapper.class_ for mapper in Base.registry.mappers)
    with app.app_context():
        db.session.add(anything())
        with pytest.raises(RuntimeError, match="outside a use case"):
            db.session.flush()
        db.session.rollback()
