"""What the postman does: take letters, and write down what became of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.identities.queries import Address
from qcdc_feedback.notifications import queries, rules
from qcdc_feedback.notifications.models import Letter
from qcdc_feedback.notifications.rules import Channel, LetterState


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter in the hands of one worker, with all that is needed to send it outside any transaction."""

    id: int
    key: str
    channel: Channel
    to: Address | None
    template: str
    context: dict[str, Any]
    locale: str
    attempts: int
    first_tried_at: datetime


@transaction()
def claim_letters(worker: str, now: datetime, limit: int) -> list[Claimed]:
    """Hand letters that are due to this worker alone; the attempt counts from here, whatever happens next."""
    rows = select(Letter).where(queries.is_due(now)).order_by(Letter.due_at, Letter.id).limit(limit)
    free = rows.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    return [_handed_over(letter, worker, now) for letter in db.session.scalars(free).all()]


@transaction()
def mark_sent(letter_id: int, worker: str, now: datetime) -> None:
    """Write down that the mail server has the letter."""
    _settle(letter_id, worker, state=LetterState.SENT, sent_at=now, last_error=None)


@transaction()
def try_again(letter: Claimed, worker: str, error: str, now: datetime, luck: float) -> LetterState:
    """Put the letter back for later, or give it up after days of trying; return which of the two."""
    if rules.is_hopeless(letter.first_tried_at, now):
        _settle(letter.id, worker, state=LetterState.FAILED, last_error=error)
        return LetterState.FAILED
    later = now + rules.patience(letter.attempts, luck)
    _settle(letter.id, worker, state=LetterState.WAITING, due_at=later, last_error=error)
    return LetterState.WAITING


@transaction()
def give_up(letter_id: int, worker: str, error: str) -> None:
    """Write down that the letter cannot be sent: a person must look at it."""
    _settle(letter_id, worker, state=LetterState.FAILED, last_error=error)


@transaction()
def drop_letter(letter_id: int, worker: str, reason: str) -> None:
    """Write down that the letter has nowhere to go."""
    _settle(letter_id, worker, state=LetterState.DROPPED, last_error=reason)


def _handed_over(letter: Letter, worker: str, now: datetime) -> Claimed:
    letter.state = LetterState.CLAIMED
    letter.lease_by = worker
    letter.lease_until = now + rules.LEASE
    letter.attempts += 1
    letter.first_tried_at = letter.first_tried_at or now
    return Claimed(
        id=letter.id,
        key=letter.key,
        channel=letter.channel,
        to=queries.address_of(letter),
        template=letter.template,
        context=rules.unpacked(letter.context),
        locale=letter.locale,
        attempts=letter.attempts,
        first_tried_at=letter.first_tried_at,
    )


def _settle(letter_id: int, worker: str, **values: object) -> None:
    """Change the letter only while this worker has it: who comes too late must not undo another's work."""
    mine = (Letter.id == letter_id, Letter.lease_by == worker, Letter.state == LetterState.CLAIMED)
    db.session.execute(update(Letter).where(*mine).values(lease_by=None, lease_until=None, **values))
