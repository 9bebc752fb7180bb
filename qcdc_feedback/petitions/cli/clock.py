"""`flask clock`: what is due, what happens by itself, and why a date is what it is."""

import json
from datetime import date, datetime

import click
from flask.cli import AppGroup

from qcdc_feedback.core import clock as office
from qcdc_feedback.petitions import serializers
from qcdc_feedback.petitions.cli.night import run_night
from qcdc_feedback.petitions.rules.explaining import count
from qcdc_feedback.petitions.rules.kinds import Variant
from qcdc_feedback.petitions.rules.limits import Limit, limits_called
from qcdc_feedback.workdays.queries import special_days, work_calendar
from qcdc_feedback.workdays.rules import DayUnit

clock_cli = AppGroup("clock", help="Due dates: what is due, why, and what happens by itself.")


@clock_cli.command("run")
def run() -> None:
    """Remind, lapse, break promises, close, warn and escalate; run it every day, or more often."""
    done = run_night(lambda line: click.echo(line, err=True))
    click.echo(", ".join(f"{name}: {number}" for name, number in done.items()))


@clock_cli.command("due")
@click.option("--unit", type=click.Choice([str(unit) for unit in DayUnit]), help="In which days to count.")
@click.option("--days", type=click.IntRange(0, 3650), help="How many.")
@click.option("--rule", help="The key of a limit instead of unit and days, for example PA.normal.")
@click.option("--variant", type=click.Choice([str(variant) for variant in Variant]), default="normal")
@click.option(
    "--from", "start", type=click.DateTime(["%Y-%m-%d"]), help="The day of the event; today if left out."
)
@click.option("--no-roll", is_flag=True, help="Let a count of calendar days end on a day off.")
@click.option("--explain", "explained", is_flag=True, help="Print every step of the count.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def due(
    unit: str | None,
    days: int | None,
    rule: str | None,
    variant: str,
    start: datetime | None,
    no_roll: bool,
    explained: bool,
    as_json: bool,
) -> None:
    """Print the due date on its first line."""
    began = start.date() if start else office.today()
    limit = _limit(rule, Variant(variant), began) if rule else None
    if limit is None and (unit is None or days is None):
        raise click.UsageError("Give --unit and --days, or --rule.")
    counted = count(began, limit, DayUnit(unit or "working"), days or 0, not no_roll, work_calendar())
    if as_json:
        click.echo(json.dumps(serializers.count_json(counted), ensure_ascii=False, indent=2))
        return
    click.echo(counted.due.isoformat())
    if explained:
        click.echo("\n".join(serializers.count_lines(counted)))


@clock_cli.command("calendar")
@click.argument("year", type=click.IntRange(2000, 2100))
@click.option("--json", "as_json", is_flag=True, help="Print the days as JSON.")
def calendar(year: int, as_json: bool) -> None:
    """Print the days off and the worked weekend days of a year."""
    days = special_days(year)
    if as_json:
        click.echo(json.dumps(serializers.days_json(days), ensure_ascii=False, indent=2))
        return
    provisional = work_calendar().is_provisional(date(year, 1, 1))
    click.echo("\n".join(serializers.day_lines(year, days, provisional)))


def _limit(rule: str, variant: Variant, began: date) -> Limit:
    found = limits_called(rule, variant, began)
    if found is None:
        raise click.UsageError(f"No limit {rule!r} was in force on {began.isoformat()}.")
    return found
