"""People who sign in: accounts and posts."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.admin.forms import AccountForm, AppointForm, ConfirmForm
from qcdc_feedback.admin.views.desk import admin, done
from qcdc_feedback.authorities import queries as authorities
from qcdc_feedback.core import clock
from qcdc_feedback.core.text import tidy
from qcdc_feedback.core.web import me


@admin.get("/people")
def people() -> ResponseReturnValue:
    """List everyone by name, or go straight to the one with an e-mail address."""
    wanted = tidy(request.args.get("email", ""))
    found = queries.find_by_email(wanted) if wanted else None
    if found:
        return redirect(url_for("admin.person", person_id=found.id))
    page = queries.people(request.args.get("page"))
    return render_template("admin/people.html", page=page, wanted=wanted)


@admin.route("/people/new", methods=["GET", "POST"])
def open_account() -> ResponseReturnValue:
    """Open an account; a password made here is shown this once."""
    form = AccountForm()
    if form.accepted(
        lambda: services.open_account(me(), form.email.data, form.name.data, form.first_password)
    ):
        return render_template("admin/account_opened.html", person=form.outcome, password=form.made_password)
    return render_template("admin/open_account.html", form=form), form.status


@admin.route("/people/<int:person_id>", methods=["GET", "POST"])
def person(person_id: int) -> ResponseReturnValue:
    """Show a person with all posts, and give another one."""
    shown = queries.get(person_id)
    form = AppointForm().among(authorities.open_authorities())
    if form.accepted(
        lambda: services.appoint(
            shown, authorities.get(form.authority_id.data), me(), form.to_role(), form.until.data
        )
    ):
        return done("appointed", "person", person_id=person_id)
    return render_template("admin/person.html", person=shown, form=form, today=clock.today()), form.status


@admin.route("/people/<int:person_id>/close", methods=["GET", "POST"])
def close_account(person_id: int) -> ResponseReturnValue:
    """Close an account, once the administrator has confirmed it."""
    closing, form = queries.get(person_id), ConfirmForm()
    if form.accepted(lambda: services.close_account(closing, me())):
        return done("account-closed", "person", person_id=person_id)
    return render_template("admin/close_account.html", person=closing, form=form), form.status


@admin.route("/posts/<int:post_id>/end", methods=["GET", "POST"])
def end_post(post_id: int) -> ResponseReturnValue:
    """End a post, once the administrator has confirmed it."""
    post, form = queries.get_assignment(post_id), ConfirmForm()
    if form.accepted(lambda: services.dismiss(post, me())):
        return done("dismissed", "person", person_id=post.user_id)
    return render_template("admin/end_post.html", post=post, form=form), form.status
