"""Commands that fill an empty installation: with the reviewed data of a city, or with a whole sample town."""

from qcdc_feedback.admin.cli.playing import demo
from qcdc_feedback.admin.cli.seeding import seed

__all__ = ["demo", "seed"]
