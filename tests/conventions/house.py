"""The house as the tests of its habits see it: its files, each read and parsed once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "qcdc_feedback"
TEMPLATES = ROOT / "templates"
ROOMS = sorted(folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists())


def python(*folders: str) -> list[Path]:
    """Return the Python files below the folders."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def ours() -> list[Path]:
    """Return every Python file that people write; numbered migrations are generated."""
    return [*program(), *python("tests", "benchmarks"), *sorted((ROOT / "migrations").glob("*.py"))]


def program() -> list[Path]:
    """Return every Python file of the program itself."""
    return [ROOT / "app.py", ROOT / "config.py", *python("qcdc_feedback")]


def doors(*names: str) -> list[Path]:
    """Return the files of these doors in all rooms, be they a file or a folder."""
    return [path for path in python("qcdc_feedback") if door_of(path) in names]


def door_of(path: Path) -> str:
    """Return the door a file belongs to: the file itself or its folder; nothing for a room's own file."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts if path.is_relative_to(PACKAGE) else ()
    return parts[1] if len(parts) > 1 else ""


def templates() -> list[Path]:
    """Return all templates: pages, parts and letters."""
    return sorted(path for path in TEMPLATES.rglob("*") if path.is_file())


def template_name(path: Path) -> str:
    """Return the name by which a template is asked for."""
    return path.relative_to(TEMPLATES).as_posix()


@cache
def text(path: Path) -> str:
    """Return what stands in a file."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(text(path), filename=str(path))


def nodes(paths: list[Path], *kinds: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    """Walk all nodes of some kinds in some files."""
    for path in paths:
        for node in ast.walk(tree(path)):
            if isinstance(node, kinds):
                yield path, node


def place(path: Path, node: ast.AST | int = 0) -> str:
    """Return where something stands, so that an editor can jump there."""
    line = node if isinstance(node, int) else getattr(node, "lineno", 0)
    name = path.relative_to(ROOT).as_posix()
    return f"{name}:{line}" if line else name


def dotted(node: ast.AST) -> str:
    """Return a name with its dots: 'db.session.commit'; what is not a plain name becomes '?'."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return dotted(node.func)
    return node.id if isinstance(node, ast.Name) else "?"


def nothing(found: list[str], advice: str) -> None:
    """Pass when nothing was found; else fail with what to do and where."""
    if found:
        pytest.fail("\n  ".join([advice, *found]), pytrace=False)
