"""``saqta status``: is a person insured on a day."""

from __future__ import annotations

from importlib import import_module

from saqta.channels.cli.arguments import Arguments, refused
from saqta.channels.cli.facts import followed, read_facts
from saqta.channels.cli.insured_answer import print_answer
from saqta.law.book import load
from saqta.rules.facts import PersonFacts
from saqta.rules.status import ask


def run(arguments: Arguments) -> int:
    if arguments.payments:
        from_files = import_module("saqta.channels.cli.status_from_files")
        return int(from_files.run(arguments))
    if arguments.facts is None and arguments.iin is not None:
        from_register = import_module("saqta.channels.cli.register_status")
        return int(from_register.run(arguments))
    if arguments.facts is None:
        raise refused("argument-missing", names="--facts FILE", command="status")
    book = load()
    answer = ask(
        read_facts(arguments.facts, PersonFacts),
        arguments.day("on"),
        book,
        known_at=arguments.optional_day("known_at"),
        follow=followed(arguments, book),
    )
    print_answer(answer, arguments)
    return 0
