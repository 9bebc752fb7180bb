"""What an authority needs so that a petition sent there meets somebody."""

from collections.abc import Collection

from qcdc_feedback.core.actors import Role

_ANSWERING = (Role.OFFICER, Role.HEAD)
_RECEIVING = (Role.DISPATCHER,)


def missing_roles(held: Collection[Role], is_desk: bool) -> list[Role]:
    """Return the roles that nobody holds: one writes an answer, one publishes it, at a desk one receives."""
    needed = (*_RECEIVING, *_ANSWERING) if is_desk else _ANSWERING
    return [role for role in needed if role not in held]
