"""What is owed for this month, by whom and by when? The answer with its lines, from facts and a book of law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec

from saqta.basis.days import day_text
from saqta.basis.money import Money, exact_decimal
from saqta.basis.month import Month
from saqta.basis.refusal import refuse_any
from saqta.basis.text import Text, listed
from saqta.law.book import KNOWN_FROM, Book, Law
from saqta.logic.canonical import digest as rule_digest
from saqta.logic.nodes import Clause
from saqta.logic.trees import walk
from saqta.rules.answer import (
    Alternative,
    Citing,
    Missing,
    Quotation,
    ReadingUsed,
    Reason,
    Verdict,
    digest,
    law_digest,
    reading_used,
    sealed,
    unseen_changes,
)
from saqta.rules.case import Case
from saqta.rules.checks import check_person, leave_faults
from saqta.rules.contributions import LAW, rules
from saqta.rules.dues_lines import Drawn, Line, draw_lines, due_on, rate_of
from saqta.rules.dues_reasons import reasons_for
from saqta.rules.facts import ContributionFacts
from saqta.rules.phrases import phrases


class ContributionsAnswer(msgspec.Struct, frozen=True):
    """The published answer about contributions; fields and codes as in the contract."""

    question: Literal["contributions"]
    month: str
    known_at: date | None
    verdict: Verdict
    says: Text
    lines: tuple[Line, ...]
    total: str
    reasons: tuple[Reason, ...]
    citations: tuple[Quotation, ...]
    readings: tuple[ReadingUsed, ...]
    missing: tuple[Missing, ...]
    law: str
    facts: str
    answer: str = ""


def ask(
    facts: ContributionFacts,
    month: Month,
    book: Book,
    *,
    known_at: date | None = None,
    follow: Mapping[str, str] | None = None,
) -> ContributionsAnswer:
    """What is owed for ``month``, line by line.

    ``known_at`` and ``follow`` as in ``status.ask``. Raises ``Refused`` when the facts contradict one another.
    """
    _check(facts, month)
    law = book.on(month.first_day, known_at, follow)
    if not law.is_known:
        return _outside_known_law(facts, month, law)
    citing = Citing(law)
    case = Case(facts, law)
    drawn = list(draw_lines(facts, case, month))
    lines = _lines(drawn, month, citing)
    missing = _missing(facts, drawn)
    verdict = _verdict(lines, missing)
    total = _total(lines)
    reasons = list(reasons_for(facts, case, month, drawn, citing))
    if missing:
        text = phrases("dues")["facts-missing"].fill(facts=listed([fact.text for fact in missing]))
        reasons.insert(0, Reason("facts-missing", text, citing.keys([f"{LAW}/art_28__para_1"])))
    readings = (*_readings(facts, month, law, lines, citing), *unseen_changes(law))
    return sealed(
        ContributionsAnswer(
            question="contributions",
            month=str(month),
            known_at=known_at,
            verdict=verdict,
            says=phrases("dues")[f"dues-{verdict}"].fill(month=month.text(), **_amount(verdict, total)),
            lines=lines,
            total=str(total),
            reasons=tuple(reasons),
            citations=citing.quotations(),
            readings=readings,
            missing=missing,
            law=law_digest(law, rule_digest(*(rule.amount for rule in rules()))),
            facts=digest(facts),
        )
    )


def _check(facts: ContributionFacts, month: Month) -> None:
    """The checks of a person's facts as of the end of the month, and those of the income."""
    check_person(facts, month.last_day)
    refuse_any(
        fault
        for place, income in enumerate(facts.income or ())
        for fault in leave_faults(income.leave, f"$.income[{place}].leave")
    )


def _lines(drawn: Iterable[Drawn], month: Month, citing: Citing) -> tuple[Line, ...]:
    """The lines that are owed or may be. A line of nothing is no line: income above a cap that is used up, or income of
    nothing. Only one budget ever pays for a person, so while it is unknown which, one line stands for all."""
    shown: dict[object, Drawn] = {}
    for place, line in enumerate(drawn):
        if line.applies is not False and line.amount != 0:
            shown.setdefault((line.place, "budget") if line.income.kind == "state" else place, line)
    return tuple(_line(line, month, citing) for line in shown.values())


def _line(line: Drawn, month: Month, citing: Citing) -> Line:
    rate = rate_of(line)
    return Line(
        kind=line.rule.kind,
        income=line.income.kind,
        payer=line.income.payer,
        month=str(line.month),
        base=None if line.base is None or line.income.kind == "state" else str(Money(line.base)),
        rate=None if rate is None else exact_decimal(rate),
        amount=None if line.amount is None else str(Money(line.amount)),
        due_on=due_on(line, month),
        payment_code=line.rule.code.value if line.rule.code else None,
        cites=citing.keys(_references(line)),
        depends_on=line.missing,
    )


def _references(line: Drawn) -> list[str]:
    """The provisions behind a line: those of its rule, and those of the rates it was taken through."""
    found: list[str] = []
    for node in walk(line.rule.amount):
        if isinstance(node, Clause) and (node.code != "unified-payment" or line.unified):
            found += node.cites
    for name in line.rule.unified_rate if line.unified else line.rule.rate:
        found += line.law.value(name).cites
    return list(dict.fromkeys(found))


def _total(lines: Iterable[Line]) -> Money:
    return Money.total(Money.tenge(line.amount) for line in lines if line.amount)


def _verdict(lines: tuple[Line, ...], missing: tuple[Missing, ...]) -> Verdict:
    if missing:
        return "depends"
    if any(line.amount is None for line in lines):
        return "undetermined"
    return "yes" if lines else "no"


def _amount(verdict: Verdict, total: Money) -> dict[str, Text]:
    return {"amount": total.text()} if verdict == "yes" else {}


def _missing(facts: ContributionFacts, drawn: Iterable[Drawn]) -> tuple[Missing, ...]:
    words = phrases("status")
    paths = ["income"] if facts.income is None else []
    paths += [path for line in drawn if line.applies is not False for path in line.missing]
    return tuple(Missing(path, words[f"missing-{path.rpartition('].')[2]}"]) for path in dict.fromkeys(paths))


RELEVANT_READINGS = ("Q6", "Q10")
"""Open readings that can change what is owed."""


def _readings(
    facts: ContributionFacts, month: Month, law: Law, lines: tuple[Line, ...], citing: Citing
) -> Iterator[ReadingUsed]:
    for reading_id in RELEVANT_READINGS:
        reading = law.book.readings[reading_id]
        followed = law.option(reading_id)
        others: list[Alternative] = []
        for option in reading.options:
            if option.encoded and option.id != followed:
                other = law.book.on(law.day, law.known_at, {**law.follow, reading_id: option.id})
                drawn = list(draw_lines(facts, Case(facts, other), month))
                changed = _lines(drawn, month, Citing(other))
                if changed != lines:
                    others.append(
                        Alternative(
                            option.id, option.text, _verdict(changed, _missing(facts, drawn)), str(_total(changed))
                        )
                    )
        if others:
            citing.keys_in_force(reading.cites)
            yield reading_used(reading, followed, others)


def _outside_known_law(facts: ContributionFacts, month: Month, law: Law) -> ContributionsAnswer:
    start, end = law.book.spans[KNOWN_FROM]
    nearest = start if law.day < start or end is None else end - timedelta(days=1)
    citing = Citing(law.book.on(nearest, law.known_at, law.follow))
    text = phrases("dues")["outside-known-law"].fill(start=day_text(start), end=day_text(end or start))
    reason = Reason("outside-known-law", text, citing.keys([f"{LAW}/art_28__para_1"]))
    return sealed(
        ContributionsAnswer(
            question="contributions",
            month=str(month),
            known_at=law.known_at,
            verdict="undetermined",
            says=phrases("dues")["dues-undetermined"].fill(month=month.text()),
            lines=(),
            total=str(Money(0)),
            reasons=(reason,),
            citations=citing.quotations(),
            readings=unseen_changes(law),
            missing=(),
            law=law_digest(law, rule_digest(*(rule.amount for rule in rules()))),
            facts=digest(facts),
        )
    )
