"""Which files are taken: names, sizes, what the bytes say, and what a PDF may hold."""

import zlib
from contextlib import suppress

import pytest
from hypothesis import given, strategies

from qcdc_feedback.files import rules
from qcdc_feedback.files.rules import FileRefused, MediaType

PNG = b"\x89PNG\r\n\x1a\n" + bytes(300)
JPEG = b"\xff\xd8\xff\xe0" + bytes(300)
WEBP = b"RIFF\x24\x01\x00\x00WEBPVP8 " + bytes(300)
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def _refusal(deed, *args):
    with pytest.raises(FileRefused) as refused:
        deed(*args)
    return refused.value.facts["why"]


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("ảnh đèn hỏng.jpg", "ảnh đèn hỏng.jpg"),
        ("a\u0309nh.jpg", "ảnh.jpg"),  # NFD, as macOS sends it
        ("../../etc/passwd.png", "passwd.png"),
        ("C:\\Users\\lan\\giấy.pdf", "giấy.pdf"),
        ("anh\u202egpj.exe.pdf", "anhgpj.exe.pdf"),
        ("a\x00\x07b\u200b.png", "ab.png"),
        ("hai\ndòng\u2028ba.png", "hai dòng ba.png"),
        (".png", ".png"),
        ("", ""),
    ],
)
def test_a_name_is_shown_without_path_or_hidden_characters(given_name, shown):
    assert rules.tidy_name(given_name) == shown


@given(strategies.text(max_size=400))
def test_any_name_becomes_short_and_visible_and_stays_so(name):
    shown = rules.tidy_name(name)
    assert len(shown) <= rules.MAX_NAME
    assert shown.isprintable()
    assert not set(shown) & set("/\\")
    assert rules.tidy_name(shown) == shown


def test_a_long_name_keeps_its_extension():
    assert rules.tidy_name("a" * 300 + ".jpeg") == "a" * 95 + ".jpeg"


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("a.jpg", JPEG, MediaType.JPEG),
        ("a.JPEG", JPEG, MediaType.JPEG),
        ("a.php.jpg", JPEG, MediaType.JPEG),
        ("a.png", PNG, MediaType.PNG),
        ("a.webp", WEBP, MediaType.WEBP),
        ("a.pdf", PDF, MediaType.PDF),
    ],
)
def test_a_file_is_taken_when_name_and_content_agree(name, raw, kind):
    assert rules.accepted(name, raw) is kind


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.jpg", b"", "empty"),
        ("a.jpg", PNG, "lies"),
        ("a.png", JPEG, "lies"),
        ("a.pdf", b"<html><script>", "lies"),
        ("a.jpg", b"MZ" + bytes(300), "lies"),
        ("a.jpg", b"GIF89a" + bytes(300), "lies"),
        ("a.svg", b"<svg onload='x()'/>", "type"),
        ("a.html", b"<html>", "type"),
        ("a.gif", b"GIF89a" + bytes(300), "type"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic" + bytes(300), "type"),
        ("a.docx", b"PK\x03\x04" + bytes(300), "type"),
        ("a.jpg.exe", JPEG, "type"),
        ("", JPEG, "type"),
        ("a.png", PNG + bytes(rules.MAX_BYTES), "too_big"),
    ],
)
def test_other_files_are_refused_with_the_reason(name, raw, why):
    assert _refusal(rules.accepted, name, raw) == why


def test_five_files_and_no_more():
    rules.accept_together([1] * 5)
    assert _refusal(rules.accept_together, [1] * 6) == "too_many"


def test_all_files_together_are_bounded():
    rules.accept_together([rules.MAX_BYTES_TOGETHER])
    assert _refusal(rules.accept_together, [rules.MAX_BYTES_TOGETHER, 1]) == "too_big"


@pytest.mark.parametrize(("width", "height"), [(12_001, 1), (1, 12_001), (8_000, 5_001), (100_000, 100_000)])
def test_a_picture_too_costly_to_open_is_refused_by_its_header(width, height):
    assert _refusal(rules.accept_picture, "a.png", MediaType.PNG, PNG, width, height) == "too_many_pixels"


def test_a_jpeg_in_thousands_of_passes_is_refused():
    patient = JPEG + b"\xff\xda" * 51
    rules.accept_picture("a.jpg", MediaType.JPEG, JPEG + b"\xff\xda" * 12, 10, 10)
    rules.accept_picture("a.png", MediaType.PNG, patient, 10, 10)  # elsewhere these bytes mean nothing
    assert _refusal(rules.accept_picture, "a.jpg", MediaType.JPEG, patient, 10, 10) == "too_many_pixels"


def _pdf(*parts):
    return PDF.replace(b"trailer", b"\n".join(parts) + b"\ntrailer")


def _packed(objects, dictionary=b"<< /Type /ObjStm /Filter /FlateDecode >>"):
    return b"5 0 obj " + dictionary + b"\nstream\r\n" + zlib.compress(objects) + b"\nendstream endobj"


@pytest.mark.parametrize(
    "harmless",
    [
        PDF,
        _pdf(b"<< /OpenAction [3 0 R /XYZ null null 0] >>"),  # LibreOffice writes where to open
        _pdf(b"<< /OpenAction[1 0 R /Fit] >>"),
        _pdf(_packed(b"<< /Type /Font /BaseFont /ABCDEF+Be#20Vietnam >>")),
        _pdf(b"<< /A << /S /URI /URI (https://hue.gov.vn) >> >>"),
    ],
)
def test_a_plain_document_is_taken(harmless):
    rules.accept_document("a.pdf", harmless)


@pytest.mark.parametrize(
    "active",
    [
        _pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"),
        _pdf(b"<< /S /J#61vaScript /JS (app.alert(1)) >>"),
        _pdf(b"<< /S /#4A#61#76#61Script >>"),
        _pdf(b"<< /Names << /JavaScript 4 0 R >> >>"),
        _pdf(b"<< /S /Launch /F (cmd.exe) >>"),
        _pdf(b"<< /Type /Filespec /EF << /F 9 0 R >> >> << /Type /EmbeddedFile >>"),
        _pdf(b"<< /Names << /EmbeddedFiles 4 0 R >> >>"),
        _pdf(b"<< /OpenAction 7 0 R >>"),
        _pdf(b"<< /OpenAction << /S /GoToR >> >>"),
        _pdf(b"<< /S /Rendition /JS (x) >>"),
        _pdf(b"<< /Subtype /RichMedia >>"),
        _pdf(_packed(b"<< /S /JavaScript >>")),
        _pdf(_packed(b"<< /S /Java#53cript >>")),
        _pdf(_packed(b"<< >>"), _packed(b"<< /S /Launch >>")),
        _pdf(_packed(b"<< >>", b"<< /Type /Obj#53tm /Filter /FlateDecode >>")),
        _pdf(b"<< /Type /ObjStm >>\nstream\nnot packed at all\nendstream"),
        _pdf(b"<< /Type /ObjStm >>\nstream\n" + zlib.compress(b"<< >>" * 99)[:-6] + b"\nendstream"),
        _pdf(b"<< /Type /ObjStm >>"),
        _pdf(_packed(bytes(21_000_000))),
    ],
)
def test_a_document_that_acts_or_hides_is_refused(active):
    assert _refusal(rules.accept_document, "a.pdf", active) == "active_content"


@pytest.mark.parametrize("broken", [PDF[:-7], b"\n" + PDF, PDF + bytes(4000)])
def test_a_document_without_its_beginning_or_end_is_refused(broken):
    assert _refusal(rules.accept_document, "a.pdf", broken) == "broken"


@pytest.mark.parametrize("heap", [b"/ObjStm", b"/ObjStm stream ", b"#41#42", b"/OpenAction   "])
def test_a_document_cannot_keep_us_busy(heap):
    """Each byte is read a fixed number of times; a search within a search would take minutes here."""
    crafted = b"%PDF-1.7\n" + heap * (1_000_000 // len(heap)) + b"\n%%EOF\n"
    with suppress(FileRefused):
        rules.accept_document("a.pdf", crafted)
