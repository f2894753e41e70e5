"""``saqta verify``: does the register still say what was written into it?"""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.channels.cli.register_documents import Found, Verification
from saqta.channels.opening import register
from saqta.coverage.verify import Finding, findings
from saqta.law.book import load
from saqta.notices.queries import changed_entries

_CHECKING = Text(ru="Проверка", kk="Тексеру", en="Checking")
_SOUND = Text(
    ru="Реестр цел: цепочка журнала, квитанции, статусы и сообщения сходятся.",
    kk="Тізілім бүтін: журнал тізбегі, түбіртектер, мәртебелер мен хабарламалар сәйкес келеді.",
    en="The register is sound: the chain of the journal, the receipts, the statuses and the notices agree.",
)
_FINDINGS = {
    "journal": Text(
        ru="Журнал нарушен у записи {count}.",
        kk="Журнал {count}-жазбада бұзылған.",
        en="The journal is broken at entry {count}.",
    ),
    "receipts": Text(
        ru="Квитанции записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның түбіртектері бекітілгендей емес.",
        en="The receipts of entry {count} are not those that were sealed.",
    ),
    "reads": Text(
        ru="Просмотры записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның қараулары бекітілгендей емес.",
        en="The reads of entry {count} are not those that were sealed.",
    ),
    "notices": Text(
        ru="Сообщение записи {count} не то, что было скреплено.",
        kk="{count}-жазбаның хабарламасы бекітілгендей емес.",
        en="The notice of entry {count} is not the one that was sealed.",
    ),
    "behind": Text(
        ru="Статусы отстают от журнала на {count} записей; повторите saqta import, чтобы их догнать.",
        kk="Мәртебелер журналдан {count} жазбаға артта; қуып жету үшін saqta import пәрменін қайталаңыз.",
        en="The statuses are {count} entries behind the journal; repeat saqta import to let them catch up.",
    ),
    "timeline": Text(
        ru="Статусы не сходятся с пересчётом у {count} чел.",
        kk="{count} адамның мәртебесі қайта есептегенмен сәйкес келмейді.",
        en="The statuses of {count} people differ from those worked out again.",
    ),
}


def run(arguments: Arguments) -> int:
    with register(), progress() as bar:
        task = bar.add_task(_CHECKING.in_language(arguments.language), total=None)
        found = tuple(findings(load(), every=arguments.every, on_progress=lambda count: bar.advance(task, count)))
        found += tuple(Finding("notices", entry) for entry in changed_entries())
    if arguments.as_json:
        print_json(Verification(not found, tuple(Found(finding.what, finding.number) for finding in found)))
    else:
        page = Page(arguments.language)
        for finding in found:
            page.say(_FINDINGS[finding.what].fill(count=str(finding.number)))
        if not found:
            page.say(_SOUND)
    return 1 if found else 0
