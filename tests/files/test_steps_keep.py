"""Keeping files: bytes on disk before the row, nothing kept of what is refused, orphans swept after a day."""

import errno
import hashlib
import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import event

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.files import adapters, queries, rules, steps
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.files.rules import FileRefused, MediaType

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF"


@pytest.fixture
def folder(inside, tmp_path, monkeypatch):
    monkeypatch.setitem(inside.config, "UPLOADS", str(tmp_path))
    return tmp_path


def _photo(colour="red"):
    out = BytesIO()
    Image.new("RGB", (30, 20), colour).save(out, "JPEG")
    return out.getvalue()


@transaction()
def _keep(*uploads):
    return steps.keep_all(uploads)


def _read(stored):
    with adapters.open_file(stored) as file:
        return file.read()


def _on_disk(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_kept_picture_can_be_read_again(folder):
    (photo,) = _keep(("../đèn hỏng.JPG", _photo()))
    found = queries.get(photo.id)
    raw = _read(found)
    assert (found.name, found.media_type, found.width, found.height) == (
        "đèn hỏng.JPG",
        MediaType.JPEG,
        30,
        20,
    )
    assert found.is_image
    assert (found.sha256, found.size) == (hashlib.sha256(raw).hexdigest(), len(raw))
    assert _on_disk(folder) == [folder / found.sha256[:2] / found.sha256[2:]]


def test_a_document_is_no_picture(folder):
    (paper,) = _keep(("đơn.pdf", PDF))
    assert not paper.is_image
    assert _read(paper) == PDF


def test_the_same_content_lies_once_under_two_names(folder):
    first, second = _keep(("a.pdf", PDF), ("b.pdf", PDF))
    assert (first.name, second.name, first.sha256) == ("a.pdf", "b.pdf", second.sha256)
    assert len(_on_disk(folder)) == 1


def test_one_bad_file_and_no_row_is_kept(folder):
    with pytest.raises(FileRefused):
        _keep(("a.pdf", PDF), ("b.jpg", b"<html>"))
    assert queries.hashes() == set()


def test_a_sixth_file_is_refused_before_any_is_opened(folder):
    with pytest.raises(FileRefused):
        _keep(*[("a.pdf", PDF)] * 6)
    assert _on_disk(folder) == []


def test_no_lock_is_taken_while_a_picture_is_drawn(folder):
    begun = []

    def begin(connection):
        begun.append(connection)

    event.listen(db.engine, "begin", begin)
    with transaction():
        steps.keep("a.jpg", _photo())
        while_drawing = len(begun)
    event.remove(db.engine, "begin", begin)
    assert (while_drawing, len(begun)) == (0, 1)


def test_bytes_folder_and_name_are_on_disk_before_the_row(folder, monkeypatch):
    done = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append(_name_of(number)), fsync(number)))
    monkeypatch.setattr(os, "replace", lambda old, new: (done.append("named"), replace(old, new)))
    with transaction():
        sha256 = steps.keep("a.pdf", PDF).sha256
    assert done == ["bytes", "named", sha256[:2], folder.name]


def test_a_full_disk_leaves_no_half_file_and_no_row(folder, monkeypatch):
    def refuse(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        _keep(("a.pdf", PDF))
    assert (_on_disk(folder), queries.hashes()) == ([], set())


def _name_of(descriptor):
    path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
    return path.name if path.is_dir() else "bytes"


def test_an_unknown_file_is_not_found(inside):
    with pytest.raises(NotFound):
        queries.get(404)


def _age(path, hours):
    then = (clock.now() - timedelta(hours=hours)).timestamp()
    os.utime(path, (then, then))


def _sweep(app):
    return app.test_cli_runner().invoke(args=["files", "sweep"]).output


def test_the_sweeper_takes_old_orphans_only(folder, inside):
    (kept,) = _keep(("a.pdf", PDF))
    adapters.put(b"old orphan")
    adapters.put(b"young orphan")
    half_written = folder / "ab" / "tmp123.new"
    half_written.parent.mkdir(exist_ok=True)
    half_written.write_bytes(b"half")
    for path in _on_disk(folder):
        _age(path, hours=25)
    adapters.put(b"young orphan")
    assert "Deleted 2 files" in _sweep(inside)
    left = {path.parent.name + path.name for path in _on_disk(folder)}
    assert left == {kept.sha256, hashlib.sha256(b"young orphan").hexdigest()}
    assert "Deleted 0 files" in _sweep(inside)


def test_the_sweeper_leaves_what_was_laid_down_again_meanwhile(folder):
    sha256 = adapters.put(PDF)
    (path,) = _on_disk(folder)
    assert not adapters.discard(path, clock.now() - timedelta(hours=24))
    assert _read(StoredFile(sha256=sha256)) == PDF


@pytest.mark.parametrize(
    "facts",
    [
        *(
            {"why": why, "name": "a.jpg"}
            for why in ("type", "lies", "broken", "too_many_pixels", "active_content", "empty")
        ),
        {"why": "too_big", "name": "a.jpg", "limit": rules.MAX_BYTES},
        {"why": "too_big", "name": "", "limit": rules.MAX_BYTES_TOGETHER},
        {"why": "too_many", "name": "", "limit": rules.MAX_FILES},
    ],
    ids=lambda facts: f"{facts['why']} {facts['name']}",
)
def test_each_refusal_has_its_own_words(inside, facts):
    with inside.test_request_context():
        page = inside.jinja_env.get_template("errors/FileRefused.html")
        said = page.render(layout="errors/inline.html", error=FileRefused(**facts))
    assert facts["name"] in said
    assert str(facts.get("limit", ""))[:2] in said
