"""Two languages: Vietnamese at the plain address, English under /en; words for codes, dates for people."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_datetime
from flask import Flask, has_request_context, request
from flask_babel import Babel, get_locale
from flask_babel.speaklater import LazyString
from werkzeug.local import LocalProxy

from qcdc_feedback.core import clock

Labels = Mapping[type[Enum], Mapping[Any, LazyString]]

SOURCE = "vi"
OTHERS = ("en",)
_ENVIRON = "qcdc.locale"


class LanguageInAddress:
    """WSGI middleware: moves a leading /en into SCRIPT_NAME, so that every url_for keeps the language."""

    def __init__(self, inner: Callable[..., Iterable[bytes]]) -> None:
        self.inner = inner

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Serve the page in the language of its address."""
        path = environ.get("PATH_INFO", "")
        for language in OTHERS:
            if path == f"/{language}" or path.startswith(f"/{language}/"):
                environ[_ENVIRON] = language
                environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}/{language}"
                environ["PATH_INFO"] = path[len(language) + 1 :] or "/"
        return self.inner(environ, start_response)


def language_of_address() -> str:
    """Return the language that the address of this request asks for."""
    return request.environ.get(_ENVIRON, SOURCE) if has_request_context() else SOURCE


def language() -> str:
    """Return the language of this page or letter."""
    # Pages ask for it in every row: the address answers faster than Babel.
    return language_of_address() if has_request_context() else str(get_locale() or SOURCE)


def switch_url() -> str:
    """Return the address of this page in the other language."""
    root, path = request.script_root, request.full_path.rstrip("?")
    for other in OTHERS:
        if root.endswith(f"/{other}"):
            return root.removesuffix(f"/{other}") + path
    return f"{root}/{OTHERS[0]}{path}"


@lru_cache(maxsize=4096)
def _day(value: date, locale: str) -> str:
    return format_date(value, "dd/MM/yyyy" if locale == SOURCE else "d MMMM yyyy", locale=locale)


@lru_cache(maxsize=4096)
def _moment(value: datetime, locale: str) -> str:
    pattern = "HH:mm, dd/MM/yyyy" if locale == SOURCE else "HH:mm, d MMMM yyyy"
    return format_datetime(value, pattern, locale=locale)


def day(value: date | None) -> str:
    """Write a date as people do, of a moment the date in Huế; nothing for None."""
    if isinstance(value, datetime):
        value = clock.local(value).date()
    return "" if value is None else _day(value, language())


def moment(value: datetime | None) -> str:
    """Write a moment as a clock and calendar in Huế show it."""
    return "" if value is None else _moment(clock.local(value), language())


def filesize(size: int) -> str:
    """Write a number of bytes as kB or MB."""
    number = f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(size // 1000, 1)} kB"
    return number.replace(".", ",") if language() == SOURCE else number


def init_app(app: Flask, labels: Iterable[Labels]) -> None:
    """Teach the app its languages and give the templates words for our codes."""
    Babel(
        app,
        default_locale=SOURCE,
        default_timezone="Asia/Ho_Chi_Minh",
        default_translation_directories=f"{app.root_path}/translations",
        locale_selector=language_of_address,
    )
    app.wsgi_app = LanguageInAddress(app.wsgi_app)  # type: ignore[method-assign]
    words = {
        (kind, member): text
        for room in labels
        for kind, texts in room.items()
        for member, text in texts.items()
    }
    spoken: dict[str, dict[tuple[type, Any], str]] = {}

    def label(member: Enum | None) -> str:
        """Return the words for a code; they are looked up once for each language."""
        if member is None:
            return ""
        locale = language()
        if locale not in spoken:
            spoken[locale] = {key: str(text) for key, text in words.items()}
        return spoken[locale][type(member), member]

    app.jinja_env.filters.update(label=label, day=day, moment=moment, filesize=filesize)
    app.jinja_env.globals.update(switch_url=LocalProxy(switch_url))
    app.context_processor(lambda: {"locale": language()})
