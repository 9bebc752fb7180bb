"""The doors to the street: who may enter, what a refusal looks like, which headers go out."""

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError, CSRFProtect
from markupsafe import Markup
from werkzeug.exceptions import HTTPException
from werkzeug.local import LocalProxy
from werkzeug.routing import IntegerConverter, UnicodeConverter, ValidationError

from qcdc_feedback.core.actors import GUEST, Actor, Role
from qcdc_feedback.core.errors import DomainError, NotAllowed
from qcdc_feedback.core.forms import FormRequest

ANYONE: frozenset[Role] = frozenset()
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self)",
}
_HELD = "held"


class Desk(Blueprint):
    """A group of pages with one answer to who may enter: everyone, or those who hold one of the roles.

    The pages of a public desk are the same for all who ask: they read no session and set no cookie.
    A desk with a title stands in the navigation of those who may enter, by its first page.
    """

    def __init__(
        self,
        name: str,
        prefix: str,
        roles: frozenset[Role],
        is_public: bool = False,
        title: Any = "",
        home: str = "",
    ) -> None:
        super().__init__(name, __name__, url_prefix=prefix)
        self.roles = roles
        self.is_public = is_public
        self.title = title
        self.home = f"{name}.{home}"
        self.before_request(self._admit)

    def _admit(self) -> ResponseReturnValue | None:
        if not self.roles:
            return None
        if me().user_id is None:
            return redirect(url_for("accounts.sign_in", next=request.path))
        if me().roles.isdisjoint(self.roles):
            raise NotAllowed
        return None


def me() -> Actor:
    """Return who is asking, with the petitions they opened by number and secret."""
    if "actor" not in g:
        person = current_user._get_current_object()  # a stand-in: hand on the person
        actor: Actor = person.actor if person.is_authenticated else GUEST
        held = frozenset(session.get(_HELD, ()))
        g.actor = Actor(actor.user_id, actor.name, actor.posts, held)
    return g.actor


def desk_pages() -> list[tuple[str, Any]]:
    """Return first page and title of every desk that the person may enter."""
    desks = [desk for desk in current_app.blueprints.values() if isinstance(desk, Desk)]
    return [(desk.home, desk.title) for desk in desks if desk.title and not desk.roles.isdisjoint(me().roles)]


def hold(petition_id: int) -> None:
    """Remember in this browser that the petition was opened by its secret."""
    session[_HELD] = sorted({*session.get(_HELD, ()), petition_id})[-20:]
    g.pop("actor", None)


def let_go() -> None:
    """Forget every petition opened in this browser."""
    session.pop(_HELD, None)
    g.pop("actor", None)


def refuse(error: DomainError) -> ResponseReturnValue:
    """Show the page named like the refusal, with its status."""
    page = render_template(f"errors/{type(error).__name__}.html", layout="errors/layout.html", error=error)
    return page, error.status


def sentence(error: DomainError) -> Markup:
    """Return the same words as an error summary, to stand above the form that was refused."""
    page = render_template(f"errors/{type(error).__name__}.html", layout="errors/inline.html", error=error)
    return Markup(page)


def _fail(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    known = error.code if error.code in (400, 404, 405, 413, 500) else 400 if error.code < 500 else 500
    page = render_template(
        f"errors/{known}.html",
        layout="errors/layout.html",
        request_id=secrets.token_hex(8),
        typed=typed_texts() if isinstance(error, CSRFError) else {},
    )
    return page, error.code


class _PagesSession(SecureCookieSessionInterface):
    """Public pages leave no trace in the browser and no Vary in caches."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not _is_public():
            super().save_session(app, session, response)


def _is_public() -> bool:
    if request.endpoint == "static":
        return True
    desk = current_app.blueprints.get(request.blueprint or "")
    return isinstance(desk, Desk) and desk.is_public and request.method in ("GET", "HEAD")


def _dress(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if "Cache-Control" in response.headers:
        return response
    if _is_public() and response.status_code == 200:
        response.headers["Cache-Control"] = "public, max-age=5, stale-while-revalidate=30"
    else:
        response.headers["Cache-Control"] = "no-store"
    return response


def _assets(app: Flask) -> Callable[[str], str]:
    manifest = Path(app.static_folder or "") / "manifest.json"
    names: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    return lambda name: f"{app.static_url_path}/{names.get(name, name)}"


class _Id(IntegerConverter):
    """Numbers in addresses are ids: none is beyond what both databases can hold."""

    def to_python(self, value: str) -> int:
        """Return the number; a larger one leads nowhere."""
        number: int = super().to_python(value)
        if number >= 2**31:
            raise ValidationError
        return number


class _Text(UnicodeConverter):
    """Words in addresses: none holds a NUL, which PostgreSQL would not even compare."""

    def to_python(self, value: str) -> str:
        """Return the text; one with a NUL leads nowhere."""
        if "\0" in value:
            raise ValidationError
        return super().to_python(value)


def init_app(app: Flask, desks: list[Desk]) -> None:
    """Open the desks and hang up the rules of the door."""
    CSRFProtect(app)
    app.url_map.converters.update(int=_Id, string=_Text)
    app.request_class = FormRequest
    app.session_interface = _PagesSession()
    app.after_request(_dress)
    app.register_error_handler(DomainError, refuse)
    app.register_error_handler(HTTPException, _fail)
    # Asked only where a template uses them: public pages never touch the session.
    app.jinja_env.globals.update(me=LocalProxy(me), desk_pages=LocalProxy(desk_pages))
    app.jinja_env.globals.update(asset=_assets(app), sentence=sentence, demo=app.config["DEMO"])
    for desk in desks:
        app.register_blueprint(desk)


def typed_texts() -> dict[str, Any]:
    """Return the longer texts of the form that was sent, so that an error page can hand them back."""
    hidden = {"csrf_token", "password", "secret"}
    return {name: text for name, text in request.form.items() if name not in hidden and len(text) > 20}
