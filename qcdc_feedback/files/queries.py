"""What is asked about kept files."""

from sqlalchemy import select

from qcdc_feedback.core.db import db
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.files.models import StoredFile


def get(file_id: int) -> StoredFile:
    """Return the file; raises NotFound."""
    stored = db.session.get(StoredFile, file_id)
    if stored is None:
        raise NotFound
    return stored


def hashes() -> set[str]:
    """Return the content of all files that some row names."""
    return set(db.session.scalars(select(StoredFile.sha256).distinct()))
