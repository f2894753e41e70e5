"""What all answers have in common on paper: reasons with their articles, open questions, seals."""

from __future__ import annotations

from collections.abc import Iterable

from saqta.basis.days import day_text
from saqta.basis.money import Money
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
    ru="{what} — редакция, действующая с {day}",
    kk="{what} — {day} күнінен бастап қолданыстағы редакция",
    en="{what}: the edition in force from {day}",
)
UNVERIFIED = Text(
    ru="Не проверено по официальному тексту.",
    kk="Ресми мәтін бойынша тексерілмеген.",
    en="Not verified in an official text.",
)
OTHERWISE = Text(
    ru="При ином прочтении («{text}») ответ был бы: {verdict}.",
    kk="Басқаша түсінгенде («{text}») жауап: {verdict}.",
    en="Read otherwise (“{text}”) the answer would be: {verdict}.",
)
OTHER_SUM = Text(
    ru="При ином прочтении («{text}») к уплате было бы {total}.",
    kk="Басқаша түсінгенде («{text}») төлеуге тиіс сома — {total}.",
    en="Read otherwise (“{text}”) {total} would be due.",
)
VERDICTS = {
    "yes": Text(ru="да", kk="иә", en="yes"),
    "no": Text(ru="нет", kk="жоқ", en="no"),
    "depends": Text(ru="зависит от неизвестного", kk="белгісіз деректерге байланысты", en="depends on what is unknown"),
    "undetermined": Text(ru="сказать нельзя", kk="айту мүмкін емес", en="cannot be told"),
}


def print_reasons(page: Page, reasons: Iterable[Reason], citations: Iterable[Quotation]) -> None:
    found = {f"{citation.act} {citation.provision}".strip(): citation for citation in citations}
    page.heading(WHY)
    for reason in reasons:
        page.say(reason.text, indent=2, bullet="•")
        page.say(_by_act([found[key] for key in reason.cites], page), indent=4)


def _by_act(citations: Iterable[Quotation], page: Page) -> str:
    """``Health Insurance Law, art. 5 para. 3, art. 26 para. 1; Payment Rules (order 478)``."""
    acts: dict[str, list[str]] = {}
    for citation in citations:
        labels = acts.setdefault(citation.short_title.in_language(page.language), [])
        if citation.provision:
            labels.append(citation.label.in_language(page.language))
    return "; ".join(", ".join([act, *labels]) for act, labels in acts.items())


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
            if other.total is not None and other.verdict == "yes":
                page.say(OTHER_SUM.fill(text=other.text, total=Money.tenge(other.total).text()), indent=6)
            else:
                page.say(OTHERWISE.fill(text=other.text, verdict=VERDICTS[other.verdict]), indent=6)


def print_law(page: Page, citations: Iterable[Quotation]) -> None:
    page.heading(BASIS)
    for found in citations:
        said = EDITION.fill(what=_by_act([found], page), day=day_text(found.edition))
        page.say(said, indent=2, bullet="•")
        if found.says is not None:
            page.say(found.says, indent=4)
        if not found.verified:
            page.say(UNVERIFIED, indent=4)
        page.line(f"    {found.url}")


def print_seals(page: Page, *seals: tuple[str, str]) -> None:
    page.line()
    page.table([(name, digest) for name, digest in seals], indent=0)
