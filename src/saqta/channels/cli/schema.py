"""``saqta schema``: the published JSON Schemas."""

from __future__ import annotations

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.schemas import SCHEMAS, schema

_NO_SUCH_SCHEMA = Text(
    ru="Такой схемы нет. Есть: {names}",
    kk="Мұндай схема жоқ. Барлары: {names}",
    en="There is no such schema. There are: {names}",
)


def run(arguments: Arguments) -> int:
    names = ", ".join(SCHEMAS)
    if arguments.name is None:
        Page(arguments.language).say(names)
    elif arguments.name in SCHEMAS:
        print_json(schema(arguments.name))
    else:
        raise Refused(Fault("no-such-schema", _NO_SUCH_SCHEMA.fill(names=names)))
    return 0
