"""Django's settings: which database holds the register and which rooms store rows in it.

Read from the environment once, by the process that opens the register; no room reads the environment itself.

``SAQTA_HOME``    where the embedded database and the keys lie; by default ``var`` in the working directory
``DATABASE_URL``  another database, as ``postgresql://user@host/name``; by default SQLite in ``SAQTA_HOME``
``SAQTA_BUDGETS`` how often the public may ask, as ``address=60/120,number=12/24``: questions at once, and how many more
                  each hour; those named ``unproven-`` are for questions without a proof of work
``SAQTA_ORDER_BUDGETS`` how often one person may order, how often certificates may be asked for by their codes, and how
                  often systems of the State may ask, about one person and each of them in all
``SAQTA_HOSTS``   the names under which the pages are served, with commas between; by default this machine only
``SAQTA_SIGNING`` the folder with the keys that sign certificates; by default ``signing`` in ``SAQTA_HOME``
``SAQTA_EGOV``    the folder with the settings and keys of the state gateway; by default ``egov`` in ``SAQTA_HOME``, and
                  without ``gateway.json`` in it the gateway has no door here
``SAQTA_TIME_AUTHORITY`` the address of the authority whose time-stamps certificates and answers to the state gateway
                  get (RFC 3161); by default the key of a demonstration in the folder of ``SAQTA_SIGNING``
``SAQTA_ADDRESS`` the address under which the pages are reached, as certificates print it
``SAQTA_MAIL``    the server that takes letters about orders, as ``smtps://name:password@host`` or ``smtp://host:25``;
                  left out, none are sent
``SAQTA_MAIL_FROM`` in whose name, as ``Saqta <saqta@example.kz>``
``SAQTA_IDENTITY`` a file of public keys (JWKS) of those whose word about who somebody is counts
``SAQTA_OPENID``  the file that describes the provider of identity through which people sign in (docs/identity.md); by
                  default ``openid.json`` in ``SAQTA_HOME``, and without the file nobody signs in
``SAQTA_WIDGET_SITES`` who may show the widget, as ``https://clinic.kz https://*.gov.kz``; by default everybody, because
                  the page around it sees neither a number nor an answer
``SAQTA_TELEGRAM_TOKEN`` the token of the bot, as @BotFather hands it out
``SAQTA_TELEGRAM_WEBHOOK`` the https address to which Telegram posts updates, if it is to post them
``SAQTA_TELEGRAM_SERVER`` another server of the Bot API than that of Telegram
``SAQTA_PROXY``   the address of the server in front of this one, whose word about the asker's address is believed
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url

SAQTA_HOME = Path(os.environ.get("SAQTA_HOME") or "var").absolute()
SAQTA_KEYS = SAQTA_HOME / "keys"
"""Sixty-four random bytes: the key of the look-up digests of numbers, and the key that encrypts them."""
SAQTA_READS = SAQTA_HOME / "reads"
"""Where each process writes down whom it looked at, on the way into the journal."""
SAQTA_FOLLOWED = SAQTA_HOME / "followed"
"""Up to which moment the answers follow the journal."""
SAQTA_BUDGETS = "address=60/120,number=12/24,everybody=5000/150000,unproven-address=10/20,unproven-everybody=500/5000"
if "SAQTA_BUDGETS" in os.environ:
    SAQTA_BUDGETS = f"{SAQTA_BUDGETS},{os.environ['SAQTA_BUDGETS']}"
SAQTA_ORDER_BUDGETS = "order=10/20,certificate-address=20/60,certificate-everybody=2000/20000"
SAQTA_ORDER_BUDGETS += ",gateway-number=20/60,gateway-sender=5000/150000"
if "SAQTA_ORDER_BUDGETS" in os.environ:
    SAQTA_ORDER_BUDGETS = f"{SAQTA_ORDER_BUDGETS},{os.environ['SAQTA_ORDER_BUDGETS']}"
SAQTA_SIGNING = Path(os.environ.get("SAQTA_SIGNING") or SAQTA_HOME / "signing").absolute()
SAQTA_EGOV = Path(os.environ.get("SAQTA_EGOV") or SAQTA_HOME / "egov").absolute()
SAQTA_TIME_AUTHORITY = os.environ.get("SAQTA_TIME_AUTHORITY")
SAQTA_ADDRESS = (os.environ.get("SAQTA_ADDRESS") or "http://127.0.0.1:8000").rstrip("/")
SAQTA_MAIL = os.environ.get("SAQTA_MAIL")
SAQTA_MAIL_FROM = os.environ.get("SAQTA_MAIL_FROM") or ""
SAQTA_IDENTITY = Path(os.environ.get("SAQTA_IDENTITY") or SAQTA_HOME / "identity.json").absolute()
SAQTA_OPENID = Path(os.environ.get("SAQTA_OPENID") or SAQTA_HOME / "openid.json").absolute()
SAQTA_TELEGRAM_TOKEN = os.environ.get("SAQTA_TELEGRAM_TOKEN", "")
SAQTA_TELEGRAM_WEBHOOK = os.environ.get("SAQTA_TELEGRAM_WEBHOOK", "")
SAQTA_TELEGRAM_SERVER = (os.environ.get("SAQTA_TELEGRAM_SERVER") or "https://api.telegram.org").rstrip("/")
SAQTA_PROXY = os.environ.get("SAQTA_PROXY")
SAQTA_WIDGET_SITES = os.environ.get("SAQTA_WIDGET_SITES") or "*"


def database(url: str) -> dict[str, Any]:
    """The settings of one database. SQLite takes its write lock when a transaction starts, so that two writers queue
    up instead of failing in the middle, and keeps what it has confirmed even if the power goes."""
    configured: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600))
    if configured["ENGINE"].endswith("sqlite3"):
        configured["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 60,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
        }
    else:
        # The look-up is planned once for each connection, not for each question.
        configured["OPTIONS"] = {"prepare_threshold": 5, **configured.get("OPTIONS", {})}
    return configured


DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{SAQTA_HOME / 'saqta.sqlite3'}")}
INSTALLED_APPS = [
    "saqta.journal",
    "saqta.access",
    "saqta.registry",
    "saqta.ledger",
    "saqta.coverage",
    "saqta.corrections",
    "saqta.care",
    "saqta.oversight",
    "saqta.notices",
    "saqta.orders",
    "saqta.personal",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Asia/Almaty"

ALLOWED_HOSTS = [name for name in os.environ.get("SAQTA_HOSTS", "").split(",") if name] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
]
ROOT_URLCONF = "saqta.channels.addresses"
MIDDLEWARE: list[str] = []
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            Path(__file__).parent / "channels" / name / "templates"
            for name in ("web", "widget", "telegram", "desk", "demo_identity")
        ],
        "OPTIONS": {"builtins": ["saqta.channels.web.tags"]},
    }
]

FILE_UPLOAD_HANDLERS = ["saqta.channels.desk.uploads.BoundedUpload"]
CSRF_COOKIE_NAME = "__Host-saqta-forms"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None  # until the browser is closed
CSRF_FAILURE_VIEW = "saqta.channels.addresses.forged"
if SAQTA_PROXY is not None:
    # The server in front speaks over an encrypted way to the browser, and plainly to us.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
