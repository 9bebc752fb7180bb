"""Files that belong to a petition: what was filed, added, given as evidence."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qcdc_feedback.core.db import Base
from qcdc_feedback.files.models import StoredFile
from qcdc_feedback.petitions.rules.kinds import Purpose


class Attachment(Base):
    """A stored file in a petition; public only once released, or as evidence of a published answer."""

    __tablename__ = "attachments"
    __table_args__ = (Index("ix_attachments_petition", "petition_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answers.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))
    purpose: Mapped[Purpose]
    is_public: Mapped[bool] = mapped_column(default=False)

    file: Mapped[StoredFile] = relationship()
