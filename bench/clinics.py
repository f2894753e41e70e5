"""Finding a clinic among a hundred thousand, against one bare statement that looks through the same rows, in a process
of its own.

``python -m bench.clinics sqlite|postgresql [CLINICS]`` prints what each search took as JSON.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from bench.importing import server
from bench.measure import Figure, ratio
from saqta.basis.identifiers import OrganisationBin
from saqta.basis.regions import REGIONS
from saqta.basis.spelling import sounds
from saqta.registry.clinic_records import Position, ToldContract, ToldFacility
from tests.rooms.ledger.payment_samples import invented_bin

if TYPE_CHECKING:
    from saqta.registry.clinic_search import ClinicSearch

CLINICS = 100_000
PLACES = 5
"""How many places an organisation has."""

AT_ONCE = 10_000
ON = date(2025, 10, 5)
AT = datetime(2025, 10, 5, tzinfo=UTC)
KINDS = ("Стоматология", "Клиника", "Медицинский центр", "Dental", "Тіс емханасы", "Поликлиника", "Емхана", "Дантист")
SYLLABLES = (
    "ай",
    "бек",
    "гүл",
    "дан",
    "жан",
    "зат",
    "кен",
    "лан",
    "мір",
    "нұр",
    "сая",
    "тай",
    "уле",
    "шын",
    "ық",
    "ел",
)
CENTRE = Position(43_238_949, 76_889_709)
SEARCHES = {
    "a rare name": {"words": "Айбекгүл"},
    "a rare name mistyped": {"words": "Айбкегүл"},
    "a word of one name in eight": {"words": "стоматология"},
    "two words, one of them in one name in eight": {"words": "Нұржан stomatologiya"},
    "the nearest": {"near": CENTRE},
    "the nearest where the Fund buys dental care": {"near": CENTRE, "care": "dental"},
    "a word of one name in eight, the nearest": {"words": "dental", "near": CENTRE},
    "a region and a kind of care": {"region": "750000000", "care": "dental"},
}


class Took(NamedTuple):
    """How long one search took and the bare statement beside it, in milliseconds."""

    name: str
    ratio: float
    ours: float
    bare: float


def clinic_figures() -> Iterator[Figure]:
    for kind, name in (("sqlite", "SQLite"), ("postgresql", "PostgreSQL")):
        program = [sys.executable, "-m", "bench.clinics", kind]
        run = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True)
        for document in json.loads(run.stdout.splitlines()[-1]):
            took = Took(**document)
            yield Figure(
                f"{took.name} among {CLINICS:,} clinics on {name}",
                took.ratio,
                took.ours,
                took.bare,
                "ms",
                "one bare statement through all rows",
                1,
            )


def told(clinics: int) -> Iterator[ToldFacility]:
    """Invented clinics, more of them in the cities, as it is."""
    chance = random.Random(7)  # invented names, no secrets
    for number in range(clinics):
        name = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 3)))).capitalize()
        city = chance.random() < 0.2
        spread = 80_000 if city else 4_000_000
        yield ToldFacility(
            OrganisationBin.parse(invented_bin(1 + 4 * (number // PLACES))),
            str(number % PLACES),
            f"{chance.choice(KINDS)} {name}",
            f"{name}, {number}",
            "750000000" if city else chance.choice(REGIONS).code,
            Position(
                min(CENTRE.latitude + int(abs(chance.gauss(0, spread))), 55_000_000),
                min(max(CENTRE.longitude + int(chance.gauss(0, spread * 3)), 47_000_000), 87_000_000),
            ),
        )


def fill(clinics: int) -> None:
    """Rooms that store rows are imported here, because Django must know the database first."""
    from saqta.registry.clinic_actions import record_contracts, record_facilities  # noqa: PLC0415  # see above

    facilities = list(told(clinics))
    for first in range(0, clinics, AT_ONCE):
        step = facilities[first : first + AT_ONCE]
        record_facilities(step, source="bench", by="bench", at=AT)
        contracts = [
            ToldContract(row.provider, row.place, "insurance", "dental", "1", date(2025, 1, 1), date(2026, 1, 1))
            for row in step[::3]
        ]
        record_contracts(contracts, source="bench", by="bench", at=AT)


def measured(clinics: int) -> list[Took]:
    from django.conf import settings  # noqa: PLC0415  # Django must know the database first
    from django.db import connection  # noqa: PLC0415  # see above

    from saqta.channels.opening import prepare_database  # noqa: PLC0415  # see above
    from saqta.registry.clinic_search import ClinicSearch, find_clinics  # noqa: PLC0415  # see above
    from saqta.registry.sealed_numbers import make_keys  # noqa: PLC0415  # see above

    make_keys(settings.SAQTA_KEYS)
    prepare_database()
    fill(clinics)
    connection.cursor().execute("ANALYZE")
    bare = "SELECT facility_id, name FROM registry_facilitydescription WHERE withdrawn_id IS NULL AND name LIKE %s"

    def look_through() -> None:
        with connection.cursor() as cursor:
            cursor.execute(bare, ["%Айбекгүл%"])
            cursor.fetchall()

    def search_for(search: ClinicSearch) -> Callable[[], None]:
        return lambda: find_clinics(search) and None

    taken = []
    for name, asked in SEARCHES.items():
        words = sounds(str(asked.get("words", "")))
        search = ClinicSearch(ON, **{**asked, "words": words})  # type: ignore[arg-type]  # as listed above
        if not find_clinics(search).clinics:
            raise ValueError(f"nothing found for {name}")
        found, ours, theirs = ratio(search_for(search), look_through, turns=15)
        taken.append(Took(name, found, ours * 1e3, theirs * 1e3))
    return taken


def main(kind: str, clinics: int) -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"SAQTA_HOME": folder, "DJANGO_SETTINGS_MODULE": "saqta.settings"}
        os.environ.pop("DATABASE_URL", None)
        with server(Path(folder)) if kind == "postgresql" else nullcontext() as url:
            os.environ |= {} if url is None else {"DATABASE_URL": url}
            import django  # noqa: PLC0415  # the address of the database is known now

            django.setup()
            print(json.dumps([took._asdict() for took in measured(clinics)]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else CLINICS)
