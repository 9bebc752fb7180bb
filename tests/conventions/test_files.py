"""Files are short, say what they are, and keep their imports at the head."""

import ast

from tests.conventions import house

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def sources():
    scripts = [path for end in ("js", "scss", "css") for path in (house.ROOT / "frontend").rglob(f"*.{end}")]
    return [*house.ours(), *house.templates(), *scripts, house.ROOT / "Makefile", house.ROOT / ".ci" / "run"]


def test_no_file_is_longer_than_300_lines():
    lengths = {path: len(house.text(path).splitlines()) for path in sources()}
    found = [
        f"{house.place(path)}: {length} lines" for path, length in lengths.items() if length > LONGEST_FILE
    ]
    house.nothing(found, "Cut these files by use case, not by noun:")


def test_no_function_is_longer_than_40_lines():
    found = [
        f"{house.place(path, node)} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path, node in house.nodes(house.ours(), *FUNCTION)
        if node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    house.nothing(found, "Give these functions parts with names of their own:")


def test_every_module_begins_with_one_sentence_about_what_it_is():
    found = [
        house.place(path) for path in house.ours() if not is_sentence(ast.get_docstring(house.tree(path)))
    ]
    house.nothing(
        found, "Begin these files with a sentence in triple quotes, with its full stop, saying what they are:"
    )


def is_sentence(docstring):
    return bool(docstring) and docstring.split("\n\n")[0].rstrip().endswith((".", "?", "!"))


def test_imports_stand_at_the_head_or_say_why_not():
    found = [
        house.place(path, late)
        for path, function in house.nodes(house.program(), *FUNCTION)
        for late in ast.walk(function)
        if isinstance(late, ast.Import | ast.ImportFrom) and not has_reason(path, late.lineno)
    ]
    house.nothing(
        found, "Move these imports to the head; a heavy library may come late with a comment on why:"
    )


def has_reason(path, line):
    lines = house.text(path).splitlines()
    return "#" in lines[line - 1] or (line > 1 and lines[line - 2].lstrip().startswith("#"))


def test_only_a_room_has_an_init_and_every_folder_of_python_is_a_room_or_a_door():
    found = [
        house.place(path.parent)
        for path in house.python("qcdc_feedback")
        if not (path.parent / "__init__.py").exists()
    ]
    house.nothing(found, "Give these folders an __init__.py, or the import contracts cannot see them:")
