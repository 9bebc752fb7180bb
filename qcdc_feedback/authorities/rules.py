"""What authorities and units are, and a place in the tree: the path "/1/7/" is the ids from the root down."""

from datetime import date
from enum import StrEnum

from qcdc_feedback.core.errors import Conflict, Unacceptable


class Level(StrEnum):
    """Where an authority stands; in the order in which people look for it."""

    CITY = "city"
    DEPARTMENT = "department"
    AGENCY = "agency"
    PROVIDER = "provider"
    COMMUNE = "commune"


class UnitKind(StrEnum):
    """What a unit of the lowest tier is called; townships exist only among the former ones."""

    WARD = "ward"
    COMMUNE = "commune"
    TOWNSHIP = "township"


class CodeTaken(Conflict):
    """Another authority has this code; codes are never used again."""


class AuthorityClosed(Conflict):
    """The authority is closed and takes nothing new."""


class NeededByOthers(Conflict):
    """The authority stands above open ones, or is the root of all."""


class AboveItself(Unacceptable):
    """The new superior stands below the authority or is the authority itself."""


LEVELS = tuple(Level)


def require_open(closed_on: date | None) -> None:
    """Refuse an authority that has been closed; raises AuthorityClosed."""
    if closed_on is not None:
        raise AuthorityClosed(since=closed_on)


def path_below(parent_path: str, authority_id: int) -> str:
    """Return the path of an authority that stands directly below another; the root's parent path is empty."""
    return f"{parent_path or '/'}{authority_id}/"


def ancestors(path: str) -> tuple[int, ...]:
    """Return the ids of the authorities above, from the root down, the nearest last."""
    return tuple(int(part) for part in path.split("/")[1:-2])


def is_within(path: str, authority_id: int) -> bool:
    """Tell whether the path leads to the authority or to one below it."""
    return f"/{authority_id}/" in path


def require_not_above_itself(path: str, parent_path: str) -> None:
    """Refuse a superior that stands below; raises AboveItself."""
    if parent_path.startswith(path):
        raise AboveItself
