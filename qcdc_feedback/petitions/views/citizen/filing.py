"""Filing, one thing a page: begin, answer, check, send, keep the receipt."""

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.web import hold, let_go
from qcdc_feedback.identities import queries as identities
from qcdc_feedback.petitions import adapters, queries, services
from qcdc_feedback.petitions.forms.citizen import (
    CategoryForm,
    ContactForm,
    KindForm,
    PlaceForm,
    SubmitForm,
    WordsForm,
)
from qcdc_feedback.petitions.rules import codes, intake
from qcdc_feedback.petitions.rules.intake import Question
from qcdc_feedback.petitions.rules.kinds import Kind
from qcdc_feedback.petitions.views.citizen.desk import (
    citizen,
    draft_at,
    find_own_draft,
    forget_token,
    key,
    new_token,
    onward,
    page,
    submitter,
    token,
)


@citizen.get("/file")
def start() -> ResponseReturnValue:
    """Say what this is for, what is needed, and what becomes of the data."""
    return render_template(
        "petitions/citizen/start.html", draft=find_own_draft(), is_lost="lost" in request.args
    )


@citizen.post("/file")
def begin() -> ResponseReturnValue:
    """Begin a new filing, under a new token."""
    services.begin_draft(codes.token_hash(new_token()))
    return redirect(url_for("citizen.kind"))


@citizen.route("/file/kind", methods=["GET", "POST"])
def kind() -> ResponseReturnValue:
    """Ask what kind of petition it is; a denunciation is led elsewhere before anything is written."""
    draft = draft_at(Question.KIND)
    form = KindForm(obj=draft)
    if form.kind.data == Kind.DENUNCIATION:
        return redirect(url_for("public.denunciation"))
    if form.accepted(lambda: services.fill_draft(draft, kind=Kind(form.kind.data))):
        return onward(Question.KIND)
    return page("petitions/citizen/kind.html", Question.KIND, form)


@citizen.route("/file/place", methods=["GET", "POST"])
def place() -> ResponseReturnValue:
    """Ask where; help to find the commune by the name it had before."""
    draft = draft_at(Question.PLACE)
    form = PlaceForm(obj=draft).among(authorities.units_now(clock.today()))
    found = queries.former_units_named(form.former_name) if form.former_name else None
    if not form.is_looking_up and form.accepted(
        lambda: services.fill_draft(draft, unit_id=form.unit_id.data, address=form.address.data)
    ):
        return onward(Question.PLACE)
    return page("petitions/citizen/place.html", Question.PLACE, form, found=found)


@citizen.route("/file/category", methods=["GET", "POST"])
def category() -> ResponseReturnValue:
    """Ask what it is about."""
    draft = draft_at(Question.CATEGORY)
    form = CategoryForm(obj=draft).among(queries.open_categories())
    if form.accepted(lambda: services.fill_draft(draft, category_id=form.category_id.data)):
        return onward(Question.CATEGORY)
    return page("petitions/citizen/category.html", Question.CATEGORY, form)


@citizen.route("/file/words", methods=["GET", "POST"])
def words() -> ResponseReturnValue:
    """Ask for the matter in the citizen's own words."""
    draft = draft_at(Question.WORDS)
    form = WordsForm(obj=draft)
    if form.accepted(lambda: services.fill_draft(draft, title=form.title.data, body=form.body.data)):
        return onward(Question.WORDS)
    return page("petitions/citizen/words.html", Question.WORDS, form, kind=draft.kind)


@citizen.route("/file/contact", methods=["GET", "POST"])
def contact() -> ResponseReturnValue:
    """Ask who it is and how to reach them; feedback may leave it open."""
    draft = draft_at(Question.CONTACT)
    known = identities.get(draft.contact_id) if draft.contact_id else None
    form = ContactForm(obj=known).for_kind(draft.kind)
    if form.is_skipped:
        services.settle_contact(draft, None)
        return onward(Question.CONTACT)
    if form.accepted(lambda: services.settle_contact(draft, form.to_person())):
        return onward(Question.CONTACT)
    return page("petitions/citizen/contact.html", Question.CONTACT, form, kind=draft.kind)


@citizen.route("/file/check", methods=["GET", "POST"])
def check() -> ResponseReturnValue:
    """Show everything once more; sending twice makes one petition and the same receipt."""
    draft = draft_at(Question.CHECK)
    form = SubmitForm()
    secret_hash = codes.fingerprint(codes.secret_for(token(), key()), key())
    if form.accepted(lambda: services.submit_draft(draft, submitter(), secret_hash)):
        hold(form.outcome.id)
        return redirect(url_for("citizen.receipt"))
    return page(
        "petitions/citizen/check.html",
        Question.CHECK,
        form,
        draft=draft,
        unit=authorities.get_unit(draft.unit_id),
        category=queries.get_category(draft.category_id),
        contact=identities.get(draft.contact_id) if draft.contact_id else None,
        is_accusing=intake.sounds_like_denunciation(f"{draft.title} {draft.body}"),
    )


@citizen.get("/file/receipt")
def receipt() -> ResponseReturnValue:
    """Show number and secret, as often as the page is opened in this browser."""
    draft = find_own_draft()
    if draft is None or draft.petition_id is None:
        return redirect(url_for("citizen.check"))
    petition, secret = queries.get_by_id(draft.petition_id), codes.secret_for(token(), key())
    link = f"{current_app.config['BASE_URL']}{url_for('citizen.track')}#{petition.code}.{secret}"
    return render_template(
        "petitions/citizen/receipt.html", petition=petition, secret=secret, qr=adapters.scannable(link)
    )


@citizen.post("/file/discard")
def discard() -> ResponseReturnValue:
    """Throw away what was written."""
    services.sweep_draft(draft_at(Question.KIND))
    forget_token()
    return redirect(url_for("citizen.start"))


@citizen.post("/file/receipt/forget")
def forget() -> ResponseReturnValue:
    """Let this device forget the secret, once the person has kept it."""
    forget_token()
    let_go()
    return redirect(url_for("citizen.track"))
