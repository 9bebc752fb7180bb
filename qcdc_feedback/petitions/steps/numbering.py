"""The next number of a register."""

from sqlalchemy import Sequence, func, select
from sqlalchemy.schema import CreateSequence

from qcdc_feedback.core.db import db, on_postgresql
from qcdc_feedback.petitions.models import Register

_OPENING = 7_202_601  # the advisory lock held while a register is opened


def next_number(name: str) -> int:
    """Return the next number of the register, opening it for its first petition.

    PostgreSQL counts with a sequence, so that no two citizens wait for one row; a number lost with an undone
    transaction is a gap. SQLite has one writer anyway and counts in the row.
    """
    if on_postgresql():
        return _from_sequence(name)
    register = db.session.get(Register, name)
    if register is None:
        register = Register(name=name, last_number=0)
        db.session.add(register)
    register.last_number += 1
    return register.last_number


def _from_sequence(name: str) -> int:
    sequence = Sequence(f"register_{name.lower().replace('-', '_')}")
    if db.session.get(Register, name) is None:
        db.session.execute(select(func.pg_advisory_xact_lock(_OPENING)))
        if db.session.get(Register, name) is None:
            db.session.execute(CreateSequence(sequence, if_not_exists=True))
            db.session.add(Register(name=name))
    return db.session.scalar(select(sequence.next_value())) or 0
