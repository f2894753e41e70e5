"""``saqta contributions``: what is owed for a month."""

from __future__ import annotations

from fractions import Fraction

from saqta.basis.days import day_text
from saqta.basis.money import Money, percent_text
from saqta.basis.text import Text
from saqta.channels.cli import answers
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.facts import followed, read_facts
from saqta.channels.cli.output import Page, print_json
from saqta.law.book import load
from saqta.rules.dues import ContributionsAnswer, ask
from saqta.rules.dues_lines import Line
from saqta.rules.facts import ContributionFacts

_LINES = Text(ru="К уплате", kk="Төлеуге тиіс", en="Due")
_KINDS = {
    "employer_contribution": Text(
        ru="отчисления работодателя", kk="жұмыс берушінің аударымдары", en="employer contribution"
    ),
    "insuree_contribution": Text(ru="взнос", kk="жарна", en="insuree contribution"),
    "state_contribution": Text(ru="взнос государства", kk="мемлекет жарнасы", en="state contribution"),
    "aggregate_payment": Text(ru="единый совокупный платёж", kk="бірыңғай жиынтық төлем", en="aggregate payment"),
}
_INCOMES = {
    "employee": Text(ru="зарплата", kk="жалақы", en="wage"),
    "civil_contract": Text(ru="гражданско-правовой договор", kk="азаматтық-құқықтық шарт", en="civil-law contract"),
    "entrepreneur": Text(ru="предприниматель", kk="кәсіпкер", en="entrepreneur"),
    "independent": Text(ru="самостоятельный плательщик", kk="дербес төлеуші", en="independent payer"),
    "self_employed": Text(ru="самозанятый", kk="өзін-өзі жұмыспен қамтыған", en="self-employed"),
    "aggregate_payment": Text(
        ru="плательщик единого совокупного платежа",
        kk="бірыңғай жиынтық төлем төлеушісі",
        en="payer of the aggregate payment",
    ),
    "state": Text(ru="бюджет", kk="бюджет", en="budget"),
}
_DUE = Text(ru="не позже {day}", kk="{day} күнінен кешіктірмей", en="by {day}")
_CODE = Text(ru="код назначения платежа {code}", kk="төлем тағайындау коды {code}", en="payment code {code}")


def run(arguments: Arguments) -> int:
    if arguments.facts is None:
        raise refused("argument-missing", names="--facts FILE", command="contributions")
    book = load()
    answer = ask(
        read_facts(arguments.facts, ContributionFacts),
        arguments.month("month"),
        book,
        known_at=arguments.optional_day("known_at"),
        follow=followed(arguments, book),
    )
    if arguments.as_json:
        print_json(answer)
    else:
        _print(answer, Page(arguments.language))
    return 0


def _print(answer: ContributionsAnswer, page: Page) -> None:
    page.say(answer.says)
    if answer.lines:
        page.heading(_LINES)
        page.table([_row(line, page) for line in answer.lines])
    if answer.reasons:
        answers.print_reasons(page, answer.reasons, answer.citations)
    answers.print_missing(page, answer.missing)
    answers.print_readings(page, answer.readings)
    answers.print_law(page, answer.citations)
    answers.print_seals(page, ("law", answer.law), ("facts", answer.facts), ("answer", answer.answer))


def _row(line: Line, page: Page) -> tuple[str, ...]:
    language = page.language
    amount = Money.tenge(line.amount).text().in_language(language) if line.amount else "?"
    shares = [Money.tenge(line.base).text()] if line.base else []
    shares += [percent_text(Fraction(line.rate))] if line.rate else []
    taken = " × ".join(share.in_language(language) for share in shares)
    due = _DUE.fill(day=day_text(line.due_on)).in_language(language) if line.due_on else ""
    code = _CODE.fill(code=line.payment_code).in_language(language) if line.payment_code else ""
    income = _INCOMES[line.income].in_language(language)
    payer = f"{income} ({line.payer})" if line.payer else income
    return (line.month, _KINDS[line.kind].in_language(language), payer, taken, amount, due, code)
