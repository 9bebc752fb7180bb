"""The pages of petitions, for each who has a part in them."""

from qcdc_feedback.petitions.views.citizen import citizen
from qcdc_feedback.petitions.views.head import head
from qcdc_feedback.petitions.views.officer import officer
from qcdc_feedback.petitions.views.reception import reception
from qcdc_feedback.petitions.views.supervisor import supervisor
from qcdc_feedback.petitions.views.workspace import workspace

DESKS = [citizen, reception, officer, head, supervisor, workspace]
