"""Who acts: a person with posts in authorities, a guest who holds petitions by a secret, the system."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qcdc_feedback.core.errors import NotAllowed


class Role(StrEnum):
    """What a person may be in an authority."""

    DISPATCHER = "dispatcher"
    OFFICER = "officer"
    HEAD = "head"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Post:
    """A role in one authority."""

    role: Role
    authority_id: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts: user_id is None for guests, holds names the petitions opened by number and secret."""

    user_id: int | None = None
    name: str = ""
    posts: frozenset[Post] = frozenset()
    holds: frozenset[int] = frozenset()
    is_system: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles held in any authority."""
        return frozenset(post.role for post in self.posts)

    def authorities_as(self, *roles: Role) -> frozenset[int]:
        """Return the ids of the authorities in which one of the roles is held."""
        return frozenset(post.authority_id for post in self.posts if post.role in roles)


GUEST = Actor()
SYSTEM = Actor(is_system=True)


def require_role(actor: Actor, roles: Iterable[Role]) -> None:
    """Refuse anyone who holds none of the roles; raises NotAllowed."""
    if not actor.is_system and actor.roles.isdisjoint(roles):
        raise NotAllowed
