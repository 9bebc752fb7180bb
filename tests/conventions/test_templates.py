"""Templates: each is reached, parses, uses what it imports, and holds no code, style or raw text."""

import re

import pytest
from jinja2 import meta, nodes

from qcdc_feedback.core.errors import DomainError
from tests.conventions import house

# Asked for by a name that is put together: letters by action and party, refusals by class or status.
FAMILIES = ("letters/", "errors/")
STATUS_PAGES = {"400", "404", "405", "413", "500"}
ERROR_LAYOUTS = {"layout", "inline"}
# Where markup is let through unescaped, each with its reason.
REVIEWED_MARKUP = {
    "qcdc_feedback/core/web.py",  # the sentence of a refusal is a template that has escaped its facts already
    "templates/components/field.html",  # govuk-frontend-wtf writes "Error:"; our own words take its place
}
INLINE = {
    "style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "script": re.compile(r"<script\b(?![^>]*\ssrc=)[^>]*>|javascript:", re.IGNORECASE),
    "event": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
}
RAW = re.compile(r"\|\s*safe\b|\bMarkup\b|autoescape\s+false")
NAMES = [house.template_name(path) for path in house.templates()]


def pages():
    return [path for path in house.templates() if path.suffix == ".html"]


def found_in(paths, pattern):
    return [
        house.place(path, number)
        for path in paths
        for number, line in enumerate(house.text(path).splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_template_parses(app, name):
    with app.app_context():
        app.jinja_env.get_template(name)


def test_every_template_is_reached():
    used = "\n".join(house.text(path) for path in [*house.program(), *house.templates()])
    found = [
        house.place(house.TEMPLATES / name)
        for name in NAMES
        if not name.startswith(FAMILIES) and f'"{name}"' not in used and f"'{name}'" not in used
    ]
    house.nothing(found, "No page asks for these templates; delete them:")


def test_every_template_that_is_asked_for_exists(app):
    found = [
        f"{house.place(path)} asks for {name}"
        for path in house.templates()
        for name in meta.find_referenced_templates(parsed(app, path))
        if name and name not in NAMES and not is_from_a_library(name)
    ]
    asked = re.compile(r"render_template\(\s*\"([^\"{]+)\"")
    found += [
        f"{house.place(path)} asks for {name}"
        for path in house.program()
        for name in asked.findall(house.text(path))
        if name not in NAMES
    ]
    house.nothing(found, "Write these templates, or mend the name:")


def is_from_a_library(name):
    return name.startswith(("govuk_frontend_jinja/", "govuk_frontend_wtf/"))


def test_every_template_uses_what_it_imports(app):
    found = []
    for path in house.templates():
        page = parsed(app, path)
        used = {node.name for node in page.find_all(nodes.Name) if node.ctx == "load"}
        imported = [name for node in page.find_all(nodes.FromImport) for name in node.names]
        aliases = [name[1] if isinstance(name, tuple) else name for name in imported]
        aliases += [node.target for node in page.find_all(nodes.Import)]
        found += [f"{house.place(path)} {alias}" for alias in aliases if alias not in used]
    house.nothing(found, "Take these imports out, nothing uses them:")


def parsed(app, path):
    return app.jinja_env.parse(house.text(path))


def test_every_refusal_has_its_page_and_every_page_its_refusal():
    pages_there = {path.stem for path in house.templates() if house.template_name(path).startswith("errors/")}
    refusals = {kind.__name__ for kind in refusals_of(DomainError)} | STATUS_PAGES
    house.nothing(
        [f"templates/errors/{name}.html" for name in sorted(refusals - pages_there)],
        "Write these pages: what was refused, why, and what to do now:",
    )
    house.nothing(
        sorted(pages_there - refusals - ERROR_LAYOUTS), "No refusal is called like these pages in errors/:"
    )


def refusals_of(kind):
    for child in kind.__subclasses__():
        if child.__module__.startswith("qcdc_feedback"):
            yield child
            yield from refusals_of(child)


@pytest.mark.parametrize("what", INLINE)
def test_no_code_and_no_style_stands_in_a_page(what):
    advice = "The security policy forbids it and browsers ignore it; use a class, or a module in frontend/:"
    house.nothing(found_in(house.templates(), INLINE[what]), advice)


def test_markup_is_let_through_at_reviewed_places_only():
    found = found_in([*house.templates(), *house.program()], RAW)
    found = [where for where in found if where.rpartition(":")[0] not in REVIEWED_MARKUP]
    house.nothing(
        found, "Let Jinja escape; if it truly must be raw, have it reviewed and list the file here:"
    )


def test_files_are_linked_by_asset_and_pages_by_url_for():
    static = re.compile(r"url_for\(\s*['\"]static|['\"]/static/")
    house.nothing(found_in(house.templates(), static), "Use asset('css/site.css'), it knows the hashed name:")
    written = re.compile(r"(?:href|action)=[\"']/[a-z]")
    house.nothing(
        found_in(pages(), written), "Use url_for('desk.page'), it keeps the language of the reader:"
    )
