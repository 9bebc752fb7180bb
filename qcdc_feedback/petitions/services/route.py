"""The reception desk hands a petition to the authority that must answer."""

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import Actor
from qcdc_feedback.core.db import transaction
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules.conditions import NotNow
from qcdc_feedback.petitions.rules.kinds import VARIANTS, Variant
from qcdc_feedback.petitions.rules.procedure import Action
from qcdc_feedback.petitions.steps import moving


@transaction()
def route_petition(
    petition: Petition,
    dispatcher: Actor,
    authority_id: int,
    variant: Variant = Variant.NORMAL,
    note: str = "",
    seen: int | None = None,
) -> None:
    """Say who must answer and how hard it is; the first time in a round this starts the answer clock."""
    with moving(petition, Action.ROUTE, dispatcher, seen, note) as deed:
        authority = authorities.get(authority_id)
        if authority.closed_on:
            raise NotNow(why="authority_closed")
        if variant not in VARIANTS[petition.kind]:
            raise NotNow(why="no_such_variant")
        petition.authority = authority
        petition.variant = variant
        petition.officer = None
        deed.target_id = authority.id
