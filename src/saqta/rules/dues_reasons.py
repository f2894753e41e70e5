"""The reasons of an answer about contributions: what capped, exempted, fixed or replaced a payment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from saqta.basis.days import day_text
from saqta.basis.money import Money, percent_text
from saqta.basis.month import Month
from saqta.basis.text import Text
from saqta.rules.answer import Citing, Reason
from saqta.rules.case import Case
from saqta.rules.contributions import LAW, UNIFIED_PAYMENT
from saqta.rules.dues_lines import Drawn, membership_in
from saqta.rules.facts import ContributionFacts
from saqta.rules.owed import independent_contribution
from saqta.rules.phrases import phrases


def reasons_for(
    facts: ContributionFacts, case: Case, month: Month, drawn: list[Drawn], citing: Citing
) -> Iterator[Reason]:
    """Each reason once, in the order of the lines."""
    writer = _Writer(facts, case, month, citing)
    yield from dict.fromkeys(writer.reasons(drawn))


class _Writer:
    def __init__(self, facts: ContributionFacts, case: Case, month: Month, citing: Citing) -> None:
        self.facts, self.case, self.law, self.month, self.citing = facts, case, case.law, month, citing
        self.words = phrases("dues")

    def reasons(self, drawn: list[Drawn]) -> Iterator[Reason]:
        if all(line.record.income == 0 for line in drawn) and self.facts.income is not None:
            amount = independent_contribution(self.law).text()
            yield self._reason("no-income", [f"{LAW}/art_28__para_6"], amount=amount)
        by_income = {line.place: [other for other in drawn if other.place == line.place] for line in drawn}
        for lines in by_income.values():
            owed = [line for line in lines if line.applies is not False]
            if len({line.month for line in owed}) > 1:
                yield self._reason("leave-split", ["V1700015361/annex_1"])
            for line in owed:
                yield from self._owed(line)
            for line in () if owed and lines[0].income.kind == "state" else lines:
                if line.applies is False:
                    yield from self._not_owed(line)

    def _not_owed(self, line: Drawn) -> Iterator[Reason]:
        if line.record.contributor is False:
            yield self._reason("visitor-pays-nothing", [f"{LAW}/art_5__para_1"])
            return
        if line.record.relieved:
            yield self._reason("month-not-owed", [f"{LAW}/art_5__para_3"], month=line.month.text())
            return
        match line.income.kind:
            case "self_employed" if not line.law.holds("self_employed"):
                start, _ = line.law.book.spans["self_employed"]
                yield self._reason("self-employed-not-in-force", ["V1700015361"], start=day_text(start))
            case "aggregate_payment" if not line.law.holds("aggregate_payment"):
                _, end = line.law.book.spans["aggregate_payment"]
                if end is not None:
                    yield self._reason("aggregate-abolished", [f"{LAW}/art_14__para_2"], end=day_text(end))
            case "state":
                yield self._reason("not-state-paid", [f"{LAW}/art_26__para_1"])
            case _:
                for holding in membership_in(self.case, line.month).holdings:
                    cites = [f"{LAW}/art_28__para_7", *holding.wording.cites]
                    yield self._reason("exempt", cites, category=holding.wording.name)

    def _owed(self, line: Drawn) -> Iterator[Reason]:
        income = Money.tenge(line.income.amount).tiyn if line.income.amount else None
        if (
            line.rule.kind == "employer_contribution"
            and line.base is not None
            and income is not None
            and line.base < income
        ):
            yield self._capped(line, "employer", "employer_cap_in_minimum_wages")
        if line.rule.kind == "insuree_contribution":
            yield from self._insuree(line, income)
        if line.unified:
            yield self._reason("unified-payment", [f"{LAW}/{UNIFIED_PAYMENT}"])
        elif line.rule.unified_rate and self.facts.unified_payment and not line.law.holds("unified_payment"):
            yield self._reason("unified-payment-not-in-force", [f"{LAW}/art_14__para_1"])
        if line.rule.kind == "aggregate_payment":
            share = percent_text(line.law.rate("aggregate_osms_share"))
            yield self._reason("aggregate-share", [f"{LAW}/art_14__para_2"], share=share)
        if line.income.kind == "state":
            yield from self._budget(line)

    def _insuree(self, line: Drawn, income: int | None) -> Iterator[Reason]:
        match line.income.kind:
            case "entrepreneur" if line.amount == 0:
                yield self._capped(line, "insuree", "insuree_cap_in_minimum_wages")
                yield self._reason("certificate", self._cap_cites("insuree_cap_in_minimum_wages"))
            case "entrepreneur":
                yield self._reason("fixed-base", [f"{LAW}/art_28__para_5"])
            case "independent":
                yield self._reason("due-day-unverified", [f"{LAW}/art_28__para_6"])
            case "self_employed":
                limit = line.law.money("monthly_index").share(
                    Fraction(line.law.number("self_employed_income_limit_in_monthly_indices"))
                )
                if income is not None and income > limit.tiyn:
                    yield self._reason("above-regime-limit", ["V1700015361"], limit=limit.text())
            case _ if income is not None and line.base is not None and line.base < income:
                yield self._capped(line, "insuree", "insuree_cap_in_minimum_wages")
                if len(self.facts.income or ()) > 1:
                    yield self._reason("certificate", self._cap_cites("insuree_cap_in_minimum_wages"))

    def _budget(self, line: Drawn) -> Iterator[Reason]:
        """Who pays for the person: the republican budget, or where it does not, a local one."""
        local = line.rule.rate == ("local_budget_rate",)
        for holding in membership_in(self.case, line.month).holdings:
            if not local and holding.wording.ground == "category":
                yield self._reason("state-pays", holding.wording.cites, category=holding.wording.name)
        rate = percent_text(line.law.rate(line.rule.rate[0]))
        if local:
            cites = [f"{LAW}/art_26-1__para_3", f"{LAW}/art_26-1__para_4"]
            yield self._reason("local-budget-pays", cites, rate=rate)
        elif line.amount is None:
            yield self._reason("state-sum-not-published", [f"{LAW}/art_26__para_2"], rate=rate)

    def _capped(self, line: Drawn, who: str, parameter: str) -> Reason:
        cap = line.law.money("minimum_wage").share(Fraction(line.law.number(parameter)))
        return self._reason(f"capped-{who}", self._cap_cites(parameter), cap=cap.text())

    def _cap_cites(self, parameter: str) -> tuple[str, ...]:
        return self.law.value(parameter).cites

    def _reason(self, code: str, references: Iterable[str], **values: Text | str) -> Reason:
        return Reason(code, self.words[code].fill(**values), self.citing.keys(references))
