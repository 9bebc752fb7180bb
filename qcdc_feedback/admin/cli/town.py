"""The sample town: its officials, and its petitions as they are played."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import Any
from zlib import crc32

from qcdc_feedback.accounts import queries as accounts
from qcdc_feedback.accounts import services as accounts_services
from qcdc_feedback.accounts.models import User
from qcdc_feedback.admin.adapters import draw_photo
from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core.actors import GUEST, SYSTEM, Actor, Role
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.rules import codes

_PICTURES = 3  # of each subject
_drawn = cache(draw_photo)


@dataclass(slots=True)
class Case:
    """One story of the town: what is told of it, and the petition once it is filed."""

    row: Mapping[str, Any]
    secret: str
    secret_hash: str
    token_hash: str
    petition_id: int = 0

    @property
    def key(self) -> str:
        """Return the name of the story."""
        return str(self.row["key"])

    @property
    def petition(self) -> Petition:
        """Return the petition as it stands."""
        return queries.get_by_id(self.petition_id)

    @property
    def submitter(self) -> Actor:
        """Return whoever holds the number and the secret."""
        return replace(GUEST, holds=frozenset({self.petition_id}))

    @property
    def parity(self) -> int:
        """Return 0 or 1, so that not everything is always done in the same way."""
        return crc32(self.key.encode()) % 2

    def photos(self, subjects: Iterable[str], name: str = "anh") -> list[tuple[str, bytes]]:
        """Return pictures of the subjects as they would be uploaded."""
        first = crc32(self.key.encode())
        return [
            (f"{name}-{number}.jpg", _drawn(subject, (first + number) % _PICTURES))
            for number, subject in enumerate(subjects, 1)
        ]


@dataclass(slots=True)
class Town:
    """Who works where, and what has been filed; today is the day on which the town is filled."""

    today: date
    cases: dict[str, Case]
    staff: dict[tuple[Role, int], list[User]] = field(default_factory=lambda: defaultdict(list))

    def dispatcher(self, petition: Petition) -> Actor:
        """Return who receives the petition: after an appeal somebody else than before."""
        at_desk = self.staff[Role.DISPATCHER, petition.desk_id]
        return next(each.actor for each in at_desk if each.id != petition.barred_dispatcher_id)

    def counter_of(self, unit_id: int) -> Actor:
        """Return who receives people there: at the commune's own desk, or else at the city's."""
        commune = authorities.desk_of_unit(unit_id)
        at_desk = self.staff[Role.DISPATCHER, commune.id] if commune else []
        return (at_desk or self.staff[Role.DISPATCHER, authorities.city_desk().id])[0].actor

    def officer(self, petition: Petition) -> Actor:
        """Return who handles the petition."""
        return self._first(Role.OFFICER, petition.authority_id)

    def head(self, petition: Petition) -> Actor:
        """Return who heads the authority that handles the petition."""
        return self._first(Role.HEAD, petition.authority_id)

    def officer_at(self, code: str) -> Actor:
        """Return an officer of the authority."""
        return self._first(Role.OFFICER, authorities.get_by_code(code).id)

    def supervisor(self) -> Actor:
        """Return who watches over the whole city."""
        return self._first(Role.SUPERVISOR, authorities.root().id)

    def day(self, case: Case, after: int) -> date:
        """Return the day so many days after the case was to be filed."""
        return self.today - timedelta(days=case.row["days_ago"] - after)

    def _first(self, role: Role, authority_id: int | None) -> Actor:
        return self.staff[role, authority_id or 0][0].actor


def case_of(row: Mapping[str, Any], key: str) -> Case:
    """Return the case of a story; its secret is the same each time, under the key of this installation."""
    token = f"demo/{row['key']}"
    secret = codes.secret_for(token, key)
    return Case(row, secret, codes.fingerprint(secret, key), codes.token_hash(token))


def move_in(town: Town, people: Iterable[Mapping[str, Any]]) -> None:
    """Open the accounts of the town's officials and give them their posts, where they have none yet."""
    for row in people:
        authority, role = authorities.get_by_code(row["authority"]), Role(row["role"])
        person = accounts.find_by_email(row["email"])
        if person is None:
            person = accounts_services.open_account(SYSTEM, row["email"], row["name"], row["password"])
        if authority.id not in person.actor.authorities_as(role):
            accounts_services.appoint(person, authority, SYSTEM, role)
        town.staff[role, authority.id].append(person)
