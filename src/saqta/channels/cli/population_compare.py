"""``saqta population compare``: who gains the insurance by another law, who loses it, and by which article."""

from __future__ import annotations

from collections.abc import Mapping

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.numerals import count_text
from saqta.basis.text import Text, same
from saqta.channels.cli.answers import print_law, print_seals
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.population_law import known_law, supposed_law
from saqta.channels.cli.progress import progress
from saqta.law.book import Law, load
from saqta.population.comparing import KNOWN, Comparison, Judged, Move, compare
from saqta.population.report_content import articles
from saqta.population.wording import DENIALS, GROUNDS, NOT_STATED, VERDICTS, clause_name

_COMPARING = Text(ru="Части населения", kk="Халық бөліктері", en="Partitions")
_ASKED = Text(
    ru="На {on} {people} человек спрошены дважды: {before} и {after}.",
    kk="{on} күні {people} адам екі рет сұралды: {before} және {after}.",
    en="About {on}, {people} people were asked about twice: {before}, and {after}.",
)
_GAIN = Text(ru="Получают страховку: {people}", kk="Сақтандыру алады: {people}", en="Gain the insurance: {people}")
_LOSE = Text(ru="Теряют страховку: {people}", kk="Сақтандырудан айырылады: {people}", en="Lose the insurance: {people}")
_TABLE = Text(
    ru="Было (строки) и стало (столбцы)",
    kk="Бұрын (жолдар) және кейін (бағандар)",
    en="Before (rows) and after (columns)",
)
_MOVES = Text(ru="Кто и по какой статье", kk="Кім және қай бап бойынша", en="Who, and by which article")
_REBASED = Text(
    ru="Застрахованы и так и так, но по-другому",
    kk="Екі жағдайда да сақтандырылған, бірақ басқа негізде",
    en="Insured either way, by something else",
)
_OWED = Text(
    ru="Не уплачено: было {before}, стало {after}.",
    kk="Төленбегені: бұрын {before}, кейін {after}.",
    en="Owed: {before} before, {after} after.",
)
_AS_WRITTEN = Text(
    ru="Статьи приведены так, как их говорит закон; предположенных значений в них нет.",
    kk="Баптар заңда айтылғандай келтірілген; болжанған мәндер оларда жоқ.",
    en="Articles are quoted as the law says them; supposed values do not stand in them.",
)
_ARROW = Text(ru="{before} → {after}", kk="{before} → {after}", en="{before} → {after}")

MOST_REBASED = 12
"""Rows shown to a person of those insured by something else; the document has all."""


def run(arguments: Arguments) -> int:
    with known_law(load()):
        before, after = supposed_law(arguments, "before"), supposed_law(arguments, "after")
        with progress() as bar:
            task = bar.add_task(_COMPARING.in_language(arguments.language), total=None)
            found = compare(
                arguments.source,
                before.law,
                after.law,
                arguments.engine,
                lambda done, total: bar.update(task, completed=done, total=total),
            )
    if arguments.as_json:
        print_json(found)
        return 0
    page = Page(arguments.language)
    values = {
        "on": day_text(found.on),
        "people": count_text(found.people),
        "before": before.title,
        "after": after.title,
    }
    page.say(_ASKED.fill(**values))
    _print(page, found, before.law, after.law)
    if before.has_supposed_values or after.has_supposed_values:
        page.say(_AS_WRITTEN, indent=2)
    print_seals(page, ("before", found.before.law), ("after", found.after.law), ("answer", found.answer))
    return 0


def _print(page: Page, found: Comparison, before: Law, after: Law) -> None:
    gained = sum(found.count(before_, "yes") for before_ in KNOWN if before_ != "yes")
    lost = sum(found.count("yes", after_) for after_ in KNOWN if after_ != "yes")
    page.say(_GAIN.fill(people=count_text(gained)))
    page.say(_LOSE.fill(people=count_text(lost)))
    page.heading(_TABLE)
    _table(page, found)
    if found.moves:
        page.heading(_MOVES)
        laws = {"before": before, "after": after}
        names = articles(found.citations)
        _columns(page, [_move(page, move, laws[move.law], names) for move in found.moves])
    if found.rebased:
        page.heading(_REBASED)
        rows = []
        for moved in found.rebased[:MOST_REBASED]:
            here = _based(before, moved.ground_before, moved.clause_before)
            there = _based(after, moved.ground_after, moved.clause_after)
            rows.append((_said(page, count_text(moved.people)), _said(page, _ARROW.fill(before=here, after=there))))
        _columns(page, rows)
    page.line()
    page.say(_OWED.fill(before=_amount(found.before), after=_amount(found.after)))
    print_law(page, found.citations)


def _table(page: Page, found: Comparison) -> None:
    heads = [_said(page, VERDICTS[name]) for name in KNOWN]
    rows = [["", *heads]]
    for before, head in zip(KNOWN, heads, strict=True):
        rows.append([head, *(_said(page, count_text(found.count(before, after))) for after in KNOWN)])
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        page.line("  " + "  ".join(cells))


def _move(page: Page, move: Move, law: Law, names: Mapping[str, Text]) -> tuple[str, str]:
    verdicts = _ARROW.fill(before=VERDICTS[move.before], after=VERDICTS[move.after])
    name = _clause(law, move.clause, denied=(move.after if move.law == "after" else move.before) == "no")
    cites = f" ({'; '.join(_said(page, names[key]) for key in move.cites)})" if move.cites else ""
    return _said(page, count_text(move.people)), f"{_said(page, verdicts)}: {_said(page, name)}{cites}"


def _clause(law: Law, clause: str | None, *, denied: bool) -> Text:
    if clause is None:
        return NOT_STATED
    return DENIALS.get(clause, same(clause)) if denied else clause_name(law, clause)


def _based(law: Law, ground: str | None, clause: str | None) -> Text:
    """The clause by its name, and its ground where two laws may know the same clause under two grounds."""
    name = _clause(law, clause, denied=False)
    if ground is None or clause is None or not clause.startswith("category-"):
        return name
    return Text(
        **{
            language: f"{name.in_language(language)} ({GROUNDS[ground].in_language(language)})"
            for language in ("ru", "kk", "en")
        }
    )


def _columns(page: Page, rows: list[tuple[str, str]]) -> None:
    width = max(len(count) for count, _ in rows)
    for count, said in rows:
        page.say(f"{count.rjust(width)}  {said}", indent=2)


def _amount(judged: Judged) -> Text:
    return Money.tenge(judged.owed.amount).text()


def _said(page: Page, text: Text) -> str:
    return text.in_language(page.language)
