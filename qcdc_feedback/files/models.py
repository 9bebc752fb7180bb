"""The table of files that were kept."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from qcdc_feedback.core import clock
from qcdc_feedback.core.db import Base
from qcdc_feedback.files.rules import MediaType


class StoredFile(Base):
    """One file that somebody attached; its bytes lie on disk, named by their SHA-256."""

    __tablename__ = "stored_files"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[MediaType]
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)

    @property
    def is_image(self) -> bool:
        """Tell whether a page can show it as a picture."""
        return self.width is not None
