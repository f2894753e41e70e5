"""``saqta entitlement``: is a service free for a person, under which package, and what to do."""

from __future__ import annotations

from importlib import import_module

import msgspec

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.entitlement_answer import print_answer
from saqta.channels.cli.facts import followed, read_facts
from saqta.law.book import load
from saqta.rules.entitlement import ask
from saqta.rules.facts import EntitlementFacts, PersonFacts

_PERSON_TWICE = Text(
    ru="С --iin человека описывает реестр. Оставьте в документе только need, pregnant, facility, insured.",
    kk="--iin берілсе, адамды тізілім сипаттайды. Құжатта тек need, pregnant, facility, insured қалдырыңыз.",
    en="With --iin the register describes the person. Leave only need, pregnant, facility, insured in the document.",
)


def run(arguments: Arguments) -> int:
    book = load()
    answer = ask(
        facts_of(arguments),
        arguments.service,
        arguments.day("on"),
        book,
        known_at=arguments.optional_day("known_at"),
        follow=followed(arguments, book),
    )
    print_answer(answer, arguments)
    return 0


def facts_of(arguments: Arguments) -> EntitlementFacts:
    """The facts document; with a number, the person's part of it out of the register."""
    given = None if arguments.facts is None else read_facts(arguments.facts, EntitlementFacts)
    if arguments.iin is None:
        if given is None:
            raise refused("argument-missing", names="--facts FILE | --iin N", command=arguments.command)
        return given
    said = given or EntitlementFacts()
    if any(getattr(said, name) != getattr(EntitlementFacts(), name) for name in PersonFacts.__struct_fields__):
        raise Refused(Fault("person-given-twice", _PERSON_TWICE, "--facts"))
    register = import_module("saqta.channels.cli.register_status")
    known: PersonFacts = register.facts_by_number(arguments.iin, "entitlement")
    return msgspec.structs.replace(said, **{name: getattr(known, name) for name in PersonFacts.__struct_fields__})
