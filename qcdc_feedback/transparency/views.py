"""The pages for everyone: they read no session, set no cookie, and are the same for all who ask."""

from typing import Any

from flask import Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.core import clock
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.core.web import ANYONE, Desk
from qcdc_feedback.files.adapters import open_file
from qcdc_feedback.petitions import queries as petition_parts
from qcdc_feedback.transparency import queries, rules, serializers
from qcdc_feedback.workdays import queries as workdays
from qcdc_feedback.workdays import serializers as files
from qcdc_feedback.workdays.queries import work_calendar

public = Desk("public", "", roles=ANYONE, is_public=True)

DESKS = [public]

_FEW = 3
_PHOTO_SECONDS = 300  # short: a photo may be taken from view


@public.get("/")
def home() -> ResponseReturnValue:
    """Show how it goes: what came in, what was answered, what is late, what was promised."""
    today, calendar = clock.today(), work_calendar()
    return render_template(
        "transparency/home.html",
        numbers=queries.figures(today),
        overdue=serializers.lines(queries.most_overdue(today, _FEW), today, calendar),
        promised=serializers.lines(queries.next_promised(today, _FEW), today, calendar),
        answered=serializers.lines(queries.newest_answered(today, _FEW), today, calendar),
    )


@public.get("/petitions")
def petitions() -> ResponseReturnValue:
    """List petitions, newest first, narrowed to what is looked for."""
    today = clock.today()
    choices = queries.choices(today)
    wanted = rules.wanted(request.args, choices)
    page = queries.petitions(wanted, request.args.get("cursor"), today)
    return render_template(
        "transparency/petitions.html",
        page=page,
        petitions=serializers.lines(page.rows, today, work_calendar()),
        query=wanted.query,
        options=serializers.options(choices),
    )


@public.get("/petitions/<string:code>")
def petition(code: str) -> ResponseReturnValue:
    """Show one petition: where it stands, what was answered, what was done."""
    found = queries.get_petition(code)
    history, answers = queries.history(found.id), queries.answers(found.id)
    shown = serializers.story(found, history, answers, work_calendar(), clock.today())
    return render_template("transparency/petition.html", petition=shown)


@public.get("/petitions/<string:code>/due")
def due(code: str) -> ResponseReturnValue:
    """Explain why the dates of a petition are what they are, step by step."""
    found = queries.get_dated(code)
    if found.hidden_at:
        return redirect(url_for("public.petition", code=code))
    clocks, moved = _clocks(found.id)
    shown = serializers.why(found, clocks, moved, work_calendar(), clock.today())
    return render_template("transparency/due.html", why=shown)


@public.get("/petitions/<string:code>/photos/<int:attachment_id>")
def photo(code: str, attachment_id: int) -> Response:
    """Show a picture that was released, and nothing that could run."""
    found = queries.get_photo(code, attachment_id)
    if not serializers.may_see_photo(found):
        raise NotFound
    answer = send_file(open_file(found), mimetype=found.media_type, etag=found.sha256, max_age=_PHOTO_SECONDS)
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@public.get("/authorities")
def authorities() -> ResponseReturnValue:
    """List the authorities with what lies open at each."""
    levels = serializers.by_level(queries.authorities_with_counts(clock.today()))
    return render_template("transparency/authorities.html", levels=levels)


@public.get("/how-it-works")
def how_it_works() -> ResponseReturnValue:
    """Explain the procedure, the rights, and by which rules."""
    return render_template("transparency/how_it_works.html", **serializers.procedure(clock.today()))


@public.get("/denunciation")
def denunciation() -> ResponseReturnValue:
    """Explain why a denunciation is not taken here, and how to make one safely."""
    return render_template("transparency/denunciation.html", **serializers.denunciation(clock.today()))


@public.get("/privacy")
def privacy() -> ResponseReturnValue:
    """Say what is kept, who sees it and what is public."""
    return render_template("transparency/privacy.html")


@public.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    """Say for whom the pages work, and what to do where they do not."""
    return render_template("transparency/accessibility.html")


@public.get("/calendar")
@public.get("/calendar/<int(min=2013, max=2100):year>")
def calendar(year: int | None = None) -> ResponseReturnValue:
    """Show the working calendar by which every limit is counted."""
    shown = year or clock.today().year
    parts = serializers.year(shown, work_calendar())
    return render_template("transparency/calendar.html", days=workdays.special_days(shown), **parts)


@public.get("/calendar/<int(min=2013, max=2100):year>/days.csv")
def calendar_csv(year: int) -> ResponseReturnValue:
    """Hand the special days of a year to a spreadsheet."""
    text = files.calendar_csv(workdays.special_days(year))
    return Response(text, content_type=files.CSV, headers=_named(f"lich-{year}.csv"))


@public.get("/calendar/<int(min=2013, max=2100):year>/days.ics")
def calendar_ical(year: int) -> ResponseReturnValue:
    """Hand the special days of a year to a calendar."""
    text = files.calendar_ical(workdays.special_days(year), clock.now())
    return Response(text, content_type=files.ICALENDAR, headers=_named(f"lich-{year}.ics"))


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename={name}"}


def _clocks(petition_id: int) -> tuple[Any, serializers.Moved]:
    moved = serializers.Moved(
        petition_parts.pauses(petition_id),
        petition_parts.corrections(petition_id),
        petition_parts.extensions(petition_id),
    )
    return petition_parts.clocks_of(petition_id), moved
