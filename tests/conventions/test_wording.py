"""Words for people: Vietnamese at the source, always through gettext, and only where words may stand."""

import ast
import re
from html.parser import HTMLParser

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
SPOKEN = {"alt", "title", "aria-label", "placeholder"}
CLASSES = re.compile(r"\{% block \w*_class %\}.*?\{% endblock %\}")
SILENT = {"script", "style"}
# The same in every language.
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
    "English",
    "Tiếng",
    "Việt",
}
# Where words may stand in Python: the doors that speak, and what is Vietnamese in itself.
SPEAKING_DOORS = {"labels", "forms"}
SPEAKING_FILES = {
    "config.py",  # the sender's name
    "qcdc_feedback/core/forms.py",
    "qcdc_feedback/core/text.py",  # letters of the alphabet
    "qcdc_feedback/petitions/rules/limits.py",  # names of laws
    "qcdc_feedback/petitions/rules/privacy.py",  # patterns of addresses
}


class Reader(HTMLParser):
    """Reads a page as a person does: its text, and what a screen reader says of its pictures and fields."""

    def __init__(self):
        super().__init__()
        self.bare = []
        self._silent = False

    def handle_starttag(self, tag, attrs):
        self._silent = tag in SILENT
        self._note(" ".join(value or "" for name, value in attrs if name in SPOKEN))

    def handle_endtag(self, tag):
        self._silent = False

    def handle_data(self, text):
        if not self._silent:
            self._note(text)

    def _note(self, text):
        for number, line in enumerate(text.split("\n"), start=self.getpos()[0]):
            self.bare += [f":{number} {word!r}" for word in WORD.findall(line) if word not in NEUTRAL]


def test_no_page_holds_words_outside_gettext(app):
    found = []
    for path in house.templates():
        reader = Reader()
        reader.feed(untranslated(app, path))
        reader.close()
        page = app.jinja_env.parse(house.text(path))
        found += [house.place(path) + word for word in reader.bare]
        found += [f"{house.place(path, node.lineno)} {node.value!r}" for node in bare_strings(page)]
    house.nothing(
        found, "Wrap these in _('…') or {% trans %}…{% endtrans %}, or English readers meet Vietnamese:"
    )


def untranslated(app, path):
    """Return what a template writes by itself, line by line, without what it computes or translates."""
    written = ""
    in_block = in_trans = False
    for line, kind, value in app.jinja_env.lex(CLASSES.sub("", house.text(path))):
        if kind == "data" and not in_trans:
            written += "\n" * (line - 1 - written.count("\n")) + value
        elif kind == "block_begin":
            in_block = True
        elif in_block and kind == "name":
            in_trans = value in {"trans", "pluralize"} or (in_trans and value != "endtrans")
            in_block = False
    return written


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
