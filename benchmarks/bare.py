"""What a page costs without us: an empty Flask answer, and a bare Flask and Jinja page of the same size."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask

_ROWS = """{% for value, text in options %}
<option value="{{ value }}">{{ text }}</option>
{% endfor %}
<ul class="app-petitions">
{% for code, title, kind, category, unit, day, authority, state, words, due in rows %}
  <li class="app-petition">
    <h2 class="app-petition__title"><a class="govuk-link" href="/petitions/{{ code }}">{{ title }}</a></h2>
    <ul class="app-petition__facts">
      {% if title %}<li>{{ kind }} <span class="app-code">{{ code }}</span></li>{% endif %}
      <li>{{ category }}</li>
      <li class="app-fact app-fact--place">{{ unit }}</li>
      <li class="app-fact app-fact--time">{{ day }}</li>
      {% if authority %}<li>{{ authority }}</li>{% endif %}
    </ul>
    <div class="app-petition__state">
      <span class="app-status app-status--{{ state }}">{{ words }}</span>
      {% if due %}<span class="app-due">{{ due }}</span>{% endif %}
    </div>
  </li>
{% endfor %}
</ul>"""
_LINE = "<p>Phản ánh, kiến nghị với các cơ quan của Huế.</p>\n"
_ROW = (
    "PA-2026-001234",
    "Đèn đường Lê Lợi tắt ba trụ liền nhau",
    "Phản ánh",
    "Chiếu sáng công cộng, cây xanh đô thị",
    "Phường Thuận Hóa",
    "Nhận ngày 23/11/2026",
    "Sở Xây dựng",
    "in_progress",
    "Đang giải quyết",
    "Hạn 02/12/2026",
)


_OPTION = ("lighting_trees", "Chiếu sáng công cộng, cây xanh đô thị")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a page shows: petitions, choices in its filters, bytes."""

    rows: int
    options: int
    bytes: int


def bare_app(sizes: Mapping[str, Size]) -> Flask:
    """Return an app with an empty answer at /, and a page of that size at each other name."""
    app = Flask(__name__)
    app.add_url_rule("/", "hello", lambda: "")
    for name, size in sizes.items():
        _add_page(app, name, size)
    return app


def _add_page(app: Flask, name: str, size: Size) -> None:
    shown = {"rows": [_ROW] * size.rows, "options": [_OPTION] * size.options}
    varied = len(app.jinja_env.from_string(_ROWS).render(shown).encode())
    rest = _LINE * max(0, (size.bytes - varied) // len(_LINE.encode()))
    page = app.jinja_env.from_string(f"<!doctype html>\n<html>{_ROWS}\n{rest}</html>")
    app.add_url_rule(f"/{name}", name, lambda: page.render(shown))
