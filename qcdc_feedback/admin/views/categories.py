"""The fields a petition may be about: their words, who gets their petitions and why, open or closed."""

from flask import render_template
from flask.typing import ResponseReturnValue

from qcdc_feedback.admin.forms import CategoryForm, ConfirmForm
from qcdc_feedback.admin.queries import routing
from qcdc_feedback.admin.views.desk import admin, done
from qcdc_feedback.core.web import me
from qcdc_feedback.petitions import queries, services


@admin.get("/categories")
def categories() -> ResponseReturnValue:
    """List all fields in the order in which citizens see them."""
    return render_template("admin/categories.html", rows=queries.all_categories())


@admin.get("/categories/<int:category_id>")
def category(category_id: int) -> ResponseReturnValue:
    """Show a field and its routing rules, each with its reason."""
    shown = queries.get_category(category_id)
    return render_template("admin/category.html", category=shown, rules=routing(category_id))


@admin.route("/categories/<int:category_id>/words", methods=["GET", "POST"])
def change_category(category_id: int) -> ResponseReturnValue:
    """Change what citizens read about a field."""
    changed = queries.get_category(category_id)
    form = CategoryForm(obj=changed)
    if form.accepted(
        lambda: services.change_category(
            changed, me(), form.name.data, form.name_en.data, form.hint.data, form.hint_en.data
        )
    ):
        return done("changed", "category", category_id=category_id)
    return render_template("admin/change_category.html", category=changed, form=form), form.status


@admin.post("/categories/<int:category_id>/open")
def open_category(category_id: int) -> ResponseReturnValue:
    """Offer a field to citizens again."""
    services.open_category(queries.get_category(category_id), me())
    return done("category-opened", "category", category_id=category_id)


@admin.route("/categories/<int:category_id>/close", methods=["GET", "POST"])
def close_category(category_id: int) -> ResponseReturnValue:
    """Offer a field no longer, once the administrator has confirmed it."""
    closing, form = queries.get_category(category_id), ConfirmForm()
    if form.accepted(lambda: services.close_category(closing, me())):
        return done("category-closed", "category", category_id=category_id)
    return render_template("admin/close_category.html", category=closing, form=form), form.status
