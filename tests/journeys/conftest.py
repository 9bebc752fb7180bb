"""A real server, a real browser: journeys are played as people would."""

import shutil
import threading
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from tests import given

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# WCAG 2.0 to 2.2, A and AA, and what axe counts as good practice.
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return one browser for all journeys; each person gets a profile of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def street(clean: Flask) -> Iterator[str]:
    """Serve the small town on a free port, as a city would: with tokens on every form; return its address."""
    with clean.app_context():
        given.a_town()
    server = make_server("127.0.0.1", 0, clean, threaded=True)
    clean.config["WTF_CSRF_ENABLED"] = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()
    clean.config["WTF_CSRF_ENABLED"] = False


@pytest.fixture
def person(chromium: Browser, street: str, clean: Flask) -> Iterator[Callable[..., "Person"]]:
    """Return a way to let people come in: each with a browser profile, a screen width, scripts or none."""
    contexts: list[BrowserContext] = []
    checked: set[str] = set()

    def come(name: str = "", width: int = 1280, javascript: bool = True) -> Person:
        context = chromium.new_context(
            base_url=street,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            locale="vi-VN",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        someone = Person(context.new_page(), width, checked, street, chromium.new_context())
        contexts.append(someone.glasses.context)
        if name:
            someone.signs_in(f"{name}@example.com")
        return someone

    yield come
    for context in contexts:
        context.close()


class Person:
    """Someone at a browser; every page they come to is checked for what shuts people out."""

    def __init__(self, page: Page, width: int, checked: set[str], street: str, apart: BrowserContext) -> None:
        self.page = page
        self.width = width
        self.checked = checked
        self.street = street
        # axe needs scripts: it looks at a copy of the page, which the person's own browser may not run.
        self.glasses = apart.new_page()
        self.faults: list[str] = []
        page.on(
            "console", lambda message: self.faults.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def signs_in(self, email: str) -> None:
        """Sign in with the password of the small town."""
        self.goes_to("/sign-in")
        self.types("email", email)
        self.types("password", given.PASSWORD)
        self.sends()

    def goes_to(self, path: str) -> None:
        """Open an address."""
        self.page.goto(path)
        self.looks()

    def follows(self, path: str) -> None:
        """Follow the link that leads to the address."""
        self.page.locator(f"a[href$='{path}']").first.click()
        self.looks()

    def sends(self) -> None:
        """Press the button that the page is there for."""
        self.page.locator("main form button.govuk-button:not(.govuk-button--secondary)").first.click()
        self.looks()

    def presses(self, words: str) -> None:
        """Press a button by its words."""
        self.page.get_by_role("button", name=words).first.click()
        self.looks()

    def types(self, field: str, text: str) -> None:
        """Fill in a field by its name in the form."""
        self.page.locator(f"[name={field}]").first.fill(text)

    def chooses(self, field: str, value: str) -> None:
        """Tick the radio or box with this value."""
        self.page.locator(f"[name={field}][value='{value}']").check()

    def picks(self, field: str, words: str) -> None:
        """Pick from a list by the words shown."""
        self.page.locator(f"select[name={field}]").select_option(label=words)

    def attaches(self, field: str, *files: tuple[str, bytes]) -> None:
        """Attach files as from a disk."""
        parts = [{"name": name, "mimeType": "image/jpeg", "buffer": raw} for name, raw in files]
        self.page.locator(f"[name={field}]").set_input_files(parts)

    def sees(self, words: str) -> None:
        """Assert that the words stand on the page."""
        assert words in self.page.locator("body").inner_text(), f"{words!r} is not on {self.page.url}"

    def does(self, code: str, deed: str, **typed: str) -> None:
        """Do a deed from the workspace: follow its link, fill in texts, send."""
        self.goes_to(f"/workspace/{code}")
        self.follows(f"/workspace/{code}/{deed}")
        for field, text in typed.items():
            self.types(field, text)
        self.sends()

    def looks(self) -> None:
        """Assert that the page is no failure, shuts nobody out, and does not run off a narrow screen."""
        self.page.wait_for_load_state()
        assert self.faults == [], self.page.url
        kind = self.page.url.partition("?")[0] + self.page.title() + str(self.page.locator("main").count())
        if kind in self.checked:
            return
        self.checked.add(kind)
        self.glasses.goto(f"{self.street}/accessibility")
        self.glasses.set_content(self.page.content(), wait_until="load")
        for width in (1280, 375):
            self.glasses.set_viewport_size({"width": width, "height": 900})
            self._checks(width)

    def _checks(self, width: int) -> None:
        measure = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        wide = self.glasses.evaluate(measure)
        assert wide <= 0, f"{self.page.url} is {wide} pixels too wide at {width}"
        found = Axe().run(self.glasses, options=_RULES).response["violations"]
        told = [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
        assert told == [], f"{self.page.url} at {width}"
