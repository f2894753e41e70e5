"""``saqta people``: what the register holds of people besides payments, and of whom it knows too little."""

from __future__ import annotations

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json_list
from saqta.channels.cli.people_shown import show
from saqta.channels.cli.register_documents import ProvisionalPerson
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.opening import register
from saqta.registry.queries import provisional_people

_COUNT = Text(
    ru="Временных записей: {count}. Они станут полными, когда о людях расскажет файл: saqta import people",
    kk="Уақытша жазбалар: {count}. Адамдар туралы файл айтқанда, олар толық болады: saqta import people",
    en="Provisional people: {count}. They become whole once a feed tells of them: saqta import people",
)
_SEXES = {"male": Text(ru="муж.", kk="ер", en="male"), "female": Text(ru="жен.", kk="әйел", en="female")}


def run(arguments: Arguments) -> int:
    with register():
        if arguments.action == "show":
            show(arguments)
            return 0
        actor(Permission.READ_A_PERSON)
        if arguments.as_json:
            print_json_list(
                ProvisionalPerson(who.id, who.birth_date, who.sex, who.since) for who in provisional_people()
            )
            return 0
        page, count = Page(arguments.language), 0
        for who in provisional_people():
            count += 1
            born = "" if who.birth_date is None else who.birth_date.isoformat()
            sex = "" if who.sex is None else _SEXES[who.sex].in_language(page.language)
            since = day_text(day_in_kazakhstan(who.since)).in_language(page.language)
            page.line(f"  {who.id}  {born:10}  {sex:6}  {since}")
        page.say(_COUNT.fill(count=str(count)))
    return 0
