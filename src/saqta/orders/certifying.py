"""What a certificate tells: gathered from the register as it now is."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from saqta.basis.identifiers import looks_like_organisation
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import Text, same
from saqta.coverage.register import facts_of
from saqta.law.book import Book
from saqta.ledger.queries import MoneyPaid, money_of
from saqta.orders.records import Certified, CertifiedMonth, CertifiedPayment
from saqta.registry.queries import number_of, payer_numbers
from saqta.rules.answer import Verdict
from saqta.rules.case import Case
from saqta.rules.checks import check_person
from saqta.rules.standing import Standing
from saqta.rules.status_basis import status_basis


def certify(person: UUID, months: int, on: date, book: Book, *, number: UUID, at: datetime) -> Certified:
    """What the register and the law say of a person on the day ``on`` and of the ``months`` before its month and that
    month itself. Raises ``Refused`` when the register's facts contradict one another."""
    ((_, facts),) = facts_of([person], book)
    check_person(facts, on)
    law, iin, month = book.on(on), number_of(person), Month.of(on)
    first, credited = month + -months, None
    verdict: Verdict = "undetermined"
    until = None
    if law.is_known:
        standing = Standing(Case(facts, law))
        verdict, until = standing.verdict, standing.insured_until
        credited = standing.case.sets["credited"].certain
    paid = payments_of(person, first, month + 1)
    basis = status_basis(on, book)
    return Certified(
        number=number,
        at=at,
        on=on,
        iin=iin.digits,
        birth_date=facts.person.birth_date if facts.person and facts.person.birth_date else iin.birth_date,
        verdict=verdict,
        insured_until=until,
        months=tuple(
            CertifiedMonth(str(each), credited is not None and each in credited) for each in first.until(month)
        ),
        payments=paid,
        total=str(Money.total(Money.tenge(each.amount) for each in paid)),
        cites=tuple(f"{found.act} {found.provision}" for found in basis.citations),
        law=basis.law,
    )


def says_the_same(before: Certified, now: Certified) -> bool:
    """Whether two certificates about one person and the same days tell the same, whenever they were made."""
    return (before.verdict, before.months, before.payments) == (now.verdict, now.months, now.payments)


def payer_text(payer: str | None) -> Text:
    """Who paid, as people read it."""
    if payer is None:
        return _PAYERS["unknown"]
    if payer == "own":
        return _PAYERS["own"]
    if len(payer) == 4:
        return _PAYERS["person"].fill(last=payer)
    return _PAYERS["organisation"].fill(bin=same(payer))


_PAYERS = {
    "own": Text(ru="сам(а) за себя", kk="өзі үшін өзі", en="the person"),
    "unknown": Text(ru="не указан", kk="көрсетілмеген", en="not stated"),
    "person": Text(ru="физическое лицо, ИИН …{last}", kk="жеке тұлға, ЖСН …{last}", en="an individual, IIN …{last}"),
    "organisation": Text(ru="БИН {bin}", kk="БСН {bin}", en="BIN {bin}"),
}


def payments_of(person: UUID, first: Month, until: Month) -> tuple[CertifiedPayment, ...]:
    """What was paid for the person for the months from ``first`` up to, but not including, ``until``, with payers as
    the person may know them."""
    paid = money_of(person, first, until)
    known = payer_numbers([each.payer for each in paid if each.payer is not None])
    return tuple(
        CertifiedPayment(str(each.month), _payer(each, known), str(each.code.value), str(each.amount), each.paid_on)
        for each in paid
    )


def _payer(paid: MoneyPaid, known: dict[UUID, str]) -> str | None:
    """Somebody else's number is theirs: of an individual only its end is told."""
    if paid.own:
        return "own"
    if paid.payer is None:
        return None
    digits = known[paid.payer]
    return digits if looks_like_organisation(digits) else digits[-4:]
