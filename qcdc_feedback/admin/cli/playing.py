"""The sample town is filled by playing it: every deed by its use case, in the order of time."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from operator import attrgetter
from random import Random

import click
from flask import current_app
from flask.cli import with_appcontext

from qcdc_feedback.admin.adapters import reviewed
from qcdc_feedback.admin.cli.stories import end_of, steps_of
from qcdc_feedback.admin.cli.timetable import Hours, last_open, moments
from qcdc_feedback.admin.cli.town import Case, Town, case_of, move_in
from qcdc_feedback.core import clock
from qcdc_feedback.notifications import services as letters
from qcdc_feedback.petitions import queries
from qcdc_feedback.petitions.cli import run_night
from qcdc_feedback.workdays.queries import work_calendar
from qcdc_feedback.workdays.rules import WorkCalendar

_NIGHT = time(23, 0)
_UNSENT_DAYS = 2  # letters of the last days wait, so that there are some to look at
_TO_TRY = ("den-ba-trieu", "ngap-kiet-ba-trieu", "rac-song-an-cuu")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in the town, at its time."""

    at: datetime
    deed: Callable[[], object]


@click.command("demo")
@with_appcontext
def demo() -> None:
    """Fill an empty installation with a sample town of invented people and petitions."""
    if current_app.config["PRODUCTION"]:
        raise click.ClickException("This is a production installation: no sample town is built here.")
    if not queries.open_categories():
        raise click.ClickException("Nothing is loaded yet: run `flask seed hue` first.")
    town = found_town()
    if queries.is_any_filed():
        click.echo("There are petitions already: the sample town is not built again.")
    else:
        play(town)
        _show(town)
    _invite(town)


def found_town() -> Town:
    """Return the town as its stories tell it; nothing has happened in it yet."""
    key = str(current_app.config["SECRET_KEY"])
    rows = reviewed("demo/petitions.json")["petitions"]
    return Town(clock.today(), {row["key"]: case_of(row, key) for row in rows})


def play(town: Town) -> None:
    """Let everything happen, each thing at its time, the nights between."""
    now = clock.now()
    stories = story_events(town, work_calendar(), clock.local(now))
    first = clock.local(stories[0].at)
    with clock.at(first - timedelta(days=30)):
        move_in(town, reviewed("demo/people.json")["people"])
    events = sorted([*stories, *_nights(first.date(), now)], key=attrgetter("at"))
    with click.progressbar(events, label="Playing the sample town") as playing:
        for event in playing:
            with clock.at(event.at):
                event.deed()


def story_events(town: Town, calendar: WorkCalendar, now: datetime) -> list[Event]:
    """Return the deeds of all stories, each at its time."""
    plans = {
        case.key: moments(case.key, town.day(case, 0), steps_of(case.row), calendar, now)
        for case in town.cases.values()
    }
    for case in town.cases.values():
        if main := case.row.get("merged_into"):
            earlier = plans[case.key][0] - timedelta(minutes=30)
            plans[main][0] = min(plans[main][0], last_open(earlier, Hours.HOME, calendar, Random(main)))
    events = [
        Event(at, partial(step.deed, case, town))
        for case in town.cases.values()
        for at, step in zip(plans[case.key], steps_of(case.row), strict=True)
    ]
    return sorted(events, key=attrgetter("at"))


def _nights(day: date, now: datetime) -> Iterator[Event]:
    while (night := datetime.combine(day, _NIGHT, clock.OFFICE)) <= now:
        yield Event(night, run_night)
        if night <= now - timedelta(days=_UNSENT_DAYS):
            yield Event(night + timedelta(minutes=5), _carry_letters)
        day += timedelta(days=1)


def _carry_letters() -> None:
    """Write down that the letters of the day have gone; nobody lives at the addresses of this town."""
    postman = "demo"
    while claimed := letters.claim_letters(postman, clock.now(), limit=100):
        for letter in claimed:
            if letter.to is None:
                letters.drop_letter(letter.id, postman, "no address")
            else:
                letters.mark_sent(letter.id, postman, clock.now())


def _show(town: Town) -> None:
    cases = town.cases.values()
    for state, count in Counter(case.petition.state for case in cases).most_common():
        click.echo(f"{count:>4}  {state}")
    astray = [case.key for case in cases if case.petition.state != end_of(case.row)]
    if astray:
        raise click.ClickException(f"These stories did not end as they are told: {', '.join(astray)}.")


def _invite(town: Town) -> None:
    opened = list(_opened(town.cases[key] for key in _TO_TRY))
    if opened:
        click.echo("To follow a petition as its citizen would, at /track:")
    for code, case in opened:
        click.echo(f"  {code}  {case.secret}")


def _opened(cases: Iterable[Case]) -> Iterator[tuple[str, Case]]:
    for case in cases:
        if petition := queries.find_by_secret_alone(case.secret_hash):
            yield petition.code, case
