"""The citizen's pages: filing step by step, and following what was filed."""

from qcdc_feedback.petitions.views.citizen import filing, photos, tracking
from qcdc_feedback.petitions.views.citizen.desk import citizen

__all__ = ["citizen", "filing", "photos", "tracking"]
