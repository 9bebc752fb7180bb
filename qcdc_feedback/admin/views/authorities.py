"""The authorities: who stands above whom, who works there, founded, renamed, moved, closed."""

from flask import render_template
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin import queries
from qcdc_feedback.admin.forms import AuthorityForm, ConfirmForm, NamesForm, SuperiorForm
from qcdc_feedback.admin.rules import missing_roles
from qcdc_feedback.admin.views.desk import admin, done
from qcdc_feedback.authorities import queries as offices
from qcdc_feedback.authorities import services
from qcdc_feedback.authorities.rules import LEVELS
from qcdc_feedback.core.web import me


@admin.get("/authorities")
def authorities() -> ResponseReturnValue:
    """List all authorities level by level, with what each is short of."""
    rows, held = queries.offices(), queries.roles_held()
    missing = {row.id: missing_roles(held.get(row.id, ()), row.is_desk) for row in rows if not row.closed_on}
    levels = [(level, [row for row in rows if row.level is level]) for level in LEVELS]
    return render_template("admin/authorities.html", levels=levels, missing=missing)


@admin.route("/authorities/new", methods=["GET", "POST"])
def found_authority() -> ResponseReturnValue:
    """Found an authority below another."""
    form = AuthorityForm().among(offices.open_authorities())
    if form.accepted(
        lambda: services.found_authority(
            offices.get(form.superior_id.data),
            me(),
            form.code.data,
            form.name.data,
            form.name_en.data,
            form.to_level(),
        )
    ):
        return done("founded", "authority", authority_id=form.outcome.id)
    return render_template("admin/found_authority.html", form=form), form.status


@admin.get("/authorities/<int:authority_id>")
def authority(authority_id: int) -> ResponseReturnValue:
    """Show an authority, its place in the tree and the people in it."""
    shown = offices.get(authority_id)
    posts = queries.posts_in(authority_id)
    return render_template(
        "admin/authority.html",
        authority=shown,
        posts=posts,
        below=queries.directly_below(authority_id),
        missing=missing_roles({post.role for post in posts}, shown.is_desk),
    )


@admin.route("/authorities/<int:authority_id>/rename", methods=["GET", "POST"])
def rename_authority(authority_id: int) -> ResponseReturnValue:
    """Give an authority another name."""
    renamed = offices.get(authority_id)
    form = NamesForm(obj=renamed)
    if form.accepted(lambda: services.rename_authority(renamed, me(), form.name.data, form.name_en.data)):
        return done("renamed", "authority", authority_id=authority_id)
    return render_template("admin/rename_authority.html", authority=renamed, form=form), form.status


@admin.route("/authorities/<int:authority_id>/move", methods=["GET", "POST"])
def move_authority(authority_id: int) -> ResponseReturnValue:
    """Put an authority under another superior."""
    moved = offices.get(authority_id)
    form = SuperiorForm(superior_id=moved.parent_id).among(offices.open_authorities())
    if form.accepted(lambda: services.move_authority(moved, offices.get(form.superior_id.data), me())):
        return done("moved", "authority", authority_id=authority_id)
    return render_template("admin/move_authority.html", authority=moved, form=form), form.status


@admin.route("/authorities/<int:authority_id>/close", methods=["GET", "POST"])
def close_authority(authority_id: int) -> ResponseReturnValue:
    """Close an authority, once the administrator has confirmed it."""
    closing, form = offices.get(authority_id), ConfirmForm()
    if form.accepted(lambda: services.close_authority(closing, me())):
        return done("authority-closed", "authority", authority_id=authority_id)
    return render_template("admin/close_authority.html", authority=closing, form=form), form.status
