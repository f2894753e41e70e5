"""A register to try things on: ten invented people, each with a story, paid for as the law of each month demands.

Their numbers are those of nobody: serials of a day of birth are given out from the lowest on, a few hundred a day, and
these are the last ones. What is due for whom is asked of the rules, so that the stories stay true when the law changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from saqta.access.records import process
from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import Text
from saqta.law.book import Book
from saqta.ledger.actions import post_receipts
from saqta.ledger.receipts import Receipt
from saqta.registry.actions import record_memberships, record_people
from saqta.registry.records import ToldMembership, ToldPerson, ToldRepresentation
from saqta.registry.representing import record_representations
from saqta.rules.dues import ask
from saqta.rules.facts import ContributionFacts, Income, IncomeKind

BY = process("demo")
_MARK = "demo"
EMPLOYER = OrganisationBin.parse("150340999998")


class Paid(NamedTuple):
    """Months for which somebody's contributions were paid: from ``first`` up to, but not including, ``until``, both
    counted from the month of the demonstration."""

    kind: IncomeKind
    first: int
    until: int
    income: str = "350000"


class DemoPerson(NamedTuple):
    """An invented person and why one might ask about him or her."""

    number: str
    name: str
    story: Text
    paid: tuple[Paid, ...] = ()
    category: str | None = None
    held_since: date | None = None


PEOPLE = (
    DemoPerson(
        "850520499990",
        "Айгүл Серікова",
        Text(
            ru="Работает по найму, работодатель платит каждый месяц",
            kk="Жалданып жұмыс істейді, жұмыс беруші ай сайын төлейді",
            en="Works for an employer who pays every month",
        ),
        paid=(Paid("employee", -24, 0),),
    ),
    DemoPerson(
        "900311399996",
        "Нұрлан Ахметов",
        Text(
            ru="Уволился два месяца назад и с тех пор не платит",
            kk="Екі ай бұрын жұмыстан шыққан, содан бері төлемейді",
            en="Left work two months ago and has not paid since",
        ),
        paid=(Paid("employee", -24, -2),),
    ),
    DemoPerson(
        "780914399990",
        "Сергей Иванов",
        Text(
            ru="Платит сам, но один месяц пропустил",
            kk="Өзі төлейді, бірақ бір айды өткізіп алған",
            en="Pays for himself, but missed one month",
        ),
        paid=(Paid("independent", -24, -5), Paid("independent", -4, 0)),
    ),
    DemoPerson(
        "820127499999",
        "Динара Жүнісова",
        Text(
            ru="Проработала больше пяти лет без перерыва, не работает пять месяцев",
            kk="Бес жылдан астам үзіліссіз жұмыс істеген, бес айдан бері жұмыс істемейді",
            en="Worked for more than five years without a break, and has not worked for five months",
        ),
        paid=(Paid("employee", -70, -5),),
    ),
    DemoPerson(
        "950703399994",
        "Тимур Ким",
        Text(
            ru="Не платит пять месяцев, до того платил три года",
            kk="Бес айдан бері төлемейді, оған дейін үш жыл төлеген",
            en="Has not paid for five months, after three years of paying",
        ),
        paid=(Paid("employee", -41, -5),),
    ),
    DemoPerson(
        "170310699999",
        "Аружан Серікова",
        Text(ru="Ребёнок девяти лет", kk="Тоғыз жастағы бала", en="A child of nine"),
    ),
    DemoPerson(
        "560218499998",
        "Роза Әбдірахманова",
        Text(ru="Пенсионерка", kk="Зейнеткер", en="A pensioner"),
        category="pensioner",
        held_since=date(2019, 8, 18),
    ),
    DemoPerson(
        "061105599998",
        "Алихан Бекенов",
        Text(ru="Студент очного отделения", kk="Күндізгі бөлімнің студенті", en="A full-time student"),
        category="full_time_student",
        held_since=date(2024, 9, 1),
    ),
    DemoPerson(
        "880830499991",
        "Ерлан Омаров",
        Text(
            ru="Индивидуальный предприниматель, платит каждый месяц",
            kk="Жеке кәсіпкер, ай сайын төлейді",
            en="An individual entrepreneur who pays every month",
        ),
        paid=(Paid("entrepreneur", -24, 0),),
    ),
    DemoPerson(
        "930412499990",
        "Мария Петрова",
        Text(
            ru="Никогда не платила",
            kk="Ешқашан төлемеген",
            en="Never paid",
        ),
    ),
)
DOCTOR, CHILD = PEOPLE[0].number, PEOPLE[5].number
"""Who has a part in what other rooms invent: somebody who works for an employer, and a child of nine."""

MOTHER_AND_CHILD = ToldRepresentation(
    Iin.parse(DOCTOR), Iin.parse(CHILD), "parent", date(2017, 3, 10), date(2035, 3, 10)
)
"""Who speaks for whom, from the day of birth until the child comes of age."""


def has_demo(home: Path) -> bool:
    """Whether the register that lies here was filled with the invented people."""
    return (home / _MARK).exists()


def make_demo(home: Path, today: date, book: Book, *, at: datetime) -> None:
    """Fills the register with the invented people as of ``today``; done again on that day, it changes nothing more.
    Whose timelines are to be worked out stands in the journal as after any other feed."""
    iins = [Iin.parse(person.number) for person in PEOPLE]
    record_people(
        [ToldPerson(iin, citizenship="KZ", residence="permanent", region="750000000") for iin in iins], by=BY, at=at
    )
    record_memberships(
        [
            ToldMembership(Iin.parse(person.number), person.category, person.held_since, None)
            for person in PEOPLE
            if person.category is not None and person.held_since is not None
        ],
        source="demo",
        by=BY,
        at=at,
    )
    record_representations([MOTHER_AND_CHILD], source="demo", by=BY, at=at)
    post_receipts(list(_receipts(Month.of(today), book)), by=BY, at=at)
    (home / _MARK).touch()


def _receipts(now: Month, book: Book) -> Iterator[Receipt]:
    for person in PEOPLE:
        iin = Iin.parse(person.number)
        for paid in person.paid:
            for month in (now + paid.first).until(now + paid.until):
                yield from _due(iin, paid, month, book)


def _due(iin: Iin, paid: Paid, month: Month, book: Book) -> Iterator[Receipt]:
    """What the law demands of this income for the month, as paid on the last day it can be."""
    amount = None if paid.kind in ("independent", "entrepreneur") else paid.income
    facts = ContributionFacts(
        categories=(),
        unified_payment=False,
        income=(Income(paid.kind, amount, payer="employer" if paid.kind == "employee" else None),),
    )
    for line in ask(facts, month, book).lines:
        if line.amount is None or line.payment_code is None:
            raise ValueError(f"the rules leave open what is due for {paid.kind} in {month}")
        yield Receipt(
            iin=iin,
            month=month,
            kind=PaymentCode(line.payment_code),
            amount=Money.tenge(line.amount),
            paid_on=line.due_on,
            payer=EMPLOYER if paid.kind == "employee" else iin,
        )
