"""Two petitions about one matter become one to handle, and may be taken apart again."""

from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.procedure import Action, State
from qcdc_feedback.petitions.steps import moving

_GONE = frozenset({State.MERGED, State.REJECTED, State.WITHDRAWN})


@transaction()
def merge_petition(petition: Petition, dispatcher: Actor, main_code: str, seen: int | None = None) -> None:
    """Let a petition follow another about the same matter; raises NotNow for a circle or a dead end."""
    with moving(petition, Action.MERGE, dispatcher, seen):
        main = queries.find_by_code(main_code, dispatcher)
        if main is None or main.id == petition.id or main.state in _GONE or main.kind != petition.kind:
            raise NotNow(why="cannot_merge_into")
        if queries.count_merged_into(petition.id):
            raise NotNow(why="is_main_itself")
        petition.merged_into_id = main.id


@transaction()
def unmerge_petition(petition: Petition, dispatcher: Actor, note: str, seen: int | None = None) -> None:
    """Take a petition out again; it stands at the desk as before, with the clocks it had."""
    with moving(petition, Action.UNMERGE, dispatcher, seen, note):
        petition.merged_into_id = None
        petition.former_authority_id = petition.authority_id
        petition.authority = None
