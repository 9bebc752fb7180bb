"""What there is to read about a petition: all for those who handle it, anonymised for who supervises."""

from typing import Any

from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.identities import queries as identities
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.rules import access, privacy
from qcdc_feedback.petitions.rules.outcomes import Satisfaction
from qcdc_feedback.petitions.rules.procedure import Action

# What officials wrote for everyone, and what supervisors wrote themselves.
_SHOWN = privacy.SHOWN | {Action.ESCALATE}


def contents(petition: Any, viewer: Actor) -> dict[str, Any]:
    """Return what the viewer may read: what was said and done, by whom, with which files."""
    parts = _whole(petition) if access.may_read_words(viewer, petition) else _anonymised(petition)
    return {
        **parts,
        "explanations": queries.explanations(petition.id),
        "clocks": queries.clocks_of(petition.id),
        "corrections": queries.corrections(petition.id),
        "main": queries.get_by_id(petition.merged_into_id) if petition.merged_into_id else None,
    }


def words(petition: Any, viewer: Actor) -> dict[str, Any]:
    """Return only what stands beside a form: the matter itself and the talk about it."""
    if access.may_read_words(viewer, petition):
        filed, said = queries.get_submission(petition.id), queries.messages(petition.id)
        return {"filed": filed, "messages": said, "files": queries.attachments(petition.id)}
    return {"released": _public_copy(petition), "files": _public_files(petition)}


def get_file(petition: Any, attachment_id: int, viewer: Actor) -> Any:
    """Return one file that the viewer may see; raises NotFound."""
    attachment = queries.get_attachment(petition.id, attachment_id)
    if not access.may_read_words(viewer, petition) and not _is_public(attachment, petition):
        raise NotFound
    return attachment.file


def _whole(petition: Any) -> dict[str, Any]:
    return {
        "filed": queries.get_submission(petition.id),
        "released": queries.find_release(petition.id),
        "sender": identities.pseudonyms([petition.contact_id or 0]).get(petition.contact_id),
        "files": queries.attachments(petition.id),
        "messages": queries.messages(petition.id),
        "answers": queries.answers(petition.id),
        "ratings": {row.round: (Satisfaction(row.satisfaction), row.comment) for row in _ratings(petition)},
        "extensions": queries.extensions(petition.id),
        "history": [(line, line.note) for line in queries.history(petition.id)],
        "consultations": petition.consultations,
        "followers": queries.merged_into(petition.id),
    }


def _anonymised(petition: Any) -> dict[str, Any]:
    lines = queries.history(petition.id)
    return {
        "released": _public_copy(petition),
        "files": _public_files(petition),
        "answers": queries.published_answers(petition.id),
        "ratings": {row.round: (Satisfaction(row.satisfaction), "") for row in _ratings(petition)},
        "extensions": [row for row in queries.extensions(petition.id) if row.is_granted],
        "history": [(line, line.note if line.action in _SHOWN else "") for line in lines],
    }


def _ratings(petition: Any) -> Any:
    return queries.ratings(petition.id)


def _public_copy(petition: Any) -> Any:
    is_public = privacy.has_public_words(petition.kind, petition.is_released, petition.is_hidden)
    return queries.find_release(petition.id) if is_public else None


def _public_files(petition: Any) -> list[Any]:
    return [row for row in queries.attachments(petition.id) if _is_public(row, petition)]


def _is_public(attachment: Any, petition: Any) -> bool:
    return attachment.is_public and not petition.is_hidden
