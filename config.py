"""Every setting: name, default, reason. Defaults run; production refuses what is half-made."""

import base64
import binascii
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_DEVELOPMENT_SECRET = "development-only-never-in-production"
_DEVELOPMENT_KEY = base64.b64encode(b"development-only-key-of-32-bytes").decode()


class BadConfiguration(SystemExit):
    """The settings are weak or half-made; the one sentence says which and what to do."""


def from_environment(environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Return the settings as the app wants them; raises BadConfiguration."""
    production = _choice(environ, "QCDC_MODE", "development", ("development", "production")) == "production"
    instance = Path(
        environ.get("QCDC_INSTANCE", _HERE / "instance")
    )  # where SQLite and uploads lie by default
    instance.mkdir(parents=True, exist_ok=True)
    settings: dict[str, Any] = {
        "PRODUCTION": production,
        # signs sessions and forms; hashes the secrets of submitters
        "SECRET_KEY": environ.get("SECRET_KEY", _DEVELOPMENT_SECRET),
        # postgresql+psycopg://user:password@host/name, or a SQLite file
        "SQLALCHEMY_DATABASE_URI": _database(
            environ.get("DATABASE_URL", f"sqlite:///{instance}/qcdc.sqlite3")
        ),
        # wraps the keys of petitions in the ledger: number:base64 of 32 bytes
        "KEY_ENCRYPTION_KEY": environ.get("KEY_ENCRYPTION_KEY", f"1:{_DEVELOPMENT_KEY}"),
        # the address people know; letters and QR codes use it and nothing else
        "BASE_URL": environ.get("BASE_URL", "http://127.0.0.1:8000").rstrip("/"),
        # names this server answers to, separated by commas; other Host headers get 400
        "TRUSTED_HOSTS": _names(environ.get("TRUSTED_HOSTS", "")) or None,
        # how many proxies stand in front and set X-Forwarded-*
        "PROXIES": _number(environ, "PROXIES", 0),
        # where attached files are kept
        "UPLOADS": environ.get("UPLOADS", str(instance / "files")),
        # sample data: passwords shown at sign-in, a banner on every page
        "DEMO": _flag(environ, "DEMO"),
        # off: guidance only; register_only: officials may note that a denunciation exists
        "DENUNCIATION_MODE": _choice(environ, "DENUNCIATION_MODE", "register_only", ("off", "register_only")),
        **_mail(environ),
        **_limits(production),
    }
    if production:
        _refuse_weak(settings)
    return settings


def _mail(environ: Mapping[str, str]) -> dict[str, Any]:
    return {
        # no server named: letters are printed on the console
        "MAIL_SERVER": environ.get("MAIL_SERVER", ""),
        "MAIL_PORT": _number(environ, "MAIL_PORT", 25),
        "MAIL_USE_TLS": _flag(environ, "MAIL_USE_TLS"),
        "MAIL_USERNAME": environ.get("MAIL_USERNAME"),
        "MAIL_PASSWORD": environ.get("MAIL_PASSWORD"),
        "MAIL_DEFAULT_SENDER": environ.get("MAIL_SENDER", "QCDC Huế <khong-tra-loi@example.com>"),
    }


def _limits(production: bool) -> dict[str, Any]:
    return {
        "MAX_CONTENT_LENGTH": 26 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        "SESSION_COOKIE_NAME": "__Host-qcdc" if production else "qcdc",
        "SESSION_COOKIE_SECURE": production,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
        "WTF_CSRF_TIME_LIMIT": 12 * 3600,
    }


def _refuse_weak(settings: Mapping[str, Any]) -> None:
    key = settings["KEY_ENCRYPTION_KEY"].partition(":")[2]
    faults = {
        "SECRET_KEY must be set to at least 32 random bytes": len(settings["SECRET_KEY"]) < 32
        or settings["SECRET_KEY"] == _DEVELOPMENT_SECRET,
        "KEY_ENCRYPTION_KEY must be set to NUMBER:BASE64 of 32 random bytes": key == _DEVELOPMENT_KEY
        or not _is_key(key),
        "BASE_URL must be the public https address": not settings["BASE_URL"].startswith("https://"),
        "TRUSTED_HOSTS must name the hosts this server answers to": not settings["TRUSTED_HOSTS"],
        "MAIL_SERVER must be set: letters would only be printed": not settings["MAIL_SERVER"],
        "DEMO must be off: it shows passwords": settings["DEMO"],
        "FLASK_DEBUG must be off": os.environ.get("FLASK_DEBUG", "0") not in ("", "0"),
    }
    for sentence, is_weak in faults.items():
        if is_weak:
            raise BadConfiguration(f"Refusing to start: {sentence}.")


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == 32
    except (ValueError, binascii.Error):
        return False


def _database(url: str) -> str:
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return url.replace(short, "postgresql+psycopg://", 1)
    if url.startswith(("sqlite:///", "postgresql+psycopg://")):
        return url
    raise BadConfiguration("Refusing to start: DATABASE_URL must begin with postgresql:// or sqlite:///.")


def _choice(environ: Mapping[str, str], name: str, default: str, choices: tuple[str, ...]) -> str:
    value = environ.get(name, default)
    if value not in choices:
        raise BadConfiguration(f"Refusing to start: {name} must be one of {', '.join(choices)}.")
    return value


def _flag(environ: Mapping[str, str], name: str) -> bool:
    return _choice(environ, name, "0", ("0", "1")) == "1"


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    value = environ.get(name, str(default))
    if not value.isdigit():
        raise BadConfiguration(f"Refusing to start: {name} must be a whole number.")
    return int(value)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
