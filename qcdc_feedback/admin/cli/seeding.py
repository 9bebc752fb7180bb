"""Loading the reviewed data of a city."""

import click
from flask.cli import AppGroup

from qcdc_feedback.admin.adapters import reviewed
from qcdc_feedback.authorities import services as authorities
from qcdc_feedback.core.actors import SYSTEM
from qcdc_feedback.petitions import services as petitions
from qcdc_feedback.workdays import services as workdays

seed = AppGroup("seed", help="Load reviewed data; what is there already stays as it is.")


@seed.command("hue")
def hue() -> None:
    """Load communes, authorities, working calendar, fields and routing of Huế."""
    units = reviewed("hue/units.json")
    offices = reviewed("hue/authorities.json")["authorities"]
    days = reviewed("calendar.json")["days"]
    authorities.load_units(SYSTEM, units["units"], units["former"])
    authorities.load_authorities(SYSTEM, offices)
    workdays.load_days(SYSTEM, days)
    categories = petitions.load_categories(SYSTEM, reviewed("hue/categories.json")["categories"])
    rules = petitions.load_routing(SYSTEM, reviewed("hue/routing.json")["rules"])
    click.echo(f"On record: {len(units['units'])} communes, {len(offices)} authorities, {len(days)} days.")
    click.echo(f"Added: {categories} categories, {rules} routing rules.")
