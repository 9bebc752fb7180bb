"""Words for people: Vietnamese at the source, always through gettext, and only where words may stand."""

import ast
import re

from jinja2 import nodes

from tests.conventions import house

GETTEXT = {
    "_",
    "_l",
    "gettext",
    "ngettext",
    "pgettext",
    "npgettext",
    "lazy_gettext",
    "lazy_ngettext",
    "lazy_pgettext",
}
VIETNAMESE = re.compile(r"[À-ỹĐđ]")
WORD = re.compile(r"[^\W\d_]{2,}")
MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|&[#\w]+;", re.DOTALL)
SPOKEN = re.compile(r"\s(?:alt|title|aria-label|placeholder|content)\s*=\s*\"([^\"]*)", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>?", re.DOTALL)
# The same in every language: names, and what stands in <meta>.
NEUTRAL = {
    "QCDC",
    "Huế",
    "QR",
    "PDF",
    "JPEG",
    "PNG",
    "WebP",
    "MB",
    "kB",
    "URL",
    "CSV",
    "width",
    "device",
    "initial",
    "scale",
}
NEUTRAL |= {"viewport", "fit", "cover", "English", "Tiếng", "Việt", "light", "summary", "website", "noindex"}
# Where words may stand in Python. `config` holds the sender's name, the demo its town.
SPEAKING_DOORS = {"labels", "forms"}
SPEAKING_FILES = {"config.py", "qcdc_feedback/core/forms.py"}


def test_no_page_holds_words_outside_gettext(app):
    found = []
    for path in house.templates():
        page = app.jinja_env.parse(house.text(path))
        for node in page.find_all(nodes.TemplateData):
            found += [f"{house.place(path, node.lineno)} {words!r}" for words in bare_words(node.data)]
        found += [f"{house.place(path, node.lineno)} {node.value!r}" for node in bare_strings(page)]
    house.nothing(
        found, "Wrap these in _('…') or {% trans %}…{% endtrans %}, or English readers meet Vietnamese:"
    )


def bare_words(html):
    html = MARKUP.sub(" ", html)
    visible = TAG.sub(" ", html.split(">", 1)[1] if is_cut_inside_a_tag(html) else html)
    spoken = " ".join([visible, *SPOKEN.findall(html)])
    return [word for word in WORD.findall(spoken) if word not in NEUTRAL]


def is_cut_inside_a_tag(html):
    close, open_ = html.find(">"), html.find("<")
    return close != -1 and (open_ == -1 or close < open_)


def bare_strings(node):
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in GETTEXT:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and VIETNAMESE.search(node.value):
        yield node
    for child in node.iter_child_nodes():
        yield from bare_strings(child)


def test_python_speaks_only_in_labels_and_forms():
    found = [
        f"{house.place(path, string)} {string.value[:40]!r}"
        for path in house.program()
        if house.door_of(path) not in SPEAKING_DOORS and house.place(path) not in SPEAKING_FILES
        for string in strings(house.tree(path))
    ]
    house.nothing(found, "Words for people stand in templates, labels.py and forms; move these there:")


def test_labels_and_forms_speak_through_gettext():
    found = [
        f"{house.place(path, string)} {string.value[:40]!r}"
        for path in [*house.doors(*SPEAKING_DOORS), house.PACKAGE / "core" / "forms.py"]
        for string in strings(house.tree(path))
    ]
    house.nothing(found, "Wrap these in _l('…'):")


def strings(node):
    """Yield Vietnamese strings that no gettext call wraps; docstrings are for us, not for people."""
    if isinstance(node, ast.Call) and house.dotted(node.func).rpartition(".")[2] in GETTEXT:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and VIETNAMESE.search(node.value):
        yield node
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not is_docstring:
            yield from strings(child)
