"""``saqta law``: the law as it is encoded."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from importlib import import_module

import msgspec

from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import LANGUAGES, Text
from saqta.channels.cli.arguments import Arguments, read_day
from saqta.channels.cli.output import Page, print_json
from saqta.law.book import Book, OutsideKnownLaw, edition_on, load, wording_on
from saqta.law.differences import ActDifference, differences
from saqta.law.lint import Finding, lint, unverified
from saqta.law.lists import list_items
from saqta.law.shape import Act, Edition, Provision, ReadingFile, Wording, provision_label

_NO_SUCH_ACT = Text(
    ru="Такого акта в книге нет. Есть: {names}",
    kk="Кітапта мұндай акт жоқ. Барлары: {names}",
    en="The book has no such act. It has: {names}",
)
_NO_SUCH_PROVISION = Text(
    ru="Такой нормы в книге нет. Есть: {names}",
    kk="Кітапта мұндай норма жоқ. Барлары: {names}",
    en="The book has no such provision. It has: {names}",
)
_NOT_YET = Text(
    ru="В этот день акт ещё не действовал или его редакция нам не известна. Первая известная: {day}.",
    kk="Бұл күні акт әлі қолданылмаған немесе оның редакциясы бізге белгісіз. Алғашқы белгілісі: {day}.",
    en="On this day the act was not yet in force, or its edition is not known. The first known one: {day}.",
)
_NO_SUCH_READING = Text(
    ru="Такого открытого вопроса нет. Есть: {names}",
    kk="Мұндай ашық мәселе жоқ. Барлары: {names}",
    en="There is no such open question. There are: {names}",
)
_CLEAN = Text(
    ru="Ошибок нет. Записей, не проверенных по тексту закона: {count}.",
    kk="Қате жоқ. Заң мәтіні бойынша тексерілмеген жазбалар: {count}.",
    en="No errors. Entries not verified in the text of the law: {count}.",
)
_EDITION = Text(
    ru="Редакция, действующая с {day}: {made_by}",
    kk="{day} күнінен бастап қолданыстағы редакция: {made_by}",
    en="The edition in force from {day}: {made_by}",
)
_PROVISIONS = Text(ru="Нормы", kk="Нормалар", en="Provisions")
_LIST = Text(ru="Официальный перечень", kk="Ресми тізбе", en="The official list (in Russian)")
_NOT_IN_FORCE = Text(ru="в этот день не действует", kk="бұл күні қолданылмайды", en="not in force on this day")
_UNVERIFIED = Text(ru="не проверено", kk="тексерілмеген", en="unverified")
_SAME_EDITION = Text(
    ru="В оба дня действует одна редакция.",
    kk="Екі күнде де бір редакция қолданыста.",
    en="One edition is in force on both days.",
)
_SAME_LIST = Text(
    ru="Перечни двух редакций напечатаны по-разному, но по существу одинаковы: {count} пунктов и подпунктов совпадают.",
    kk="Екі редакцияның тізбелері әртүрлі басылған, бірақ мәні бірдей: {count} тармақ пен тармақша сәйкес келеді.",
    en="The two lists are printed differently and are equal in substance: {count} items and sub-items agree.",
)
_OTHER_LIST = Text(
    ru="Перечни различаются: {names}", kk="Тізбелер ерекшеленеді: {names}", en="The lists differ: {names}"
)
_NO_CHANGE = Text(
    ru="Из записанных норм ничего не изменилось.",
    kk="Жазылған нормалардан ештеңе өзгермеген.",
    en="None of the encoded provisions changed.",
)
_CHANGES = {
    "entered": Text(ru="введено", kk="енгізілді", en="entered into force"),
    "ended": Text(ru="прекратило действие", kk="қолданысын тоқтатты", en="ended"),
    "changed": Text(ru="изменено", kk="өзгерді", en="changed"),
}
_FOLLOWED = Text(ru="принято", kk="қабылданған", en="followed")
_SWITCH = Text(ru="можно переключить", kk="ауыстыруға болады", en="can be switched")


def run(arguments: Arguments) -> int:
    actions: dict[str, Callable[[Arguments, Book], int]] = {
        "lint": _lint,
        "show": _show,
        "diff": _diff,
        "readings": _readings,
        "compare": _compare,
    }
    return actions[arguments.action](arguments, load())


def _compare(arguments: Arguments, book: Book) -> int:
    """Loaded for itself, because it proves what it says and so needs a solver."""
    comparison = import_module("saqta.channels.cli.law_compare")
    return int(comparison.run(arguments, book))


class LintReport(msgspec.Struct, frozen=True):
    """The outcome of checking the law data."""

    valid: bool
    findings: tuple[Finding, ...]
    unverified: tuple[Finding, ...]


def _lint(arguments: Arguments, book: Book) -> int:
    findings, open_entries = lint(book), unverified(book)
    if arguments.as_json:
        print_json(LintReport(not findings, tuple(findings), tuple(open_entries)))
    else:
        page = Page(arguments.language)
        for finding in findings:
            page.say(f"{finding.where}: {finding.text}")
        if not findings:
            page.say(_CLEAN.fill(count=str(len(open_entries))))
        page.table([(found.where, found.text) for found in open_entries])
    return 1 if findings else 0


class ShownProvision(msgspec.Struct, frozen=True):
    """A provision as it stands on a day; ``official`` is the official text where we hold it."""

    path: str
    label: Text
    in_force: bool
    wording: Wording | None
    official: str | None = None


class ShownAct(msgspec.Struct, frozen=True):
    """An act as it stands on a day."""

    act: str
    akn: str
    number: str
    title: Text
    url: str
    on: date
    edition: Edition
    edition_from: date
    provisions: tuple[ShownProvision, ...]


def _show(arguments: Arguments, book: Book) -> int:
    act = find_act(book, arguments.act)
    on = arguments.day("on")
    try:
        edition = edition_on(act, on)
    except OutsideKnownLaw:
        text = _NOT_YET.fill(day=day_text(act.editions[0].entry.day))
        raise Refused(Fault("not-in-force", text, "--on")) from None
    official = {item.path: item.text for item in list_items(book.list_text(edition))} if edition.text else {}
    chosen = find_provisions(act, arguments.provision) if arguments.provision else act.provisions
    shown = tuple(
        ShownProvision(found.path, provision_label(found.path), wording is not None, wording, official.get(found.path))
        for found in chosen
        for wording in [wording_on(found, on)]
    )
    whole = ShownAct(act.id, act.akn, act.number, act.title, act.url, on, edition, edition.entry.day, shown)
    if arguments.as_json:
        print_json(whole)
    else:
        _print_act(whole, Page(arguments.language))
    return 0


def _print_act(shown: ShownAct, page: Page) -> None:
    page.say(shown.title)
    page.say(f"№ {shown.number} · {shown.act} · {shown.url}")
    page.say(_EDITION.fill(day=day_text(shown.edition_from), made_by=shown.edition.made_by))
    page.say(shown.edition.summary)
    page.heading(_PROVISIONS)
    for provision in shown.provisions:
        label = provision.label.in_language(page.language)
        if provision.wording is None:
            page.say(f"{label}: {_NOT_IN_FORCE.in_language(page.language)}", indent=2)
            continue
        mark = f" [{_UNVERIFIED.in_language(page.language)}]" if provision.wording.confidence == "low" else ""
        page.say(f"{label}{mark}: {provision.wording.summary.in_language(page.language)}", indent=2)
        if provision.official:
            page.say(f"{_LIST.in_language(page.language)}: {provision.official}", indent=6)


class ShownDifference(msgspec.Struct, frozen=True):
    """What changed in an act between two days."""

    act: str
    before: date
    after: date
    edition_before: date | None
    edition_after: date | None
    provisions: tuple[ProvisionDifference, ...]
    lists_equal_in_text: bool | None
    lists_equal_in_substance: bool | None
    lists_changed: tuple[str, ...]


class ProvisionDifference(msgspec.Struct, frozen=True):
    path: str
    label: Text
    kind: str
    before: Wording | None
    after: Wording | None


def _diff(arguments: Arguments, book: Book) -> int:
    act = find_act(book, arguments.act)
    before, after = read_day(arguments.before, "before"), read_day(arguments.after, "after")
    found = differences(book, act, before, after)
    if arguments.as_json:
        print_json(_shown_difference(found, before, after))
    else:
        _print_difference(found, Page(arguments.language), book)
    return 0


def _shown_difference(found: ActDifference, before: date, after: date) -> ShownDifference:
    return ShownDifference(
        found.act.id,
        before,
        after,
        found.before.entry.day if found.before else None,
        found.after.entry.day if found.after else None,
        tuple(
            ProvisionDifference(change.path, provision_label(change.path), change.kind, change.before, change.after)
            for change in found.provisions
        ),
        found.lists.same_text if found.lists else None,
        found.lists.same_substance if found.lists else None,
        found.lists.changed if found.lists else (),
    )


def _print_difference(found: ActDifference, page: Page, book: Book) -> None:
    page.say(found.act.title)
    for edition in dict.fromkeys((found.before, found.after)):
        if edition is not None:
            page.say(_EDITION.fill(day=day_text(edition.entry.day), made_by=edition.made_by), indent=2)
    if found.before == found.after:
        page.say(_SAME_EDITION)
    if found.lists is not None and found.after is not None:
        count = str(len(list_items(book.list_text(found.after))))
        names = ", ".join(found.lists.changed)
        page.say(_SAME_LIST.fill(count=count) if found.lists.same_substance else _OTHER_LIST.fill(names=names))
    if not found.provisions:
        page.say(_NO_CHANGE)
    for change in found.provisions:
        label = provision_label(change.path).in_language(page.language)
        page.say(f"{label}: {_CHANGES[change.kind].in_language(page.language)}", indent=2)
        if change.before is not None:
            page.say(f"− {change.before.summary.in_language(page.language)}", indent=6)
        if change.after is not None:
            page.say(f"+ {change.after.summary.in_language(page.language)}", indent=6)


def _readings(arguments: Arguments, book: Book) -> int:
    readings = sorted(book.readings.values(), key=lambda reading: int(reading.id[1:]))
    if arguments.reading:
        readings = [reading for reading in readings if reading.id == arguments.reading.upper()]
        if not readings:
            raise _unknown("no-such-reading", _NO_SUCH_READING, list(book.readings))
    if arguments.as_json:
        print_json(readings)
        return 0
    page = Page(arguments.language)
    for reading in readings:
        _print_reading(reading, page, whole=arguments.reading is not None)
    return 0


def _print_reading(reading: ReadingFile, page: Page, *, whole: bool) -> None:
    page.say(f"{reading.id}. {reading.question.in_language(page.language)}")
    for option in reading.options:
        is_followed = option.id == reading.followed
        if not (whole or is_followed):
            continue
        marks = [_FOLLOWED.in_language(page.language)] if is_followed else []
        marks += [_SWITCH.in_language(page.language)] if option.encoded and not is_followed else []
        mark = f" [{', '.join(marks)}]" if marks else ""
        page.say(f"{option.id}{mark}: {option.text.in_language(page.language)}", indent=4)
    if whole:
        page.say(reading.because, indent=4)
        page.say(reading.source, indent=4)


def find_act(book: Book, name: str) -> Act:
    """An act by its identifier or its number, in any letter case."""
    wanted = name.casefold()
    acts = [book.act(act_id) for act_id in book.act_ids]
    for act in acts:
        if wanted in (act.id.casefold(), act.number.casefold()):
            return act
    raise _unknown("no-such-act", _NO_SUCH_ACT, [f"{act.id} ({act.number})" for act in acts])


def find_provisions(act: Act, name: str) -> tuple[Provision, ...]:
    """A provision and everything below it, by its path or as people cite it in any of the languages."""
    wanted = _plain(name)
    for provision in act.provisions:
        label = provision_label(provision.path)
        spoken = {_plain(provision.path), *(_plain(label.in_language(language)) for language in LANGUAGES)}
        if wanted in spoken:
            return tuple(other for other in act.provisions if _is_within(other.path, provision.path))
    below = tuple(provision for provision in act.provisions if _is_within(provision.path, name))
    if below:
        return below
    raise _unknown("no-such-provision", _NO_SUCH_PROVISION, [provision.path for provision in act.provisions])


def _is_within(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}__")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _unknown(code: str, text: Text, names: list[str]) -> Refused:
    return Refused(Fault(code, text.fill(names=", ".join(names))))
