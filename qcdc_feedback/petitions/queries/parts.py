"""The parts of one petition: words, files, answers, talk, time."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import joinedload

from qcdc_feedback.authorities.models import Authority
from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.petitions.models import (
    Answer,
    Attachment,
    Commitment,
    Explanation,
    Extension,
    HistoryEntry,
    Message,
    Rating,
    Release,
    Submission,
)
from qcdc_feedback.petitions.rules.kinds import Purpose


def get_submission(petition_id: int) -> Submission:
    """Return the words as filed: for the submitter, the desk and the handling authority only."""
    return db.session.get_one(Submission, petition_id)


def find_release(petition_id: int) -> Release | None:
    """Return the newest redacted copy."""
    statement = select(Release).where(Release.petition_id == petition_id)
    return db.session.scalar(statement.order_by(Release.version.desc()).limit(1))


def count_releases(petition_id: int) -> int:
    """Return how many versions of the copy there are."""
    return (
        db.session.scalar(select(func.count()).select_from(Release).where(Release.petition_id == petition_id))
        or 0
    )


def attachments(petition_id: int) -> Sequence[Attachment]:
    """Return all files of a petition, in the order they came."""
    statement = (
        select(Attachment).where(Attachment.petition_id == petition_id).options(joinedload(Attachment.file))
    )
    return db.session.scalars(statement.order_by(Attachment.id)).all()


def get_attachment(petition_id: int, attachment_id: int) -> Attachment:
    """Return one file of this petition; raises NotFound."""
    statement = select(Attachment).where(
        Attachment.petition_id == petition_id, Attachment.id == attachment_id
    )
    attachment = db.session.scalar(statement.options(joinedload(Attachment.file)))
    if attachment is None:
        raise NotFound
    return attachment


def evidence_of(petition_id: int, round_number: int) -> Sequence[Attachment]:
    """Return the files that officials gave as evidence in a round."""
    statement = (
        select(Attachment)
        .join(Answer, Answer.id == Attachment.answer_id)
        .where(Attachment.petition_id == petition_id, Attachment.purpose == Purpose.EVIDENCE)
        .where(Answer.round == round_number)
    )
    return db.session.scalars(statement.options(joinedload(Attachment.file)).order_by(Attachment.id)).all()


def history(petition_id: int) -> Sequence[Row[Any]]:
    """Return the lines of history, oldest first, with the names of who acted and of the target."""
    by, target = Authority.__table__.alias("by"), Authority.__table__.alias("target")
    statement = (
        select(
            HistoryEntry.action,
            HistoryEntry.state,
            HistoryEntry.round,
            HistoryEntry.at,
            HistoryEntry.party,
            HistoryEntry.reason,
            HistoryEntry.note,
            by.c.name.label("authority"),
            target.c.name.label("target"),
        )
        .outerjoin(by, by.c.id == HistoryEntry.authority_id)
        .outerjoin(target, target.c.id == HistoryEntry.target_id)
        .where(HistoryEntry.petition_id == petition_id)
    )
    return db.session.execute(statement.order_by(HistoryEntry.id)).all()


def answers(petition_id: int) -> Sequence[Answer]:
    """Return all drafts and answers with their promises, oldest first."""
    statement = select(Answer).where(Answer.petition_id == petition_id).options(joinedload(Answer.commitment))
    return db.session.scalars(statement.order_by(Answer.id)).all()


def get_draft_answer(petition_id: int) -> Answer:
    """Return the draft that waits for the head; raises NotFound."""
    statement = (
        select(Answer)
        .where(Answer.petition_id == petition_id, Answer.published_at.is_(None))
        .options(joinedload(Answer.commitment))
    )
    answer = db.session.scalar(statement.order_by(Answer.id.desc()).limit(1))
    if answer is None:
        raise NotFound
    return answer


def get_commitment(petition_id: int) -> Commitment:
    """Return the newest promise that was published; raises NotFound."""
    statement = (
        select(Commitment)
        .join(Answer, Answer.id == Commitment.answer_id)
        .where(Commitment.petition_id == petition_id, Answer.published_at.is_not(None))
    )
    commitment = db.session.scalar(statement.order_by(Commitment.id.desc()).limit(1))
    if commitment is None:
        raise NotFound
    return commitment


def messages(petition_id: int) -> Sequence[Message]:
    """Return the talk with the submitter, oldest first."""
    return db.session.scalars(
        select(Message).where(Message.petition_id == petition_id).order_by(Message.id)
    ).all()


def ratings(petition_id: int) -> Sequence[Rating]:
    """Return the ratings by round."""
    return db.session.scalars(
        select(Rating).where(Rating.petition_id == petition_id).order_by(Rating.round)
    ).all()


def extensions(petition_id: int) -> Sequence[Extension]:
    """Return everything asked for in extensions, oldest first."""
    return db.session.scalars(
        select(Extension).where(Extension.petition_id == petition_id).order_by(Extension.id)
    ).all()


def get_extension_asked(petition_id: int) -> Extension:
    """Return the extension that waits for the head; raises NotFound."""
    statement = select(Extension).where(Extension.petition_id == petition_id, Extension.decided_at.is_(None))
    extension = db.session.scalar(statement.order_by(Extension.id.desc()).limit(1))
    if extension is None:
        raise NotFound
    return extension


def explanations(petition_id: int) -> Sequence[Explanation]:
    """Return what supervisors asked and heads explained, oldest first."""
    statement = select(Explanation).where(Explanation.petition_id == petition_id)
    return db.session.scalars(statement.order_by(Explanation.id)).all()


def open_demands(petition_id: int) -> Sequence[Explanation]:
    """Return the demands that no head has answered yet."""
    return [row for row in explanations(petition_id) if row.explained_at is None]
