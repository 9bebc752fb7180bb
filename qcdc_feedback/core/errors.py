"""Refusals: each kind carries facts and an HTTP status; its sentences stand in templates/errors/."""


class DomainError(Exception):
    """Something that may not be done; the facts say which, the template named like the class says why."""

    status = 400

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__, facts)
        self.facts = facts


class BadAddress(DomainError):
    """The address of a page carries something that cannot be read: a forged cursor, an unknown filter."""


class NotAllowed(DomainError):
    """This person may not do this."""

    status = 403


class NotFound(DomainError):
    """There is no such thing, or none that this person may know of."""

    status = 404


class Conflict(DomainError):
    """What was asked does not fit what has happened meanwhile."""

    status = 409


class Unacceptable(DomainError):
    """The values are well formed but break a rule; facts['why'] is the rule's code."""

    status = 422
