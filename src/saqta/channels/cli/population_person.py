"""``saqta population person``: one person of a population, asked about alone and answered with reasons."""

from __future__ import annotations

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.facts import followed
from saqta.channels.cli.insured_answer import print_answer
from saqta.law.book import load
from saqta.population.one_person import find_person
from saqta.rules.status import ask

_NOBODY = Text(
    ru="В этом населении нет человека с таким номером.",
    kk="Бұл халықта мұндай нөмірлі адам жоқ.",
    en="This population has no person of that number.",
)


def run(arguments: Arguments) -> int:
    book = load()
    facts = find_person(arguments.source, arguments.whole_number("person", least=0))
    if facts is None:
        raise Refused(Fault("no-such-person", _NOBODY, "N"))
    known_at, follow = arguments.optional_day("known_at"), followed(arguments, book)
    print_answer(ask(facts, arguments.day("on"), book, known_at=known_at, follow=follow), arguments)
    return 0
