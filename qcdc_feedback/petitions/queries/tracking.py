"""What the submitter may see of their own petition, and help to find a place by its old name."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, or_, select
from sqlalchemy.orm import joinedload

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.core.text import fold
from qcdc_feedback.petitions.models import Answer, Attachment
from qcdc_feedback.petitions.rules.kinds import Purpose

_MOST_FORMER = 8


def published_answers(petition_id: int) -> Sequence[Answer]:
    """Return the answers that the head has published, with their promises, oldest first."""
    statement = select(Answer).where(Answer.petition_id == petition_id, Answer.published_at.is_not(None))
    return db.session.scalars(statement.options(joinedload(Answer.commitment)).order_by(Answer.id)).all()


def own_files(petition_id: int) -> Sequence[Attachment]:
    """Return the submitter's own files and those that came with published answers."""
    return db.session.scalars(_own_files(petition_id).order_by(Attachment.id)).all()


def get_own_file(petition_id: int, attachment_id: int) -> Attachment:
    """Return one of the files that the submitter may see; raises NotFound."""
    found = db.session.scalar(_own_files(petition_id).where(Attachment.id == attachment_id))
    if found is None:
        raise NotFound
    return found


def former_units_named(text: str) -> list[tuple[Row[Any], Sequence[Row[Any]]]]:
    """Return former units whose name holds the text, marks aside, each with the units it became."""
    wanted = fold(text)
    found = [unit for unit in authorities.former_units() if wanted in fold(unit.name)]
    return [(unit, authorities.successors_of(unit.id)) for unit in found[:_MOST_FORMER]]


def _own_files(petition_id: int) -> Select[tuple[Attachment]]:
    is_own = Attachment.purpose.in_((Purpose.FILED, Purpose.ADDED))
    statement = select(Attachment).outerjoin(Answer, Answer.id == Attachment.answer_id)
    mine = statement.where(
        Attachment.petition_id == petition_id, or_(is_own, Answer.published_at.is_not(None))
    )
    return mine.options(joinedload(Attachment.file))
