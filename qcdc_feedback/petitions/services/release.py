"""The redacted copy becomes public."""

from collections.abc import Collection

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import db, transaction
from qcdc_feedback.core.text import fold
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Petition, Release
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def release_petition(
    petition: Petition,
    dispatcher: Actor,
    title: str,
    body: str,
    address: str,
    photo_ids: Collection[int],
    seen: int | None = None,
) -> None:
    """Let everyone read a copy without personal data, and see the photos chosen."""
    with moving(petition, Action.RELEASE, dispatcher, seen) as deed:
        release = Release(
            petition_id=petition.id,
            version=queries.count_releases(petition.id) + 1,
            title=title,
            body=body,
            address=address,
            folded=fold(f"{title} {body} {address}"),
            released_at=clock.now(),
            released_by_id=dispatcher.user_id,
        )
        db.session.add(release)
        for attachment in queries.attachments(petition.id):
            if attachment.answer_id is None:  # what proves an answer is public with that answer
                attachment.is_public = attachment.id in photo_ids and attachment.file.is_image
        petition.public_title = title
        deed.words = {"title": title, "body": body, "address": address}
