"""Commands about petitions, for people and for cron."""

from qcdc_feedback.petitions.cli.clock import clock_cli
from qcdc_feedback.petitions.cli.night import run_night
from qcdc_feedback.petitions.cli.procedure import petitions_cli

__all__ = ["clock_cli", "petitions_cli", "run_night"]
