"""Files come to a petition: kept first, laid with it under the lock."""

from collections.abc import Iterable

from qcdc_feedback.core.db import db
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.files.steps import keep_all
from qcdc_feedback.petitions.models import Attachment, Petition
from qcdc_feedback.petitions.rules.kinds import Purpose

__all__ = ["Upload", "attach", "keep_all"]

Upload = tuple[str, bytes]  # name and content, as they came in


def attach(
    petition: Petition, files: Iterable[StoredFile], purpose: Purpose, answer_id: int | None = None
) -> list[Attachment]:
    """Lay kept files with the petition; nobody outside sees them yet."""
    attachments = [
        Attachment(petition_id=petition.id, answer_id=answer_id, file=file, purpose=purpose) for file in files
    ]
    db.session.add_all(attachments)
    return attachments
