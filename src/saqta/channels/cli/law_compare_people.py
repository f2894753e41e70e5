"""Whom ``saqta law compare`` is asked about: a person of the register, or the invented people of the demonstration."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.conf import settings

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.register_status import facts_by_number
from saqta.coverage.demo import PEOPLE, has_demo
from saqta.rules.facts import EntitlementFacts, PersonFacts

_NO_DEMO = Text(
    ru="Этот реестр — не демонстрационный. Создать его: saqta prepare --demo",
    kk="Бұл тізілім көрсетуге арналмаған. Оны жасау: saqta prepare --demo",
    en="This register is not that of the demonstration. To make it: saqta prepare --demo",
)


def people_asked_about(arguments: Arguments) -> Iterator[tuple[Text | None, EntitlementFacts]]:
    """The facts that the register holds of each, with the story of whoever is invented."""
    if arguments.iin is not None:
        yield None, _facts(arguments.iin)
        return
    if not has_demo(settings.SAQTA_HOME):
        raise Refused(Fault("no-demo", _NO_DEMO, "--demo"))
    for person in PEOPLE:
        yield person.story, _facts(person.number)


def _facts(number: str) -> EntitlementFacts:
    known: PersonFacts = facts_by_number(number, "law compare")
    return EntitlementFacts(**{name: getattr(known, name) for name in msgspec.structs.asdict(known)})
