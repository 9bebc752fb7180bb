"""A town filled with petitions of the last two years, the newest still under way."""

from datetime import timedelta
from random import Random

import sqlalchemy as sa
from flask import Flask

from benchmarks.cases import Scribe
from benchmarks.loading import Loader
from benchmarks.town import Town
from qcdc_feedback.core.db import db, on_postgresql

_AT_A_TIME = 1000
_LONGEST, _SHORTEST, _A_DAY = 730, 40, 14  # days it goes back, and petitions a day in between


def fill(app: Flask, town: Town, petitions: int) -> None:
    """Write so many petitions, oldest first, with the rows that the use cases would have left."""
    with app.app_context():
        loader, scribe = Loader(db.engine), Scribe(town, Random(f"town of {petitions}"))
        span = timedelta(days=min(_LONGEST, max(_SHORTEST, petitions // _A_DAY)))
        for number in range(petitions):
            scribe.write(scribe.now - span * (1 - (number + 0.5) / petitions))
            if number % _AT_A_TIME == _AT_A_TIME - 1:
                loader.write(scribe.take())
        loader.write(scribe.take())
        loader.write({"registers": [_register(name, last) for name, last in scribe.registers.items()]})
        loader.finish()
        _go_on_counting(scribe.registers)


def _register(name: str, last: int) -> dict[str, str | int]:
    return {"name": name, "last_number": last}


def _go_on_counting(registers: dict[str, int]) -> None:
    if not on_postgresql():
        return
    with db.engine.begin() as connection:
        for name, last in registers.items():
            sequence = f"register_{name.lower().replace('-', '_')}"
            connection.execute(sa.text(f"CREATE SEQUENCE {sequence} START WITH {last + 1}"))
