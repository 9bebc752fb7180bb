"""The outside of files: pictures opened and drawn anew, and the folder on disk where everything lies."""

import hashlib
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO

from flask import current_app

from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.files.rules import FileRefused, MediaType, accept_document, accept_picture

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_FORMATS = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG", MediaType.WEBP: "WEBP"}
_QUALITY = {
    MediaType.JPEG: {"quality": 85},
    MediaType.PNG: {"compress_level": 3},
    MediaType.WEBP: {"quality": 85, "method": 1},
}
# Forty million pixels take a third of a gigabyte while they are drawn: one picture at a time.
_EASEL = Lock()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file fit to be kept; a picture with its measures."""

    raw: bytes
    width: int | None = None
    height: int | None = None


def cleaned(name: str, media_type: MediaType, raw: bytes) -> Cleaned:
    """Return the file with nothing hidden in it; raises FileRefused, and never hands back a bad original."""
    if media_type is MediaType.PDF:
        accept_document(name, raw)
        return Cleaned(raw)
    with _EASEL:
        try:
            return clean_image(name, media_type, raw)
        except FileRefused:
            raise
        except Exception as error:  # a hostile picture can make a decoder fail in any way
            raise FileRefused(why="broken", name=name) from error


def clean_image(name: str, media_type: MediaType, raw: bytes) -> Cleaned:
    """Return the picture turned upright and drawn anew: only what can be seen survives."""
    drawn = _drawn(name, media_type, raw)
    out = BytesIO()
    drawn.save(out, _FORMATS[media_type], **_QUALITY[media_type])
    return Cleaned(out.getvalue(), *drawn.size)


def _drawn(name: str, media_type: MediaType, raw: bytes) -> "Picture":
    """Return the pixels alone; each copy of them is let go as soon as the next is made."""
    from PIL import Image, ImageOps  # heavy, and only an upload needs it

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        picture: Picture = Image.open(BytesIO(raw), formats=(_FORMATS[media_type],))
    accept_picture(name, media_type, raw, *picture.size)
    mode = "RGBA" if media_type is not MediaType.JPEG and picture.has_transparency_data else "RGB"
    ImageOps.exif_transpose(picture, in_place=True)
    if picture.mode.startswith("I"):  # sixteen bits of grey, which convert() would cut off and so turn white
        picture = picture.point(lambda value: value / 256).convert("L")
    if picture.mode != mode:
        picture = picture.convert(mode)
    drawn = Image.new(mode, picture.size)
    drawn.paste(picture)
    return drawn


def put(raw: bytes) -> str:
    """Lay the bytes into the folder and return their SHA-256; when this returns they survive a power cut.

    They are written again even when they are there already, so that the sweeper sees a young file.
    """
    sha256 = hashlib.sha256(raw).hexdigest()
    path = _path(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = _written(path.parent, raw)
    os.replace(new, path)
    for folder in (path.parent, path.parent.parent):
        _sync(folder)
    return sha256


def open_file(stored: StoredFile) -> BinaryIO:
    """Open the bytes of a kept file for reading."""
    return _path(stored.sha256).open("rb")


def older_than(moment: datetime) -> Iterator[Path]:
    """Yield whatever lies in the folder since before the moment."""
    for path in sorted(_folder().glob("??/*")):
        with suppress(FileNotFoundError):  # an upload may be putting its file in place right now
            if path.stat().st_mtime < moment.timestamp():
                yield path


def sha256_of(path: Path) -> str:
    """Return the hash that a place in the folder stands for."""
    return path.parent.name + path.name


def discard(path: Path, moment: datetime) -> bool:
    """Delete a file, unless it was laid down again since the moment; tell whether it is gone."""
    aside = path.with_suffix(".swept")
    path.rename(aside)  # after this a new upload of the same bytes has the place to itself
    if aside.stat().st_mtime < moment.timestamp():
        aside.unlink()
        return True
    aside.rename(path)
    return False


def _folder() -> Path:
    return Path(current_app.config["UPLOADS"])


def _path(sha256: str) -> Path:
    return _folder() / sha256[:2] / sha256[2:]


def _written(folder: Path, raw: bytes) -> Path:
    """Write the bytes beside their place; on a full disk leave nothing behind."""
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".new", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            new.unlink()
            raise
    return new


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
