"""A disk that is full is told as such, nothing is half-written, and once there is room the import goes on.

The disks are real file systems of a few megabytes in memory, so they can be made by root only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import psycopg
import pytest
from django.conf import settings
from django.db import connections

from saqta.basis.month import Month
from saqta.coverage.verify import findings
from saqta.journal import feeds
from saqta.law.book import load
from saqta.ledger.models import Receipt
from tests.channels.command_line import saqta
from tests.databases.conftest import Register, use
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

STEP, PEOPLE = 200, 250
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]
SAID = {"ru": "кончилось место", "kk": "орын бітті", "en": "disk is full"}


class Disk(NamedTuple):
    """A small file system of its own."""

    path: Path

    def resize(self, kilobytes: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", self.path], check=True)

    def used(self) -> int:
        """Kilobytes."""
        return shutil.disk_usage(self.path).used // 1024 + 1


@pytest.fixture
def disk() -> Iterator[Disk]:
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk: run as root to test a full one")
    path = Path(tempfile.mkdtemp(prefix="saqta-disk-"))
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m,mode=755", "tmpfs", path], check=False).returncode:
        path.rmdir()
        pytest.skip("this machine lets nobody mount a small disk")
    yield Disk(path)
    connections.close_all()
    subprocess.run(["umount", "--lazy", path], check=True)
    path.rmdir()


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(feeds, "ROWS_AT_ONCE", STEP)
    path = tmp_path / "order.txt"
    iins = [invented_iin(1, date(1975, 5, 1) + timedelta(days=number)) for number in range(PEOPLE)]
    path.write_bytes(
        write_mt102(Order(day=date(2025, 10, 3)), [Person(iin=iin, month=m) for iin in iins for m in YEAR])
    )
    return path


@contextmanager
def lying_on(disk: Disk, register: Register) -> Iterator[None]:
    """The database of the register lies on the small disk meanwhile."""
    connections.close_all()
    if register.kind == "sqlite":
        shutil.copy(register.url.removeprefix("sqlite:///"), disk.path / "register")
        use(f"sqlite:///{disk.path / 'register'}")
        yield
        return
    server, _, name = register.url.removeprefix("postgresql://postgres@").partition("/")
    owner = Path(unquote(server)).stat()
    place = disk.path / "tablespace"
    place.mkdir(mode=0o700)
    os.chown(place, owner.st_uid, owner.st_gid)
    with psycopg.connect(register.url.replace(f"/{name}", "/postgres"), autocommit=True) as administrator:
        administrator.execute(f"CREATE TABLESPACE {name} LOCATION '{place}'")  # type: ignore[call-overload]  # our own
        administrator.execute(f"ALTER DATABASE {name} SET TABLESPACE {name}")  # type: ignore[call-overload]  # our own
        try:
            yield
        finally:
            # A server that misses a disk cannot write down what it has, whatever database is meant.
            connections.close_all()
            administrator.execute(f"DROP DATABASE {name}")  # type: ignore[call-overload]  # our own
            administrator.execute(f"DROP TABLESPACE {name}")  # type: ignore[call-overload]  # our own


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_an_import_onto_a_disk_that_fills_up_stops_whole_and_goes_on(
    register: Register, disk: Disk, order: Path, language: str
) -> None:
    with lying_on(disk, register):
        disk.resize(disk.used() + 1_000)
        outcome = saqta("import", "payments", order, "--lang", language)
        assert outcome.status == 2
        assert SAID[language] in outcome.err
        disk.resize(200_000)
        stopped = Receipt.objects.count()
        assert stopped < PEOPLE * len(YEAR)
        assert stopped % STEP == 0
        assert {found.what for found in findings(load(), every=50)} <= {"behind"}
        assert saqta("import", "payments", order, "--json").document[0]["new"] == PEOPLE * len(YEAR)
        assert Receipt.objects.count() == PEOPLE * len(YEAR)
        assert not list(findings(load(), every=50))


def test_a_disk_without_room_for_temporary_files_is_told_too(
    register: Register, disk: Disk, order: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(disk.path))
    disk.resize(64)
    outcome = saqta("import", "payments", order, "--lang", "en")
    assert outcome.status == 2
    assert SAID["en"] in outcome.err
    assert not Receipt.objects.exists()
    monkeypatch.undo()
    assert saqta("import", "payments", order).status == 0
    assert settings.SAQTA_HOME.exists()
