"""QCDC Feedback: citizens' petitions, answered in time and in public; here the rooms are put together."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from flask import Flask
from govuk_frontend_wtf.main import WTFormsHelpers
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from qcdc_feedback.accounts import adapters as sign_in
from qcdc_feedback.accounts import cli as accounts_cli
from qcdc_feedback.accounts import labels as accounts_labels
from qcdc_feedback.accounts import views as accounts
from qcdc_feedback.admin import cli as admin_cli
from qcdc_feedback.admin import views as admin
from qcdc_feedback.admin.adapters import demo_people
from qcdc_feedback.authorities import labels as authorities_labels
from qcdc_feedback.core import i18n, web
from qcdc_feedback.core.db import db
from qcdc_feedback.files import cli as files_cli
from qcdc_feedback.files import labels as files_labels
from qcdc_feedback.ledger import cli as ledger_cli
from qcdc_feedback.notifications import cli as letters_cli
from qcdc_feedback.notifications import labels as letters_labels
from qcdc_feedback.notifications.adapters.email import mail
from qcdc_feedback.petitions import cli as petitions_cli
from qcdc_feedback.petitions import labels as petitions_labels
from qcdc_feedback.petitions import views as petitions
from qcdc_feedback.transparency import views as transparency
from qcdc_feedback.workdays import labels as workdays_labels

_TOP = Path(__file__).resolve().parent.parent


def create_app(settings: Mapping[str, Any]) -> Flask:
    """Put the rooms together under the settings."""
    app = Flask(__name__, template_folder=str(_TOP / "templates"))
    app.config.update(settings)
    app.config["DEMO_PEOPLE"] = demo_people() if app.config["DEMO"] else []
    if app.config["PROXIES"]:
        hops = app.config["PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    _furnish(app)
    web.init_app(app, [*transparency.DESKS, *petitions.DESKS, *accounts.DESKS, *admin.DESKS])
    for group in (
        accounts_cli.accounts_cli,
        admin_cli.seed,
        admin_cli.demo,
        files_cli.files_cli,
        ledger_cli.ledger_cli,
        letters_cli.letters_cli,
        petitions_cli.clock_cli,
        petitions_cli.petitions_cli,
    ):
        app.cli.add_command(group)
    return app


def _furnish(app: Flask) -> None:
    components = {name: PackageLoader(name) for name in ("govuk_frontend_jinja", "govuk_frontend_wtf")}
    app.jinja_env.loader = ChoiceLoader([FileSystemLoader(_TOP / "templates"), PrefixLoader(components)])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    WTFormsHelpers(app)
    db.init_app(app)
    if click.get_current_context(silent=True):  # a command is running, not a server
        know_migrations(app)
    mail.init_app(app)
    sign_in.login_manager.init_app(app)
    rooms = (
        accounts_labels,
        authorities_labels,
        files_labels,
        letters_labels,
        petitions_labels,
        workdays_labels,
    )
    i18n.init_app(app, [room.LABELS for room in rooms])


def know_migrations(app: Flask) -> None:
    """Let the app move its schema; Alembic is heavy, so commands load it and web workers never do."""
    from flask_migrate import Migrate  # heavy

    Migrate(app, db, directory=str(_TOP / "migrations"), render_as_batch=True)
