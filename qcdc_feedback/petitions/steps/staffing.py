"""Officers of the authority that handles a petition."""

from qcdc_feedback.accounts import queries as accounts
from qcdc_feedback.accounts.models import User
from qcdc_feedback.core.actors import Role
from qcdc_feedback.petitions.models import Petition
from qcdc_feedback.petitions.queries import recipients
from qcdc_feedback.petitions.rules.conditions import NotNow


def officer_of(petition: Petition, officer_id: int) -> User:
    """Return an officer of the handling authority, other than the present one; raises NotNow."""
    if petition.authority_id is None or officer_id == petition.officer_id:
        raise NotNow(why="not_an_officer")
    if officer_id not in recipients.holder_ids(Role.OFFICER, [petition.authority_id]):
        raise NotNow(why="not_an_officer")
    return accounts.get(officer_id)
