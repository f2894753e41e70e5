"""Who gains and who loses: every person counted once, and moved by the clause that decides."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from saqta.law.book import Law, load
from saqta.law.overlay import Overlay, Replacement, as_if_in_force, overlaid
from saqta.population.comparing import Comparison, compare
from saqta.population.everybody import AskedTooFar, Asking
from saqta.rules.case import Case
from saqta.rules.facts import Membership, PersonFacts
from saqta.rules.standing import Standing
from tests.rooms.population.invented_facts import invented_people
from tests.rooms.population.people_in_parquet import write_people
from tests.rooms.population.test_what_counts_for_everybody import adult, paid

BOOK = load()
DAY = date(2025, 10, 1)
LAW = BOOK.on(DAY)


def told(*_: int) -> None:
    """Nobody watches."""


def with_value(name: str, value: int, book=BOOK) -> Law:  # type: ignore[no-untyped-def]
    changed = Overlay("what if", (Replacement(name, "number", value, date(2020, 1, 1), None),))
    return overlaid(book, changed).on(DAY)


LAWS = {
    "six months for everyone": with_value("grace_months", 6),
    "ten months are enough": with_value("months_required", 10),
    "children up to sixteen": with_value("child_age", 16),
    "nothing is asked for": with_value("months_required", 0),
    "the law of 2026": as_if_in_force(BOOK, date(2026, 1, 1), DAY).on(DAY),
    "the law of the transition": as_if_in_force(BOOK, date(2020, 3, 1), DAY).on(DAY),
    "the law of 2026 with a year of grace": with_value(
        "long_grace_months", 12, as_if_in_force(BOOK, date(2026, 1, 1), DAY)
    ),
}


def verdict(facts: PersonFacts, law: Law) -> str:
    found = Standing(Case(facts, law)).verdict
    return found if found in ("yes", "no") else "unknown"


def compared(people: list[PersonFacts], after: Law, folder: Path) -> Comparison:
    write_people(folder, people)
    return compare(folder, LAW, after, "polars", told)


@pytest.mark.parametrize("name", LAWS)
def test_the_table_is_what_one_person_after_another_is_answered(name: str, tmp_path: Path) -> None:
    people = invented_people(random.Random(name), DAY, 150)
    found = compared(people, LAWS[name], tmp_path)
    living = [one for one in people if not isinstance(one.person.died_on, date) or one.person.died_on >= DAY]
    wanted = Counter((verdict(one, LAW), verdict(one, LAWS[name])) for one in living)
    assert {(cell.before, cell.after): cell.people for cell in found.table if cell.people} == dict(wanted)
    assert found.people == len(living)
    for before, after in wanted:
        moved = sum(move.people for move in found.moves if (move.before, move.after) == (before, after))
        assert moved == (0 if before == after else wanted[before, after])
    assert found.before.insured == found.count("yes", "yes") + found.count("yes", "no") + found.count("yes", "unknown")


def test_the_law_against_itself_moves_nobody(tmp_path: Path) -> None:
    people = invented_people(random.Random(1), DAY, 100)
    found = compared(people, as_if_in_force(BOOK, DAY, DAY).on(DAY), tmp_path)
    assert (found.moves, found.rebased) == ((), ())
    assert found.before.owed == found.after.owed
    assert found.before.law != found.after.law


def test_gains_are_named_by_the_new_law_and_losses_by_the_old(tmp_path: Path) -> None:
    gains = adult(*paid("2019-01", "2025-05"))
    loses = adult(members=(Membership("registered_unemployed", date(2025, 6, 1), subsidised_job=True),))
    stays = adult(members=(Membership("registered_unemployed", date(2025, 6, 1)),))
    found = compared([gains, loses, stays], LAWS["the law of 2026"], tmp_path)
    assert [(move.before, move.after, move.law, move.clause, move.people) for move in found.moves] == [
        ("no", "yes", "after", "long-grace", 1),
        ("yes", "no", "before", "category-registered_unemployed", 1),
    ]
    assert [(moved.ground_before, moved.ground_after, moved.people) for moved in found.rebased] == [
        ("category", "local_budget", 1)
    ]
    assert {(cited.provision, cited.edition) for cited in found.citations} == {
        ("art. 5 para. 2", date(2026, 1, 1)),
        ("art. 26 para. 1 subpara. 2", date(2025, 9, 14)),
    }


def test_more_months_than_a_table_holds_are_not_asked_about(tmp_path: Path) -> None:
    for name, value in (("months_required", 61), ("grace_months", 200)):
        with pytest.raises(AskedTooFar):
            Asking(with_value(name, value), "polars")
    assert Asking(with_value("months_required", 60), "polars").question.window_owed.bit_count() == 60
