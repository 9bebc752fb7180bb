"""Letters as e-mail: whole in every language, and never more headers than we wrote."""

from email import message_from_bytes, policy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from qcdc_feedback.notifications.adapters import email, rendering
from qcdc_feedback.notifications.adapters.rendering import Text

_HEADERS = {
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
    *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
}
_BREAKS = set(map(chr, range(32))) | set("\x7f\x85\u2028\u2029")
_HOSTILE = some.text(max_size=40) | some.sampled_from(
    [
        "\r\nBcc: all@example.com",
        "\nSubject: x",
        "\x00",
        "\u2028Bcc: a@b",
        "\x85To: c@d",
        "=?utf-8?q?x?=\n y",
        "ế" * 300,
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=_HOSTILE, template=some.sampled_from(["told", "in_ascii"]))
def test_what_people_typed_never_becomes_a_header(templates, typed, template):
    text = rendering.text_of(template, {"code": typed, "due_on": None, "name": typed}, "vi")
    raw = email.written(text, "lan@example.com", "k1").as_bytes()
    letter = message_from_bytes(raw, policy=policy.default)
    assert (set(letter.keys()), len(letter)) == (_HEADERS, len(_HEADERS))
    assert letter["To"] == "lan@example.com"
    assert not _BREAKS & set(letter["Subject"])
    assert not letter.defects


def test_a_long_subject_arrives_whole(inside, sink):
    text = Text("Kiến nghị về việc chiếu sáng " * 20, "Nội dung\n")
    email.send(text, "lan@example.com", "k1")
    assert sink.received[0][1]["Subject"] == text.subject
