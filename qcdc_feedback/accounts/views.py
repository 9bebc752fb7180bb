"""The pages of sign-in: in, out, and one's own password."""

from flask import current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import UserMixin, login_user, logout_user

from qcdc_feedback.accounts import queries, services
from qcdc_feedback.accounts.adapters import login_manager
from qcdc_feedback.accounts.forms import PasswordForm, SignInForm
from qcdc_feedback.accounts.rules import is_local_path
from qcdc_feedback.core.actors import Actor, Role
from qcdc_feedback.core.web import ANYONE, Desk, me

accounts = Desk("accounts", "", roles=ANYONE)
own_account = Desk("own_account", "/account", roles=frozenset(Role))

DESKS = [accounts, own_account]
login_manager.user_loader(queries.find_by_session_key)

_FIRST_PAGE = {
    Role.DISPATCHER: "reception.petitions",
    Role.OFFICER: "officer.petitions",
    Role.HEAD: "head.petitions",
    Role.SUPERVISOR: "supervisor.petitions",
    Role.ADMIN: "admin.home",
}


@accounts.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Let an official in."""
    form = SignInForm()
    if form.accepted(lambda: services.sign_in(queries.find_by_email(form.email.data), form.password.data)):
        _begin_session(form.outcome)
        return redirect(_destination(form.outcome.actor))
    people = current_app.config["DEMO_PEOPLE"] if current_app.config["DEMO"] else ()
    return render_template("accounts/sign_in.html", form=form, people=people), form.status


@accounts.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Let the official out."""
    logout_user()
    session.clear()
    return redirect(url_for("public.home"))


@own_account.route("/password", methods=["GET", "POST"])
def password() -> ResponseReturnValue:
    """Change one's own password."""
    form = PasswordForm()
    person = queries.get(me().user_id)
    if form.accepted(lambda: services.change_password(person, me(), form.present.data, form.wanted.data)):
        _begin_session(person)
        return redirect(url_for("own_account.password_changed"))
    return render_template("accounts/password.html", form=form), form.status


@own_account.get("/password/changed")
def password_changed() -> ResponseReturnValue:
    """Say that the password was changed."""
    return render_template("accounts/password_changed.html", first_page=_first_page(me()))


def _begin_session(person: UserMixin) -> None:
    session.clear()  # what was in the browser before does not follow the person in
    login_user(person)


def _destination(actor: Actor) -> str:
    wanted = request.args.get("next", "")
    return request.script_root + wanted if is_local_path(wanted) else _first_page(actor)


def _first_page(actor: Actor) -> str:
    return url_for(next((page for role, page in _FIRST_PAGE.items() if role in actor.roles), "public.home"))
