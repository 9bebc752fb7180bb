"""Loading the reviewed data of a city, and filling a town with samples."""

import json
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from qcdc_feedback.authorities import services as authorities
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.petitions import services as petitions
from qcdc_feedback.workdays import services as workdays

seed = AppGroup("seed", help="Load reviewed data; what is there already stays as it is.")
demo = AppGroup("demo", help="Fill a town with samples.")


def _read(name: str) -> dict[str, Any]:
    path = Path(current_app.root_path) / "seed" / name
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@seed.command("hue")
def hue() -> None:
    """Load communes, authorities, working calendar, fields and routing of Huế."""
    units = _read("hue/units.json")
    loaded = {
        "units": authorities.load_units(SYSTEM, units["units"], units["former"]),
        "authorities": authorities.load_authorities(SYSTEM, _read("hue/authorities.json")["authorities"]),
        "days": workdays.load_days(SYSTEM, _read("calendar.json")["days"]),
        "categories": petitions.load_categories(SYSTEM, _read("hue/categories.json")["categories"]),
        "routing rules": petitions.load_routing(SYSTEM, _read("hue/routing.json")["rules"]),
    }
    click.echo("Added: " + ", ".join(f"{count} {name}" for name, count in loaded.items()))
