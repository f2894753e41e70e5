"""``saqta inspections risk``: which clinic to inspect next, and why, line by line."""

from __future__ import annotations

from uuid import UUID

from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.basis.regions import REGIONS
from saqta.basis.text import Text, same
from saqta.channels.cli.acting import actor
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.figures import planning_wording as say
from saqta.figures.next_clinics import next_clinics, score_of
from saqta.figures.planning import NoWeights, ScoredClinic, weights_on

_NO_WEIGHTS = Text(
    ru="На этот день весовых коэффициентов нет.", kk="Бұл күнге салмақтар жоқ.", en="There are no weights for this day."
)
_NO_SUCH_CLINIC = Text(
    ru="Такой клиники в реестре нет.", kk="Тізілімде мұндай клиника жоқ.", en="The register holds no such clinic."
)
_NO_SUCH_REGION = Text(
    ru="Такого региона нет. Назовите его, например «Астана», или первые две цифры его кода.",
    kk="Мұндай өңір жоқ. Атауын, мысалы «Астана», немесе кодының алғашқы екі цифрын беріңіз.",
    en="There is no such region. Give its name, such as Astana, or the first two digits of its code.",
)


def run(arguments: Arguments) -> int:
    on, region = arguments.day("on"), _region(arguments.given.region)
    with register():
        by = actor(Permission.READ_INSPECTIONS)
        require(by, Permission.READ_INSPECTIONS, region=f"{region}0000000" if region else None)
        try:
            found = _found(arguments, region)
        except NoWeights:
            raise Refused(Fault("no-weights", _NO_WEIGHTS, "--on")) from None
    if arguments.as_json:
        print_json(found)
        return 0
    page, weights = Page(arguments.language), weights_on(on)
    page.say(say.TITLE.fill(day=day_text(on)))
    page.say(say.NOT_A_VERDICT)
    page.say(say.WEIGHTS.fill(source=weights.source, day=day_text(weights.start)))
    for scored in found:
        _print(page, scored)
    if not found:
        page.say(say.NOBODY)
    return 0


def _found(arguments: Arguments, region: str) -> tuple[ScoredClinic, ...]:
    on = arguments.day("on")
    if arguments.given.clinic is None:
        return next_clinics(on, most=arguments.given.most, region=region)
    try:
        scored = score_of(UUID(arguments.given.clinic), on)
    except ValueError:
        scored = None
    if scored is None:
        raise Refused(Fault("no-such-clinic", _NO_SUCH_CLINIC, "--clinic"))
    return (scored,)


def _region(typed: str | None) -> str:
    """The first two digits of a region that was named, or nothing for the whole country."""
    if typed is None:
        return ""
    for region in REGIONS:
        if typed in (region.prefix, region.code, region.name.ru, region.name.kk, region.name.en):
            return region.prefix
    raise Refused(Fault("no-such-region", _NO_SUCH_REGION, "--region"))


def _print(page: Page, scored: ScoredClinic) -> None:
    points = say.POINTS.fill(points=str(scored.score.points)).in_language(page.language)
    page.heading(same(f"{points} — {scored.name}, {scored.address} ({scored.clinic})"))
    for line in scored.score.lines:
        page.say(say.LINE.fill(points=str(line.points), says=line.says), indent=2)
