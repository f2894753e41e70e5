"""What all answers have in common on paper: reasons with their articles, open questions, seals."""

from __future__ import annotations

from collections.abc import Iterable

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.cli.output import Page
from saqta.rules.answer import Missing, Quotation, ReadingUsed, Reason

WHY = Text(ru="Почему", kk="Неге", en="Why")
BASIS = Text(ru="На чём это основано", kk="Бұл неге негізделген", en="The law behind it")
READINGS = Text(
    ru="Открытые вопросы закона, от которых зависит ответ",
    kk="Жауап байланысты заңның ашық мәселелері",
    en="Open questions of the law that the answer rests on",
)
MISSING = Text(ru="Чего не хватает", kk="Не жетіспейді", en="What is missing")
EDITION = Text(
    ru="{title}, {label} — редакция, действующая с {day}",
    kk="{title}, {label} — {day} күнінен бастап қолданыстағы редакция",
    en="{title}, {label}: the edition in force from {day}",
)
WHOLE_ACT = Text(
    ru="{title} — редакция, действующая с {day}",
    kk="{title} — {day} күнінен бастап қолданыстағы редакция",
    en="{title}: the edition in force from {day}",
)
OTHERWISE = Text(
    ru="При ином прочтении («{text}») ответ был бы: {verdict}.",
    kk="Басқаша түсінгенде («{text}») жауап: {verdict}.",
    en="Read otherwise (“{text}”) the answer would be: {verdict}.",
)
VERDICTS = {
    "yes": Text(ru="да", kk="иә", en="yes"),
    "no": Text(ru="нет", kk="жоқ", en="no"),
    "depends": Text(ru="зависит от неизвестного", kk="белгісіз деректерге байланысты", en="depends on what is unknown"),
    "undetermined": Text(ru="сказать нельзя", kk="айту мүмкін емес", en="cannot be told"),
}


def print_reasons(page: Page, reasons: Iterable[Reason], citations: Iterable[Quotation]) -> None:
    labels = {f"{found.act} {found.provision}".strip(): found.label for found in citations}
    page.heading(WHY)
    for reason in reasons:
        page.say(reason.text, indent=2, bullet="•")
        cited = "; ".join(labels[key].in_language(page.language) for key in reason.cites)
        page.say(f"({cited})", indent=4)


def print_missing(page: Page, missing: Iterable[Missing]) -> None:
    listed = [(fact.fact, fact.text.in_language(page.language)) for fact in missing]
    if listed:
        page.heading(MISSING)
        page.table(listed)


def print_readings(page: Page, readings: Iterable[ReadingUsed]) -> None:
    listed = list(readings)
    if not listed:
        return
    page.heading(READINGS)
    for reading in listed:
        page.say(f"{reading.id}. {reading.question.in_language(page.language)}", indent=2)
        page.say(reading.text, indent=6)
        for other in reading.alternatives:
            page.say(OTHERWISE.fill(text=other.text, verdict=VERDICTS[other.verdict]), indent=6)


def print_law(page: Page, citations: Iterable[Quotation]) -> None:
    page.heading(BASIS)
    for found in citations:
        values = {"title": found.title, "day": day_text(found.edition)}
        said = EDITION.fill(label=found.label, **values) if found.provision else WHOLE_ACT.fill(**values)
        page.say(said, indent=2, bullet="•")
        if found.says is not None:
            page.say(found.says, indent=4)
        page.line(f"    {found.url}")


def print_seals(page: Page, *seals: tuple[str, str]) -> None:
    page.line()
    page.table([(name, digest) for name, digest in seals], indent=0)
