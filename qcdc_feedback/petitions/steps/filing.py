"""A petition comes into being: checked, sent to a desk, numbered."""

from collections.abc import Iterable
from dataclasses import dataclass

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.authorities.models import Authority, Unit
from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.ledger import steps as ledger
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Attachment, Category, Petition, Submission
from qcdc_feedback.petitions.rules import intake, kinds, routing
from qcdc_feedback.petitions.rules.kinds import Purpose
from qcdc_feedback.petitions.rules.procedure import Party
from qcdc_feedback.petitions.steps.moving import Deed, begin
from qcdc_feedback.petitions.steps.numbering import next_number


@dataclass(frozen=True, slots=True)
class Filing:
    """Everything that makes a petition: words, place, field, who is behind it, what opens it, files."""

    words: intake.Words
    unit: Unit | None
    category: Category | None
    contact_id: int | None
    secret_hash: str
    files: tuple[StoredFile, ...] = ()


def file_petition(filing: Filing, by: Actor, party: Party) -> Petition:
    """Make a petition of a filing; raises FilingIncomplete."""
    words, unit, category = filing.words, filing.unit, filing.category
    intake.check_filing(words, unit is not None, category is not None, filing.contact_id is not None)
    if unit is None or category is None:
        raise intake.FilingIncomplete(why="place")
    now = clock.now()
    register = kinds.register_of(words.kind, clock.local(now).year)
    number = next_number(register)
    petition = Petition(
        code=kinds.code_of(register, number),
        register=register,
        number=number,
        kind=words.kind,
        channel=words.channel,
        received_at=now,
        unit=unit,
        category=category,
        desk=_desk(category, unit),
        contact_id=filing.contact_id,
        secret_hash=filing.secret_hash,
        subject=ledger.open_case(),
        version=1,
        round=1,
    )
    committed = {"title": words.title, "body": words.body, "address": words.address}
    begin(petition, by, party, Deed(words=committed, files=filing.files))
    _keep_words(petition, words, filing.files)
    return petition


def _keep_words(petition: Petition, words: intake.Words, files: Iterable[StoredFile]) -> None:
    submission = Submission(
        petition_id=petition.id,
        kind=words.kind,
        title=words.title,
        body=words.body,
        address=words.address,
        lat=words.lat,
        lon=words.lon,
    )
    db.session.add(submission)
    db.session.add_all(
        Attachment(petition_id=petition.id, file=file, purpose=Purpose.FILED) for file in files
    )


def _desk(category: Category, unit: Unit) -> Authority:
    found = routing.destination(queries.routing_rules(category.id), category.id, unit.id)
    commune = authorities.desk_of_unit(unit.id)
    return authorities.city_desk() if commune is None or found is None or found.at_city_desk else commune
