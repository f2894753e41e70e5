"""The least that could answer over HTTP: one WSGI function, one statement, a few words of JSON. Nothing is checked,
nothing is limited, nobody learns who asked."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import psycopg

from saqta.registry.sealed_numbers import read_keys
from saqta.settings import SAQTA_KEYS


def application() -> Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]:
    statement, url, on = (
        os.environ["BARE_STATEMENT"],
        os.environ["DATABASE_URL"],
        date.fromisoformat(os.environ["BARE_DAY"]),
    )
    numbers, database = read_keys(SAQTA_KEYS), _database(url)
    if url.startswith("sqlite"):
        statement, on = statement.replace("%s", "?"), on.isoformat()  # type: ignore[assignment]  # a day as SQLite keeps it

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        row = database.execute(statement, (numbers.digest(asked["iin"]), on, on)).fetchone()
        body = json.dumps({"verdict": row[1], "until": str(row[3]), "months": row[4:7]}).encode()
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return answer


def _database(url: str) -> Any:
    if url.startswith("sqlite"):
        return sqlite3.connect(url.removeprefix("sqlite:///"), check_same_thread=False)
    return psycopg.connect(url, autocommit=True)
