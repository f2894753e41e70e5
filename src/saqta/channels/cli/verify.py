"""``saqta verify``: does the register still say what was written into it?"""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.progress import progress
from saqta.channels.cli.register_documents import Found, Verification
from saqta.channels.opening import register

# isort: split
# Rooms that store rows are importable once the register's settings are known.
from saqta.access import watching
from saqta.care import queries as plans
from saqta.corrections import queries as corrections
from saqta.coverage.verify import Finding, findings
from saqta.journal.one_moment import one_moment
from saqta.journal.queries import last_seal
from saqta.law.book import load
from saqta.notices import queries as notices
from saqta.orders import queries as orders
from saqta.orders import time_stamps
from saqta.oversight import verify as inspections
from saqta.personal import asking as questions

_CHECKING = Text(ru="Проверка", kk="Тексеру", en="Checking")
_SOUND = Text(
    ru="Реестр цел: цепочка журнала, квитанции, статусы, сообщения и планы сходятся.",
    kk="Тізілім бүтін: журнал тізбегі, түбіртектер, мәртебелер, хабарламалар мен жоспарлар сәйкес келеді.",
    en="The register is sound: the chain of the journal, the receipts, the statuses, the notices and the plans agree.",
)
_SEAL = Text(
    ru="Печать журнала: {seal}. Запишите её в другом месте и сверьте позже: saqta verify --seal ПЕЧАТЬ",
    kk="Журналдың мөрі: {seal}. Оны басқа жерге жазып алып, кейін салыстырыңыз: saqta verify --seal МӨР",
    en="The seal of the journal: {seal}. Note it elsewhere and compare later: saqta verify --seal SEAL",
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
    "statements": Text(
        ru="Категории, прикрепления или представительства записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның санаттары, тіркелулері не өкілдіктері бекітілгендей емес.",
        en="The categories, clinics or representations of entry {count} are not those that were sealed.",
    ),
    "seal": Text(
        ru="В цепочке журнала нет печати, записанной ранее: журнал переписан целиком или это другой реестр.",
        kk="Журнал тізбегінде бұрын жазып алынған мөр жоқ: журнал түгел қайта жазылған не бұл — басқа тізілім.",
        en="The chain lacks the seal noted earlier: the journal was written anew, or this is another register.",
    ),
    "notices": Text(
        ru="Сообщение записи {count} не то, что было скреплено.",
        kk="{count}-жазбаның хабарламасы бекітілгендей емес.",
        en="The notice of entry {count} is not the one that was sealed.",
    ),
    "corrections": Text(
        ru="Поправка, решение по ней или документ записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның түзетуі, ол бойынша шешім не құжат бекітілгендей емес.",
        en="The correction of entry {count}, its decision or its document is not the one that was sealed.",
    ),
    "watching": Text(
        ru="Названные близкие или выводы о просмотрах записи {count} не те, что были скреплены.",
        kk="{count}-жазбада аталған жақындар не қараулар туралы қорытындылар бекітілгендей емес.",
        en="The ties, or what was found out about looks, of entry {count} are not those that were sealed.",
    ),
    "plans": Text(
        ru="План анестезии или согласие записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның анестезия жоспары не келісімі бекітілгендей емес.",
        en="The anaesthesia plan or the consent of entry {count} is not the one that was sealed.",
    ),
    "inspections": Text(
        ru="Проверки, кампании или обращения записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның тексерулері, науқандары не өтініштері бекітілгендей емес.",
        en="The inspections, campaigns or complaints of entry {count} are not those that were sealed.",
    ),
    "out-of-step": Text(
        ru="Не там, куда привели их шаги, стоят проверки: {count}.",
        kk="Қадамдары жеткізген жерде тұрмаған тексерулер: {count}.",
        en="Inspections that do not stand where their steps led: {count}.",
    ),
    "orders": Text(
        ru="Заказы или справки записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның тапсырыстары не анықтамалары бекітілгендей емес.",
        en="The orders or certificates of entry {count} are not those that were sealed.",
    ),
    "time-stamps": Text(
        ru="Метка времени записи {count} — не об этом ответе шлюзу, или её подпись неверна.",
        kk="{count}-жазбаның уақыт белгісі шлюзге берілген осы жауап туралы емес не оның қолтаңбасы дұрыс емес.",
        en="The time-stamp of entry {count} is not about this answer to the gateway, or its signature is wrong.",
    ),
    "questions": Text(
        ru="Вопросы людей или ответы на них записи {count} не те, что были скреплены.",
        kk="{count}-жазбаның адамдар сұрақтары не оларға жауаптар бекітілгендей емес.",
        en="The questions of people or the answers to them of entry {count} are not those that were sealed.",
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
_CHANGED = (
    ("notices", notices.changed_entries),
    ("orders", orders.changed_entries),
    ("time-stamps", time_stamps.wrong_time_stamps),
    ("questions", questions.changed_entries),
    ("corrections", corrections.changed_entries),
    ("watching", watching.changed_entries),
    ("plans", plans.changed_entries),
    ("inspections", inspections.changed_entries),
)
"""What is compared with the journal, and by whom."""


def run(arguments: Arguments) -> int:
    # What comes in while this looks is not looked at: half of it would look like damage.
    with register(), one_moment(), progress() as bar:
        task = bar.add_task(_CHECKING.in_language(arguments.language), total=None)
        checked = findings(
            load(), every=arguments.every, seal=arguments.seal, on_progress=lambda count: bar.advance(task, count)
        )
        found = tuple(checked)
        found += tuple(Finding(code, entry) for code, changed in _CHANGED for entry in changed())
        astray = sum(1 for _ in inspections.out_of_step())
        found += (Finding("out-of-step", astray),) if astray else ()
        seal = last_seal()
    if arguments.as_json:
        print_json(Verification(not found, tuple(Found(finding.what, finding.number) for finding in found), seal))
    else:
        page = Page(arguments.language)
        for finding in found:
            page.say(_FINDINGS[finding.what].fill(count=str(finding.number)))
        if not found:
            page.say(_SOUND)
        page.say(_SEAL.fill(seal=seal))
    return 1 if found else 0
