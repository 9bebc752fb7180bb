"""The reviewed calendar that comes with the program is loaded."""

from collections.abc import Iterable, Mapping
from datetime import date

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role, require_role
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.workdays import queries, steps
from qcdc_feedback.workdays.models import SpecialDay
from qcdc_feedback.workdays.rules import DayKind


@transaction()
def load_days(actor: Actor, rows: Iterable[Mapping[str, str]]) -> int:
    """Add the days about which nothing is on record, and return how many: what people said stands."""
    require_role(actor, {Role.ADMIN})
    steps.hold_calendar()
    known = queries.days_on_record()
    new = [_special_day(row) for row in rows if date.fromisoformat(row["date"]) not in known]
    db.session.add_all(new)
    return len(new)


def _special_day(row: Mapping[str, str]) -> SpecialDay:
    is_confirmed = row["sure"] == "confirmed"
    return SpecialDay(
        day=date.fromisoformat(row["date"]),
        kind=DayKind(row["kind"]),
        name=row["name"],
        legal_basis=row["legal_basis"],
        confirmed_by=row["legal_basis"] if is_confirmed else None,
        confirmed_at=clock.now() if is_confirmed else None,
    )
