"""Names say what a thing is; some words say nothing."""

import ast
import re

from tests.conventions import house

# Each of these can stand for anything, so it tells a reader nothing.
EMPTY = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "manager",
    "managers",
    "info",
    "process",
    "data",
}
IN_CLASSES = EMPTY | {"handler", "base"}
# Names that libraries look for, or that are theirs.
GIVEN = {
    "process_bind_param",
    "process_result_value",
    "process_formdata",
    "process_data",
    "process",
    "handle_data",
}
# The one base of all tables is just that.
REVIEWED = {("qcdc_feedback/core/db.py", "Base")}
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def words(name):
    return {word.lower() for word in WORD.findall(name)}


def is_empty(name, forbidden):
    return name not in GIVEN and (bool(words(name) & forbidden) or name.startswith("do_"))


def test_no_module_has_an_empty_name():
    found = [
        house.place(path)
        for path in house.ours()
        for part in path.relative_to(house.ROOT).with_suffix("").parts
        if not part.startswith("test_") and is_empty(part, EMPTY | {"base", "handler", "handlers"})
    ]
    house.nothing(found, "Name these files by what is in them; the names of doors are fixed:")


def test_no_class_or_function_has_an_empty_name():
    found = [
        f"{house.place(path, node)} {node.name}"
        for path, node in house.nodes(house.ours(), ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        if is_empty(node.name, IN_CLASSES if isinstance(node, ast.ClassDef) else EMPTY)
        and not node.name.startswith("test_")  # the name of a test is a sentence
        and (house.place(path), node.name) not in REVIEWED
    ]
    house.nothing(
        found, f"Find the word of the trade for these; {', '.join(sorted(IN_CLASSES))} and do_ say nothing:"
    )


def test_no_variable_or_argument_has_an_empty_name():
    found = [
        f"{house.place(path, node)} {name}"
        for path, node in house.nodes(house.ours(), ast.Name, ast.arg)
        if (name := node.arg if isinstance(node, ast.arg) else node.id) in EMPTY
        and (isinstance(node, ast.arg) or isinstance(node.ctx, ast.Store))
    ]
    house.nothing(found, "Call these what they hold (rows, answer, upload), not what everything is:")


def test_no_query_is_called_list():
    found = [
        f"{house.place(path, node)} {node.name}"
        for path, node in house.nodes(house.doors("queries"), ast.FunctionDef)
        if node.name.startswith(("list_", "fetch_", "load_", "select_"))
    ]
    house.nothing(found, "A query is named by what it returns; the plural says it is a list:")
