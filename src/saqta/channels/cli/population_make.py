"""``saqta population make``: an invented population, the same for the same seed."""

from __future__ import annotations

from saqta.basis.numerals import count_text
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.law.book import load
from saqta.population.making import make

_MAKING = Text(ru="Люди", kk="Адамдар", en="People")
_MADE = Text(
    ru="Готово. Вымышленных людей: {people}, частей: {parts}. Настоящих среди них нет.",
    kk="Дайын. Ойдан шығарылған адамдар: {people}, бөліктер: {parts}. Олардың арасында шынайы адам жоқ.",
    en="Done. Invented people: {people}, partitions: {parts}. Nobody among them exists.",
)


def run(arguments: Arguments) -> int:
    people, seed = arguments.whole_number("people", least=1), arguments.whole_number("seed", least=0)
    with progress() as bar:
        task = bar.add_task(_MAKING.in_language(arguments.language), total=people)
        manifest = make(
            arguments.to,
            people=people,
            seed=seed,
            book=load(),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    if arguments.as_json:
        print_json(manifest)
    else:
        text = _MADE.fill(people=count_text(manifest.people), parts=str(manifest.parts))
        Page(arguments.language).say(text)
    return 0
