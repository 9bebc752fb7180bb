"""Which files are taken, how large, and what their bytes give away."""

import re
import unicodedata
import zlib
from collections.abc import Sequence
from enum import StrEnum

import filetype

from qcdc_feedback.core.errors import Unacceptable

MAX_FILES = 5
MAX_BYTES = 10 * 1000 * 1000
MAX_BYTES_TOGETHER = 25 * 1000 * 1000
MAX_NAME = 100
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
MAX_PASSES = 50  # a JPEG in thousands of passes is quick to send and takes minutes to open
_START_OF_PASS = b"\xff\xda"
_LAST_PART = re.compile(r"[/\\]")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED = b"/ObjStm"
# A document may say where it opens: office programs write that as a list of place and zoom.
_ACTIVE = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|Rendition|RichMedia|OpenAction(?!\s*\[))")
_MAX_UNPACKED = 20 * 1000 * 1000
_END_OF_PDF = 2048


class MediaType(StrEnum):
    """The kinds of file we take."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    PDF = "application/pdf"


EXTENSIONS = {
    "jpg": MediaType.JPEG,
    "jpeg": MediaType.JPEG,
    "png": MediaType.PNG,
    "webp": MediaType.WEBP,
    "pdf": MediaType.PDF,
}


class FileRefused(Unacceptable):
    """The file is not kept: facts['why'] is the reason, facts['name'] the file as people call it."""


def tidy_name(name: str) -> str:
    """Return the name as it may be shown: no path, nothing invisible, not too long, its extension kept."""
    visible = "".join(c for c in name if c.isspace() or unicodedata.category(c)[0] != "C")
    last = _LAST_PART.split(unicodedata.normalize("NFC", visible))[-1]
    stem, dot, extension = " ".join(last.split()).rpartition(".")
    tail = f"{dot}{extension}"[:MAX_NAME]
    return f"{stem[: MAX_NAME - len(tail)].strip()}{tail}".strip()


def what_is(first: bytes) -> MediaType | None:
    """Return what the first bytes say a file is; None for anything we do not take."""
    found = filetype.guess_mime(first)
    return next((kind for kind in MediaType if kind == found), None)


def accepted(name: str, raw: bytes) -> MediaType:
    """Return the kind of a file whose name and content agree; raises FileRefused."""
    if not raw:
        raise FileRefused(why="empty", name=name)
    if len(raw) > MAX_BYTES:
        raise FileRefused(why="too_big", name=name, limit=MAX_BYTES)
    promised = EXTENSIONS.get(name.rpartition(".")[2].lower())
    if promised is None:
        raise FileRefused(why="type", name=name)
    if what_is(raw[:512]) is not promised:
        raise FileRefused(why="lies", name=name)
    return promised


def accept_together(sizes: Sequence[int]) -> None:
    """Bound what is attached at one time; raises FileRefused."""
    if len(sizes) > MAX_FILES:
        raise FileRefused(why="too_many", name="", limit=MAX_FILES)
    if sum(sizes) > MAX_BYTES_TOGETHER:
        raise FileRefused(why="too_big", name="", limit=MAX_BYTES_TOGETHER)


def accept_picture(name: str, media_type: MediaType, raw: bytes, width: int, height: int) -> None:
    """Refuse a picture that would be costly to open, going by its header; raises FileRefused."""
    passes = raw.count(_START_OF_PASS) if media_type is MediaType.JPEG else 1
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE or passes > MAX_PASSES:
        raise FileRefused(why="too_many_pixels", name=name)


def accept_document(name: str, raw: bytes) -> None:
    """Refuse a PDF that is cut off, or that would do something by itself when opened; raises FileRefused.

    It is a sieve: it reads the names that stand in the open and those in packed objects, and refuses what it
    cannot unpack. It does not write the document anew.
    """
    if not raw.startswith(b"%PDF-") or b"%%EOF" not in raw[-_END_OF_PDF:]:
        raise FileRefused(why="broken", name=name)
    packed = _unpacked(raw)
    if packed is None or _ACTIVE.search(_spelled_out(raw)) or _ACTIVE.search(_spelled_out(packed)):
        raise FileRefused(why="active_content", name=name)


def _spelled_out(raw: bytes) -> bytes:
    """Return the names of a PDF in plain letters: /J#61vaScript is /JavaScript."""
    return _ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), raw)


def _unpacked(raw: bytes) -> bytes | None:
    """Return what lies in packed objects; None when some of it cannot be read, or all of it is too much."""
    found: list[bytes] = []
    room, end = _MAX_UNPACKED, 0
    while (place := raw.find(_PACKED, end)) >= 0:
        start = raw.find(b"stream", place) + len(b"stream")
        end = raw.find(b"endstream", start)
        unpacking = zlib.decompressobj()
        try:
            found.append(unpacking.decompress(raw[start:end].lstrip(b"\r\n"), room))
        except zlib.error:
            return None
        room -= len(found[-1])
        if end < start or not unpacking.eof or room <= 0:
            return None
    return b"".join(found) if _spelled_out(raw).count(_PACKED) == len(found) else None
