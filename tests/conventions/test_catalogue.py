"""The English catalogue: every word for people is there, whole, and compiled."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.conventions import house

CATALOGUE = house.PACKAGE / "translations" / "en" / "LC_MESSAGES" / "messages.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
ADVICE = "Run `make translations`, then write the English in qcdc_feedback/translations and run it again:"


def read(path):
    with path.open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """Return every word for people that stands in the program now."""
    pot = tmp_path_factory.mktemp("words") / "messages.pot"
    pybabel = Path(sys.executable).with_name("pybabel")
    command = [pybabel, "-q", "extract", "-F", "babel.cfg", "-k", "_l", "--no-location", "-o", pot, "."]
    subprocess.run(command, cwd=house.ROOT, check=True, capture_output=True)
    return [message for message in read(pot) if message.id]


@pytest.fixture(scope="module")
def english():
    return read(CATALOGUE)


def test_everything_is_said_in_english(spoken, english):
    found = [
        first(message) for message in spoken if not is_whole(english.get(first(message), message.context))
    ]
    house.nothing(found, ADVICE)


def is_whole(message):
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def test_nothing_is_said_in_english_only(spoken, english):
    known = {(first(message), message.context) for message in spoken}
    found = [
        first(message) for message in english if message.id and (first(message), message.context) not in known
    ]
    house.nothing(found, ADVICE)


def test_the_english_names_the_same_facts(spoken, english):
    found = []
    for message in spoken:
        said = english.get(first(message), message.context)
        for text in parts(said.string) if said else ():
            if text and not set(PLACEHOLDER.findall(text)) <= set(
                PLACEHOLDER.findall(" ".join(parts(message.id)))
            ):
                found.append(f"{first(message)!r}: {text!r}")
            if text and len(parts(message.id)) == 1 and facts(text) != facts(first(message)):
                found.append(f"{first(message)!r}: {text!r}")
    house.nothing(found, "The words in %(…)s must be the same in both languages:")


def facts(text):
    return sorted(set(PLACEHOLDER.findall(text)))


def first(message):
    return parts(message.id)[0]


def parts(texts):
    return texts if isinstance(texts, tuple | list) else (texts,)


def test_the_compiled_catalogue_is_the_written_one(english):
    compiled = io.BytesIO()
    write_mo(compiled, english)
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue(), ADVICE
