"""Letters by SMTP."""

import smtplib
import ssl
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit

from flask import current_app
from flask_mail import Connection, Mail, Message

from qcdc_feedback.notifications.adapters.rendering import Text
from qcdc_feedback.notifications.rules import message_id

TIMEOUT = 15  # seconds a mail server may stay silent; Flask-Mail itself would wait for ever
_FOR_GOOD = 500

mail = Mail()


class Unreachable(Exception):
    """There is no mail server to talk to: the fault is not in the letter."""


class Refused(Exception):
    """The mail server will never take a letter to this address."""


class _Connection(Connection):
    """A connection that gives up waiting, and that knows the server by its certificate."""

    def configure_host(self) -> smtplib.SMTP:
        """Connect and sign in."""
        try:
            host = smtplib.SMTP(self.mail.server, self.mail.port, timeout=TIMEOUT)
            if self.mail.use_tls:
                host.starttls(context=ssl.create_default_context())
            if self.mail.username and self.mail.password:
                host.login(self.mail.username, self.mail.password)
        except OSError as error:  # all that smtplib and the network raise
            raise Unreachable(repr(error)) from error
        return host

    def __exit__(self, kind: type[BaseException], error: BaseException, trace: TracebackType) -> None:
        with suppress(OSError):  # the letter is taken or refused by now: a rude goodbye changes nothing
            super().__exit__(kind, error, trace)


def written(text: Text, address: str, key: str) -> Message:
    """Return the letter as an e-mail; the same key gives the same Message-ID."""
    host = urlsplit(current_app.config["BASE_URL"]).hostname
    message = Message(text.subject, [address], text.body, extra_headers={"Auto-Submitted": "auto-generated"})
    message.msgId = message_id(key, host or "localhost")
    return message


def send(text: Text, address: str, key: str) -> None:
    """Send one letter; raises Unreachable, Refused, or an OSError when it is worth trying again."""
    with _Connection(current_app.extensions["mail"]) as connection:
        try:
            connection.send(written(text, address, key))
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            if min(codes) >= _FOR_GOOD:
                raise Refused(f"refused by the mail server: {codes}") from error
            raise
