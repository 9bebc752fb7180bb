"""A mail server on this machine, and letters of the tests' own."""

import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from jinja2 import ChoiceLoader, DictLoader

TEMPLATES = {
    "letters/told.txt": (
        "Hồ sơ {{ code }} đã có cơ quan giải quyết\n\nKính gửi ông/bà {{ name }},\n"
        "Hạn trả lời: {{ due_on|day }}.\n{{ site }}/track\n"
    ),
    "letters/in_ascii.txt": "Petition {{ code }}\n\nPetition {{ code }}\n",
    "letters/broken.txt": "Một\n{{ code.no.such }}",
}


class _Sink(Message):
    """A mail server that keeps what it gets, or answers as it is told."""

    def __init__(self):
        super().__init__()
        self.received, self.answer, self.deed = [], "250 OK", None

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    def prepare_message(self, session, envelope):
        return envelope, message_from_bytes(envelope.content, policy=policy.default)

    def handle_message(self, received):
        if self.deed:
            self.deed()
        self.received.append(received)


@pytest.fixture
def free_port():
    """Return the number of a port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def templates(inside, monkeypatch):
    """Let there be letters of the tests' own."""
    own = ChoiceLoader([DictLoader(TEMPLATES), inside.jinja_env.loader])
    monkeypatch.setattr(inside.jinja_env, "loader", own)
    monkeypatch.setitem(inside.config, "BASE_URL", "https://qcdc.example")


@pytest.fixture
def served_by(inside, monkeypatch):
    """Let letters go to the mail server at a port."""

    def use(port):
        monkeypatch.setitem(inside.config, "MAIL_SERVER", "127.0.0.1")
        state = inside.extensions["mail"]
        for name, value in {"server": "127.0.0.1", "port": port, "suppress": False}.items():
            monkeypatch.setattr(state, name, value)

    return use


@pytest.fixture
def sink(served_by, free_port):
    sink = _Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=free_port)
    controller.start()
    served_by(controller.port)
    yield sink
    controller.stop()
