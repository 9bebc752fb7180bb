"""What someone is to a petition, and whether they may know of it."""

from collections.abc import Collection
from typing import Protocol

from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.petitions.rules.procedure import Party, State


class Relations(Protocol):
    """The facts of a petition that decide who is who; watched_ids: its authorities and all above."""

    id: int
    state: State
    desk_id: int
    authority_id: int | None
    officer_id: int | None
    barred_dispatcher_id: int | None

    @property
    def watched_ids(self) -> Collection[int]: ...  # noqa: D102

    @property
    def consulted_ids(self) -> Collection[int]: ...  # noqa: D102


def parties(actor: Actor, petition: Relations) -> frozenset[Party]:
    """Return everything the actor is to this petition."""
    if actor.is_system:
        return frozenset({Party.SYSTEM})
    responsible = petition.authority_id or petition.desk_id
    answers = {
        Party.SUBMITTER: petition.id in actor.holds,
        Party.DISPATCHER: petition.desk_id in actor.authorities_as(Role.DISPATCHER)
        and actor.user_id != petition.barred_dispatcher_id,
        Party.HANDLER: _handles(actor, petition),
        Party.HEAD: responsible in actor.authorities_as(Role.HEAD),
        Party.CONSULTED: not actor.authorities_as(Role.OFFICER, Role.HEAD).isdisjoint(petition.consulted_ids),
        Party.SUPERVISOR: not actor.authorities_as(Role.SUPERVISOR).isdisjoint(petition.watched_ids),
    }
    return frozenset(party for party, is_so in answers.items() if is_so)


def may_know(actor: Actor, petition: Relations) -> bool:
    """Tell whether an official may open the petition: by a part in it, or as a colleague of who has one."""
    return _is_colleague(actor, petition) or bool(parties(actor, petition) - {Party.SUBMITTER})


def may_read_words(actor: Actor, petition: Relations) -> bool:
    """Tell whether an official may read what was filed; who only supervises reads the released copy."""
    own = parties(actor, petition) - {Party.SUBMITTER, Party.SUPERVISOR}
    return _is_colleague(actor, petition) or bool(own)


def _is_colleague(actor: Actor, petition: Relations) -> bool:
    # A dispatcher who is barred from deciding again may still read what became of it.
    at_authority = petition.authority_id in actor.authorities_as(Role.OFFICER)
    return at_authority or petition.desk_id in actor.authorities_as(Role.DISPATCHER)


def _handles(actor: Actor, petition: Relations) -> bool:
    if petition.authority_id not in actor.authorities_as(Role.OFFICER):
        return False
    # Before someone has taken it, every officer of the authority may; then only the one named.
    return petition.officer_id is None or petition.officer_id == actor.user_id
