"""Whose facts contradict one another: the checks of ``rules.checks``, in bulk.

One person who contradicts himself or herself gets no answer. A question about everybody is asked of people who passed
these checks; whoever exports a register runs them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

import msgspec

from saqta.basis.countries import COUNTRIES
from saqta.basis.month import EPOCH
from saqta.population.everybody import EngineName, Progress, engine
from saqta.population.layout import parts_of
from saqta.population.plan import Fixed, Join, Relation, Rows, Table, Total, call, column
from saqta.rules.checks import LONGEST_LEAVE_IN_DAYS, OLDEST_BIRTH
from saqta.rules.facts import Residence
from saqta.rules.month_sets import KINDS
from saqta.rules.vocabulary import CATEGORIES

SHOWN = 10
"""How many people are named for each contradiction."""

FOR_WOMEN = {"pregnant-man": "pregnant_not_working", "mother-man": "awarded_mother"}


class Contradiction(msgspec.Struct, frozen=True):
    """People whom one check stops: its code as in a refusal of one document, how many, and a few of their numbers."""

    code: str
    people: int
    some: tuple[int, ...]


class Checked(msgspec.Struct, frozen=True):
    """The outcome of checking a population."""

    sound: bool
    contradictions: tuple[Contradiction, ...]


def checked(folder: Path, by: EngineName, progress: Progress) -> Checked:
    """Checks everybody; raises ``Refused`` where the folder holds no population."""
    parts, plans, asked = parts_of(folder), contradicting(), engine(by)
    counts, some = dict.fromkeys(plans, 0), {code: list[int]() for code in plans}
    for done, part in enumerate(parts, 1):
        for code, plan in plans.items():
            people = asked.run(plan, part.files)["person"].sort()
            counts[code] += len(people)
            some[code] += people.head(SHOWN - len(some[code])).to_list()
        progress(done, len(parts))
    found = tuple(Contradiction(code, counts[code], tuple(some[code])) for code in plans if counts[code])
    return Checked(not found, found)


def contradicting() -> Mapping[str, Relation]:
    """For each check the people it stops, each once."""
    plans = {**_about_people(), **_about_memberships(), **_about_payments()}
    spans = Table("not_owed", ("person", "month_from", "month_until"))
    plans["months-not-owed-empty"] = spans.where(column("month_until") <= column("month_from"))
    plans["months-not-owed-before-the-law"] = spans.where(column("month_from") < EPOCH.number)
    return {code: plan.grouped("person", rows=Total("rows", column("person"))) for code, plan in plans.items()}


def _about_people() -> dict[str, Relation]:
    people = Table("people", ("person", "birth_date", "died_on", "citizenship", "residence"))
    twice = Table("people", ("person",)).grouped("person", times=Total("rows", column("person")))
    return {
        "person-twice": twice.where(Fixed(1) < column("times")),
        "country": _outside(people, "citizenship", (*COUNTRIES, "stateless")),
        "residence": _outside(people, "residence", get_args(Residence)),
        "birth-too-early": people.where(column("birth_date") < OLDEST_BIRTH),
        "death-before-birth": people.where(column("died_on") < column("birth_date")),
    }


def _outside(table: Relation, name: str, words: Iterable[str]) -> Relation:
    """The rows whose word is known and is none of these: those whom a left join leaves without a partner."""
    listed = Rows((name,), tuple((word,) for word in sorted(words))).having({"listed": Fixed(value=True)})
    return Join(table.where(~column(name).missing), listed, name, "left").where(column("listed").missing)


def _about_memberships() -> dict[str, Relation]:
    members = Table("memberships", ("person", "code", "start", "until"))
    born = Join(members, Table("people", ("person", "birth_date", "sex")), "person", "inner")
    men = born.where(column("sex").same_as("male"))
    return {
        "category": _outside(members, "code", CATEGORIES),
        "empty-span": members.where(column("until") <= column("start")),
        "member-before-birth": born.where(column("start") < column("birth_date")),
        **{code: men.where(column("code").same_as(category)) for code, category in FOR_WOMEN.items()},
    }


def _about_payments() -> dict[str, Relation]:
    payments = Table("payments", ("person", "month", "kind", "leave_from", "leave_until"))
    days = call("days_between", column("leave_from"), column("leave_until"))
    return {
        "payment-kind": _outside(payments, "kind", KINDS),
        "month-before-the-law": payments.where(column("month") < EPOCH.number),
        "leave-empty": payments.where(days <= 0),
        "leave-too-long": payments.where(Fixed(LONGEST_LEAVE_IN_DAYS) < days),
    }
