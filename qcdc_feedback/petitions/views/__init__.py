"""The pages of petitions, for each who has a part in them."""

from qcdc_feedback.petitions.views.citizen import citizen

DESKS = [citizen]
