"""Django's settings: which database holds the register and which rooms store rows in it.

Read from the environment once, by the process that opens the register; no room reads the environment itself.

``SAQTA_HOME``    where the embedded database and the keys lie; by default ``var`` in the working directory
``DATABASE_URL``  another database, as ``postgresql://user@host/name``; by default SQLite in ``SAQTA_HOME``
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url

SAQTA_HOME = Path(os.environ.get("SAQTA_HOME") or "var").absolute()
SAQTA_KEYS = SAQTA_HOME / "keys"
"""Sixty-four random bytes: the key of the look-up digests of numbers, and the key that encrypts them."""


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
    return configured


DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{SAQTA_HOME / 'saqta.sqlite3'}")}
INSTALLED_APPS = ["saqta.journal", "saqta.access", "saqta.registry", "saqta.ledger", "saqta.coverage", "saqta.notices"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Asia/Almaty"
