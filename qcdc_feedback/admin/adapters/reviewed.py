"""The reviewed data that come with the program, as files beside it."""

import json
from pathlib import Path
from typing import Any

from qcdc_feedback.core.actors import Role

_SEED = Path(__file__).resolve().parents[2] / "seed"


def reviewed(name: str) -> dict[str, Any]:
    """Return the content of a seed file, 'hue/units.json'."""
    content: dict[str, Any] = json.loads((_SEED / name).read_text(encoding="utf-8"))
    return content


def demo_people() -> list[dict[str, Any]]:
    """Return name, email, password and role of those in the demonstration town who can be signed in with."""
    people = reviewed("demo/people.json")["people"]
    return [
        {"name": row["name"], "email": row["email"], "password": row["password"], "role": Role(row["role"])}
        for row in people
        if row["password"]
    ]
