"""The pages for everyone: they read no session, set no cookie, and are the same for all who ask."""

from flask import Response, render_template, request, send_file
from flask.typing import ResponseReturnValue

from qcdc_feedback.core import clock
from qcdc_feedback.core.errors import NotFound
from qcdc_feedback.core.web import ANYONE, Desk
from qcdc_feedback.files.adapters import open_file
from qcdc_feedback.transparency import queries, rules, serializers
from qcdc_feedback.workdays.queries import work_calendar

public = Desk("public", "", roles=ANYONE, is_public=True)

DESKS = [public]

_FEW = 3
_PHOTO_SECONDS = 300  # short: a photo may be taken from view


@public.get("/")
def home() -> ResponseReturnValue:
    """Show how it goes: what came in, what was answered, what is late, what was promised."""
    today = clock.today()
    return render_template(
        "transparency/home.html",
        numbers=queries.figures(today),
        overdue=serializers.lines(queries.most_overdue(today, _FEW), today),
        promised=serializers.lines(queries.next_promised(today, _FEW), today),
        answered=serializers.lines(queries.newest_answered(today, _FEW), today),
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
        petitions=serializers.lines(page.rows, today),
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
