"""The table of the procedure: its letters, its words and its page say what it says."""

import re

from qcdc_feedback.petitions.rules import procedure
from tests.conventions import house

PAGE = house.ROOT / "docs" / "procedure.md"
SHORT = ".sms"  # the same letter, for a telephone


def letters_there():
    folder = house.TEMPLATES / "letters"
    return {path.stem.removesuffix(SHORT) for path in folder.glob("*_*.txt")}


def test_every_row_has_its_letters():
    missing = [f"templates/letters/{name}.txt" for name in sorted(procedure.letters() - letters_there())]
    house.nothing(missing, "The table tells these people and nobody wrote to them; write these letters:")


def test_every_letter_has_its_row():
    idle = sorted(letters_there() - procedure.letters() - procedure.APART)
    house.nothing(
        idle,
        "No row of the table sends these letters; delete them, tell the party in the table, or add to APART:",
    )
    missing = sorted(procedure.APART - letters_there())
    house.nothing(missing, "APART names letters that nobody wrote:")


def test_every_letter_has_its_subject_on_the_first_line():
    found = [
        house.place(path)
        for path in sorted((house.TEMPLATES / "letters").glob("*_*.txt"))
        if not path.name.endswith(f"{SHORT}.txt") and not first_line(house.text(path))
    ]
    house.nothing(found, "Begin these letters with their subject:")


def first_line(text):
    return (
        re.sub(r"\{#.*?#\}|\{%-?\s*(?:extends|import|from|set).*?%\}", "", text, flags=re.DOTALL)
        .split("\n")[0]
        .strip()
    )


def test_the_page_about_the_procedure_is_what_the_table_says(app):
    printed = app.test_cli_runner().invoke(args=["petitions", "procedure"])
    assert printed.exit_code == 0, printed.output
    assert house.text(PAGE).rstrip() == printed.output.rstrip(), (
        "Draw the page anew: flask petitions procedure > docs/procedure.md"
    )
