"""Parts of use cases: moving a petition, its clocks, its number, its files."""

from qcdc_feedback.petitions.steps.moving import Deed, StaleVersion, begin, moving

__all__ = ["Deed", "StaleVersion", "begin", "moving"]
