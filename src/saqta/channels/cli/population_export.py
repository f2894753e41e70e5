"""``saqta population export``: everybody of the register as files to be asked about, without numbers or names."""

from __future__ import annotations

from saqta.access.permissions import Permission
from saqta.basis.numerals import count_text
from saqta.basis.text import Text
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.channels.opening import register
from saqta.law.book import load
from saqta.population.exporting import export_register

_EXPORTING = Text(ru="Люди", kk="Адамдар", en="People")
_EXPORTED = Text(
    ru="Готово. Людей: {people}, частей: {parts}. ИИН, имён и номеров реестра в файлах нет, ключ уничтожен.",
    kk="Дайын. Адамдар: {people}, бөліктер: {parts}. Файлдарда ЖСН, аты-жөн, тізілім нөмірлері жоқ, кілт жойылды.",
    en="Done. People: {people}, partitions: {parts}. No IIN, name or identifier is in the files; the key is destroyed.",
)
_STILL_PEOPLE = Text(
    ru="Это по-прежнему сведения о живых людях: день рождения, регион и платежи. Храните папку как реестр.",
    kk="Бұл бәрібір тірі адамдар туралы мәлімет: туған күні, өңірі, төлемдері. Қалтаны тізілімдей сақтаңыз.",
    en="It still tells of living people: days of birth, regions, payments. Keep the folder as you keep the register.",
)


def run(arguments: Arguments) -> int:
    with register(), progress() as bar:
        actor(Permission.COPY_THE_REGISTER)
        task = bar.add_task(_EXPORTING.in_language(arguments.language), total=None)
        exported = export_register(
            arguments.to, load(), lambda done, total: bar.update(task, completed=done, total=total)
        )
    if arguments.as_json:
        print_json(exported)
        return 0
    page = Page(arguments.language)
    page.say(_EXPORTED.fill(people=count_text(exported.people), parts=str(exported.parts)))
    page.say(_STILL_PEOPLE)
    return 0
