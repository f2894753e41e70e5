"""``saqta clinics``: finding a clinic, and its public card."""

from __future__ import annotations

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.arguments import refused as argument_refused
from saqta.channels.cli.output import Page, print_json
from saqta.channels.clinic_wording import ANAESTHESIA, CONTRACT, PACKAGES, WORDS
from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.channels.clinic_cards import clinic_shown
from saqta.channels.posters import poster
from saqta.clinics.asking import how_many, identifier, point
from saqta.clinics.documents import ClinicFound, ClinicsFound, ClinicShown
from saqta.clinics.finding import Asked, find
from saqta.law.book import load
from saqta.oversight.card import clinic_card


def run(arguments: Arguments) -> int:
    with register():
        if arguments.action == "find":
            _print_found(_found(arguments), arguments)
        else:
            _show(arguments)
    return 0


def _found(arguments: Arguments) -> ClinicsFound:
    return find(
        Asked(
            on=arguments.day("on"),
            text=" ".join(arguments.given.words),
            region=arguments.region,
            service=arguments.service,
            contract=None if arguments.contract is None else arguments.contract == "yes",
            near=None if arguments.near is None else point(arguments.near, "--near"),
            limit=20 if arguments.limit is None else how_many(arguments.limit, "--limit"),
        ),
        load(),
    )


def _print_found(found: ClinicsFound, arguments: Arguments) -> None:
    if arguments.as_json:
        print_json(found)
        return
    page = Page(arguments.language)
    if not found.clinics:
        page.say(WORDS["nothing-found"])
    elif found.unheard:
        page.say(WORDS["unheard"])
    for clinic in found.clinics:
        _print_one(clinic, page)
    if found.more:
        page.say(WORDS["more"])


def _print_one(clinic: ClinicFound, page: Page) -> None:
    away = ""
    if clinic.metres is not None:
        away = " · " + WORDS["away"].fill(km=f"{clinic.metres / 1000:.1f}").in_language(page.language)
    page.line(f"{clinic.name}{away}")
    page.say(f"{clinic.region.name.in_language(page.language)}, {clinic.address}", indent=2)
    page.say(CONTRACT[clinic.contract], indent=2)
    page.line(f"  {clinic.id}")


def _show(arguments: Arguments) -> None:
    book = load()
    shown = clinic_shown(clinic_card(identifier(arguments.id, "ID"), arguments.day("on"), book), book)
    if arguments.poster is not None:
        if arguments.site is None:
            raise argument_refused("argument-value", names="--site", command="clinics show")
        arguments.poster.write_text(poster(shown, arguments.site), encoding="utf-8")
    if arguments.as_json:
        print_json(shown)
    else:
        _print_card(shown, Page(arguments.language))


def _print_card(card: ClinicShown, page: Page) -> None:
    language = page.language
    page.line(card.name)
    page.say(f"{card.region.name.in_language(language)}, {card.address}")
    page.line(f"{WORDS['bin'].in_language(language)} {card.bin}")
    page.heading(WORDS["may-do"])
    page.table(
        [
            (
                activity.name.in_language(language),
                WORDS["in-force" if activity.in_force else "not-in-force"].in_language(language),
                f"{activity.licence}  [{activity.start}, {activity.until or '…'})",
            )
            for activity in card.activities
        ]
    )
    page.say(ANAESTHESIA[card.anaesthesia], indent=2)
    if card.care:
        page.heading(WORDS["free-here"])
        page.table(
            [
                (care.name.in_language(language), PACKAGES[care.package].in_language(language), f"< {care.until}")
                for care in card.care
            ]
        )
        page.say(WORDS["free-for-whom"], indent=2)
    if card.specialists:
        page.heading(WORDS["specialists"])
        page.table([(who.field.in_language(language), str(who.count)) for who in card.specialists])
    page.heading(WORDS["inspections"])
    for said in _about_inspections(card):
        page.say(said, indent=2, bullet="*")
    page.heading(WORDS["not-known"])
    for unknown in card.unknown:
        page.say(unknown, indent=2, bullet="*")
    page.say(WORDS["as-of"].fill(day=day_text(card.on)))


def _about_inspections(card: ClinicShown) -> list[Text]:
    told = [inspection.says for inspection in card.inspections]
    told += [measure.title for measure in card.measures]
    return told or [WORDS["no-inspections"]]
