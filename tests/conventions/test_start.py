"""Starting: light, and every setting is known to whoever has to set it."""

import ast
import re
import subprocess
import sys

from tests.conventions import house

# Each costs memory in every process; the place that needs one imports it late.
HEAVY = ("alembic", "PIL", "numpy", "sklearn")
SETTING = re.compile(r"[A-Z][A-Z0-9_]{2,}")


def test_the_server_starts_without_heavy_libraries(tmp_path):
    code = (
        "import sys; from config import from_environment; from qcdc_feedback import create_app; "
        f"create_app(from_environment({{'QCDC_INSTANCE': {str(tmp_path)!r}}})); "
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=house.ROOT, capture_output=True, text=True, check=False
    )
    assert loaded.returncode == 0, loaded.stderr
    house.nothing(
        loaded.stdout.split(), "Import these only where they are used, with a comment on why it is late:"
    )


def environment_names():
    """Return the names that config.py reads from the environment."""
    return {
        argument.value
        for _, call in house.nodes([house.ROOT / "config.py"], ast.Call)
        if any(
            isinstance(part, ast.Name) and part.id == "environ"
            for part in [*call.args, getattr(call.func, "value", None)]
        )
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and SETTING.fullmatch(argument.value)
    }


def test_every_setting_is_described_in_the_readme():
    readme = house.text(house.ROOT / "README.md")
    found = sorted(name for name in environment_names() if f"`{name}`" not in readme)
    house.nothing(found, "Describe these settings in README.md, each `NAME` with default and reason:")


def test_the_package_never_imports_the_settings():
    found = [
        house.place(path, node)
        for path, node in house.nodes(house.python("qcdc_feedback"), ast.Import, ast.ImportFrom)
        if "config"
        in {
            getattr(node, "module", None),
            *[name.name for name in node.names if isinstance(node, ast.Import)],
        }
    ]
    found += [
        house.place(path, node)
        for path, node in house.nodes(house.python("qcdc_feedback"), ast.Attribute)
        if house.dotted(node) in {"os.environ", "os.getenv"}
    ]
    house.nothing(found, "Settings come from create_app; read them from app.config in an adapter:")
