"""Opens the register. Importing this module makes the rooms that store rows importable: commands import it first.

An import with an effect is a smell; here it is the smaller one. Django wants its settings before any model is
imported, and commands that need no register must not wait for it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.management import call_command
from django.db.utils import OperationalError

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saqta.settings")
django.setup()

_NO_REGISTER = Text(
    ru="Реестра здесь ещё нет. Создайте его: saqta prepare",
    kk="Мұнда тізілім әлі жоқ. Оны жасаңыз: saqta prepare",
    en="There is no register here yet. Make one: saqta prepare",
)
_UNREACHABLE = Text(
    ru="База данных не отвечает. Проверьте DATABASE_URL и место на диске; после обновления программы: saqta prepare. "
    "Наполовину ничего не записано.",
    kk="Дерекқор жауап бермейді. DATABASE_URL мен дискідегі орынды тексеріңіз; бағдарлама жаңартылған болса: "
    "saqta prepare. Жартылай жазылған ештеңе жоқ.",
    en="The database does not answer. Check DATABASE_URL and the space on the disk; after an update of the software: "
    "saqta prepare. Nothing is half-written.",
)
_DISK_FULL = Text(
    ru="На диске кончилось место. Наполовину ничего не записано: освободите место и повторите команду, она продолжит "
    "с того, на чём остановилась.",
    kk="Дискіде орын бітті. Жартылай жазылған ештеңе жоқ: орын босатып, пәрменді қайталаңыз, ол тоқтаған жерінен "
    "жалғастырады.",
    en="The disk is full. Nothing is half-written: make room and repeat the command; it goes on from where it stopped.",
)
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def register() -> Iterator[None]:
    """The register, ready to be used; raises ``Refused`` when there is none, when its database does not answer, and
    when the disk is full, be it that of the database or that of temporary files."""
    if not settings.SAQTA_KEYS.exists():
        raise Refused(Fault("no-register", _NO_REGISTER))
    try:
        yield
    except OperationalError as error:
        raise Refused(Fault("disk-full", _DISK_FULL) if _is_full(error) else Fault("database", _UNREACHABLE)) from None
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        raise Refused(Fault("disk-full", _DISK_FULL)) from None


def _is_full(error: OperationalError) -> bool:
    """Whether the database says so: SQLite by the name of its error, PostgreSQL by the class of the standard."""
    said = error.__cause__
    return getattr(said, "sqlite_errorname", None) == "SQLITE_FULL" or getattr(said, "sqlstate", None) == "53100"


def prepare_database() -> None:
    """Brings the tables up to date."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError:
        raise Refused(Fault("database", _UNREACHABLE)) from None
