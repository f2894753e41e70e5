"""Facts documents written as the tables of a partition, so that both ways of asking see the same people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.population.held import ATTRIBUTES
from saqta.population.layout import TABLES, part_files, schema
from saqta.rules.facts import PersonFacts


def write_people(folder: Path, people: Sequence[PersonFacts], *, number: int = 0) -> Mapping[str, Path]:
    """One partition in which the person at each place has that number."""
    rows: dict[str, list[dict[str, object]]] = {table: [] for table in TABLES}
    for person, facts in enumerate(people):
        _add(rows, person, facts)
    files = part_files(folder, number)
    for table, path in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows[table], schema(table)), path)
    return files


def _add(rows: dict[str, list[dict[str, object]]], person: int, facts: PersonFacts) -> None:
    who = facts.person
    rows["people"].append(
        {
            "person": person,
            "birth_date": who.birth_date,
            "sex": who.sex,
            "region": "710000000",
            "citizenship": who.citizenship,
            "residence": who.residence,
            "died_on": who.died_on if isinstance(who.died_on, date) else None,
            "register_until": facts.register_until,
            "categories_listed": facts.categories is not None,
            "payments_listed": facts.payments is not None,
        }
    )
    for member in facts.categories or ():
        attributes = {name: getattr(member, name) for name in ATTRIBUTES}
        rows["memberships"].append(
            {"person": person, "code": member.code, "start": member.start, "until": member.until, **attributes}
        )
    for payment in facts.payments or ():
        rows["payments"].append(
            {
                "person": person,
                "month": Month.parse(payment.month).number,
                "kind": payment.kind,
                "amount": None if payment.amount is None else Money.tenge(payment.amount).tiyn,
                "paid_on": payment.paid_on,
                "leave_from": payment.leave.start if payment.leave else None,
                "leave_until": payment.leave.until if payment.leave else None,
            }
        )
    for record in facts.months_not_owed:
        rows["not_owed"].append(
            {
                "person": person,
                "month_from": Month.parse(record.start).number,
                "month_until": Month.parse(record.until).number,
            }
        )
