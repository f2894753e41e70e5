"""The reasons of an answer about insured status: sentences for the clauses that decided, with their articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from saqta.basis.days import day_text
from saqta.basis.month import Month
from saqta.basis.text import Text, listed, same
from saqta.law.book import Law
from saqta.logic.nodes import EveryMonth
from saqta.rules.answer import Citing, Reason
from saqta.rules.holdings import Holding
from saqta.rules.insured import LAW
from saqta.rules.missing import missing_facts
from saqta.rules.month_lists import month_list
from saqta.rules.owed import paid_later, total_owed
from saqta.rules.phrases import phrases
from saqta.rules.standing import Standing


def reasons_for(standing: Standing, citing: Citing) -> Iterator[Reason]:
    """The reasons in the order a person would give them."""
    writer = _Writer(standing, citing)
    match standing.verdict:
        case "yes":
            yield from writer.of_yes()
        case "no":
            yield from writer.of_no()
        case "depends":
            yield from writer.of_depends()
        case _:
            yield from writer.of_undetermined()


class _Writer:
    def __init__(self, standing: Standing, citing: Citing) -> None:
        self.standing, self.citing = standing, citing
        self.case, self.law, self.month = standing.case, standing.law, standing.month
        self.words = phrases("status")

    def of_yes(self) -> Iterator[Reason]:
        match self.standing.ground:
            case "category" | "exempt" | "local_budget":
                yield from self._held(self.standing.ground)
            case "transition":
                yield self._reason("transition", ["art_40"], end=day_text(_end_of(self.law, "transition")))
            case "contributions":
                yield self._reason("twelve-months", ["art_5__para_3"])
            case "prepaid":
                yield self._reason("prepaid-year", ["art_5__para_3"])
            case "three_months":
                yield self._three_months()
            case "grace":
                yield self._grace()
            case _:
                pass
        yield from self._presumption()
        if self.standing.months_owed and self.standing.ground not in (
            "category",
            "exempt",
            "local_budget",
            "transition",
        ):
            yield self._owed("months-owed")
        later = paid_later(self.case, self.law.day)
        if later and self.standing.ground == "contributions":
            yield self._reason("paid-later", ["art_5__para_3"], months=month_list(later))

    def of_no(self) -> Iterator[Reason]:
        outcomes = {outcome.clause.code: outcome.value for outcome in self.standing.explanation.clauses()}
        died_on = self.case.facts.person.died_on
        if outcomes.get("died") is True and isinstance(died_on, date):
            yield self._reason("died", ["art_5__para_1"], day=day_text(died_on))
            return
        if outcomes.get("participant") is False and outcomes.get("eaeu-worker") is not True:
            yield self._reason("not-participant", ["art_5__para_1"])
            return
        if self.standing.months_owed:
            yield self._owed("month-missing")
        last = self._last_settled_month()
        if last is not None:
            end = (last + self.law.number("grace_months") + 1).first_day
            yield self._reason("grace-over", ["art_5__para_2"], month=last.text(), end=day_text(end))
        yield self._reason("no-category", ["art_26__para_1"])

    def of_depends(self) -> Iterator[Reason]:
        missing = missing_facts(self.case, self.standing.inquiry.questions)
        shown = [fact.text for fact in missing[:6]] + ([same("…")] if len(missing) > 6 else [])
        yield self._reason("facts-missing", ["art_5__para_1", "art_5__para_3"], facts=listed(shown))
        ends = self.case.facts.register_until
        if ends is not None and ends < self.law.day:
            yield self._reason("register-ends", ["art_5__para_3"], day=day_text(ends))
        unpaid = self.standing.months_without_payment
        if unpaid:
            yield self._reason("months-without-payment", ["art_5__para_3"], months=month_list(unpaid))
        if self.standing.months_owed:
            yield self._owed("months-owed")

    def of_undetermined(self) -> Iterator[Reason]:
        for reading_id in self.standing.inquiry.readings:
            reading = self.law.book.readings[reading_id]
            text = self.words["reading-open"].fill(question=reading.question)
            yield Reason("reading-open", text, self.citing.keys_in_force(reading.cites))

    def _held(self, ground: str) -> Iterator[Reason]:
        """The categories with this ground that hold on the day, or the budget's payment for the month itself."""
        codes = {"category": "category-held", "exempt": "exempt-held", "local_budget": "local-budget-held"}
        seen: set[str] = set()
        for holding in self.case.holdings:
            fits = holding.belongs and holding.wording.ground == ground and holding.covers(self.law.day)
            if fits and holding.code not in seen:
                seen.add(holding.code)
                name = holding.wording.name
                cites = self.citing.keys(_still_cited(self.law, holding))
                yield Reason(f"category-{holding.code}", self.words[codes[ground]].fill(category=name), cites)
                if holding.end is not None and holding.end <= self.law.day and holding.code != "child":
                    ended = self.words["category-until-month-end"].fill(category=name)
                    yield Reason("category-until-month-end", ended, cites)
        if not seen:
            code = "local-paid-month" if ground == "local_budget" else "state-paid-month"
            article = "art_26-1__para_3" if ground == "local_budget" else "art_26__para_2"
            yield self._reason(code, [article], month=self.month.text())

    def _three_months(self) -> Reason:
        outside = not self.law.holds("concession")
        name = "aggregate" if outside or self.month in self.case.sets["aggregate"].certain else "concession"
        period = "aggregate_payment" if name == "aggregate" else "concession"
        return self._reason(f"three-months-{name}", ["art_40"], end=day_text(_end_of(self.law, period)))

    def _grace(self) -> Reason:
        outcomes = {outcome.clause.code: outcome for outcome in self.standing.explanation.clauses()}
        long = outcomes.get("long-grace")
        is_long = long is not None and long.value is True and long.decisive
        until = self.standing.insured_until
        values: dict[str, Text | str] = {
            "month": self._last_paid_month().text(),
            "end": day_text(until) if until else same("…"),
        }
        if is_long:
            values["count"] = str(self.law.number("long_grace_run_months"))
        return self._reason("long-grace" if is_long else "grace", ["art_5__para_2"], **values)

    def _last_paid_month(self) -> Month:
        """The month from which the grace is counted: where the decisive part of the rule looks at a single month."""
        plan = self.standing.explanation.plan
        offsets = [
            node.last
            for place in self.standing.explanation.decisive
            if isinstance(node := plan.nodes[place], EveryMonth)
            and self.standing.explanation.values[place] is True
            and node.last < 0
        ]
        return self.month + max(offsets, default=-1)

    def _last_settled_month(self) -> Month | None:
        """The latest paid month, two years back at most, up to which nothing was owed for twelve months."""
        credited = self.case.credited(self.law.day).belongs
        required = self.law.number("months_required")
        for back in range(1, 25):
            month = self.month + -back
            if month in self.case.sets["paid"].certain and all(
                earlier in credited for earlier in (month + (1 - required)).until(month)
            ):
                return month
        return None

    def _owed(self, code: str) -> Reason:
        months = self.standing.months_owed
        return self._reason(
            code, ["art_5__para_3"], months=month_list(months), amount=total_owed(self.law, months).text()
        )

    def _presumption(self) -> Iterator[Reason]:
        if self.standing.explanation.record.recorded:
            yield self._reason("presumed-participant", ["art_5__para_1"])

    def _reason(self, code: str, provisions: Iterable[str], **values: Text | str) -> Reason:
        cites = self.citing.keys(f"{LAW}/{provision}" for provision in provisions)
        return Reason(code, self.words[code].fill(**values), cites)


def _still_cited(law: Law, holding: Holding) -> list[str]:
    """The provisions behind a holding. A holding that covers the rest of a month may outlive its wording, so the
    category is cited as it stands on the day, if it still does."""
    wording = law.wording(holding.code)
    return list((wording or holding.wording).cites)


def _end_of(law: Law, period: str) -> date:
    _, end = law.book.spans[period]
    return end or date.max
