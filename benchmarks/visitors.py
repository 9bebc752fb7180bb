"""Those who visit the pages: over the loopback with cookies and tokens, or inside this process."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from flask import Flask

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_FORM = "application/x-www-form-urlencoded"


class Unexpected(Exception):
    """A page did not answer as it should."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes
    location: str = ""

    @property
    def token(self) -> str:
        """Return the token that the form on the page carries, or nothing."""
        found = _TOKEN.search(self.body.decode())
        return found[1] if found else ""


class Visitor(Protocol):
    """Someone who reads pages and sends forms, and keeps their cookies."""

    def get(self, path: str) -> Answer:
        """Read a page."""

    def post(self, path: str, form: Mapping[str, str]) -> Answer:
        """Send a form."""

    def hang_up(self) -> None:
        """Let the connection go, if there is one; the next visit opens a new one."""


class Caller:
    """Visits over the loopback, on one connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        """Read a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, form: Mapping[str, str]) -> Answer:
        """Send a form."""
        return self._ask("POST", path, urlencode(form).encode())

    def hang_up(self) -> None:
        """Let the connection go."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes | None) -> Answer:
        headers = {"Content-Type": _FORM} if body is not None else {}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        self._connection.request(method, path, body, headers)
        with self._connection.getresponse() as response:
            for line in response.headers.get_all("Set-Cookie") or ():
                name, _, value = line.partition(";")[0].partition("=")
                self._cookies[name] = value
            return Answer(response.status, response.read(), response.headers.get("Location", ""))


class Insider:
    """Visits inside this process, so that statements can be counted."""

    def __init__(self, app: Flask) -> None:
        self._client = app.test_client()
        self._cookie_name = app.config["SESSION_COOKIE_NAME"]

    def get(self, path: str) -> Answer:
        """Read a page."""
        with self._client.get(path) as response:
            return Answer(response.status_code, response.get_data(), response.location or "")

    def hang_up(self) -> None:
        """There is nothing to let go."""

    def cookie(self) -> str:
        """Return the cookie of the session as a browser sends it."""
        kept = self._client.get_cookie(self._cookie_name)
        return f"{kept.key}={kept.value}" if kept else ""

    def post(self, path: str, form: Mapping[str, str]) -> Answer:
        """Send a form."""
        with self._client.post(path, data=dict(form)) as response:
            return Answer(response.status_code, response.get_data(), response.location or "")


def read(visitor: Visitor, path: str) -> Answer:
    """Read a page that must be there."""
    return _require(visitor.get(path), 200, path)


def send(visitor: Visitor, path: str, form: Mapping[str, str]) -> Answer:
    """Fill in the form of a page and send it; it must lead on."""
    token = _require(visitor.get(path), 200, path).token
    return hand_in(visitor, path, {"csrf_token": token, **form})


def hand_in(visitor: Visitor, path: str, form: Mapping[str, str]) -> Answer:
    """Send a form whose token is known; it must lead on."""
    return _require(visitor.post(path, form), 302, path)


def sign_in(visitor: Visitor, email: str, password: str) -> None:
    """Enter as an official."""
    send(visitor, "/sign-in", {"email": email, "password": password})


def _require(answer: Answer, status: int, path: str) -> Answer:
    if answer.status != status:
        raise Unexpected(f"{path} answers {answer.status}, not {status}")
    return answer
