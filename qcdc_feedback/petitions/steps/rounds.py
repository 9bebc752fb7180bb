"""A new round: the matter is handled again, the old answers stay."""

from qcdc_feedback.petitions.models import Petition


def begin_round(petition: Petition) -> None:
    """Count the round up; what belonged to the last one no longer stands on the petition."""
    petition.round += 1
    petition.extensions = 0
    petition.is_extension_asked = False
    petition.outcome = None
    petition.closed_on = None
