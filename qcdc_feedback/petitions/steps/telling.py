"""Who is told: the parties of a row become letters in the outbox."""

from collections.abc import Iterable
from dataclasses import dataclass

from qcdc_feedback.core import clock
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.identities import queries as identities
from qcdc_feedback.notifications import steps as notifications
from qcdc_feedback.petitions.models import HistoryEntry, Petition
from qcdc_feedback.petitions.queries import recipients as queries
from qcdc_feedback.petitions.rules.procedure import Move, Party


@dataclass(frozen=True, slots=True)
class _Addressee:
    user_id: int | None = None
    contact_id: int | None = None


def tell(petition: Petition, move: Move, by: Actor, entry: HistoryEntry, parties: Iterable[Party]) -> None:
    """Write a letter to each of the parties, but not to the one who acts."""
    context = {
        "code": petition.code,
        "due_on": petition.due_on,
        "promised_on": petition.promised_on,
        "authority": petition.authority.name if petition.authority else petition.desk.name,
    }
    for party in parties:
        for person in sorted(set(_addressees(petition, party)), key=str):
            if person.user_id and person.user_id == by.user_id:
                continue
            notifications.enqueue(
                f"{move.action}_{party}",
                context,
                f"{petition.subject}.{entry.id}.{party}.{person.user_id or 'c'}.{person.contact_id or 'u'}",
                contact_id=person.contact_id,
                user_id=person.user_id,
                due_at=clock.now(),
            )


def _addressees(petition: Petition, party: Party) -> Iterable[_Addressee]:
    if party in (Party.SUBMITTER, Party.FOLLOWER):
        return _submitters(petition, party)
    return (_Addressee(user_id=user_id) for user_id in _officials(petition, party))


def _submitters(petition: Petition, party: Party) -> Iterable[_Addressee]:
    ids = [petition.contact_id] if party == Party.SUBMITTER else queries.contacts_merged_into(petition.id)
    return (_Addressee(contact_id=each) for each in ids if each and identities.address_of(each))


def _officials(petition: Petition, party: Party) -> Iterable[int]:
    responsible = petition.authority_id or petition.desk_id
    match party:
        case Party.DISPATCHER:
            at_desk = queries.holder_ids(Role.DISPATCHER, [petition.desk_id])
            return (each for each in at_desk if each != petition.barred_dispatcher_id)
        case Party.HANDLER:
            return _officers(petition.officer_id, petition.authority_id)
        case Party.FORMER_HANDLER:
            return _officers(petition.former_officer_id, petition.former_authority_id)
        case Party.HEAD:
            return queries.holder_ids(Role.HEAD, [responsible])
        case Party.SUPERIOR:
            return queries.holder_ids(Role.HEAD, queries.superiors(responsible))
        case Party.SUPERVISOR:
            return queries.holder_ids(Role.SUPERVISOR, petition.watched_ids)
        case Party.CONSULTED:
            return queries.holder_ids(Role.OFFICER, petition.consulted_ids)
        case _:
            return [petition.asked_by_id] if petition.asked_by_id else []


def _officers(officer_id: int | None, authority_id: int | None) -> Iterable[int]:
    if officer_id:
        return [officer_id]
    return queries.holder_ids(Role.OFFICER, [authority_id]) if authority_id else []
