"""How a notice is shown, and where it is read from."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module

import msgspec

from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.channels.cli.output import Page
from saqta.channels.clock import now
from saqta.notices.records import Announcement, Notice, Verdict
from saqta.notices.shipped import shipped
from saqta.settings import SAQTA_KEYS

_VERDICTS: dict[Verdict, Text] = {
    "true": Text(ru="Правда", kk="Рас", en="True"),
    "false": Text(ru="Неправда", kk="Рас емес", en="False"),
    "partly": Text(ru="Отчасти правда", kk="Ішінара рас", en="Partly true"),
}
_CLAIM = Text(ru="Говорят: {claim}", kk="Ел арасында айтылып жүр: {claim}", en="People say: {claim}")
_SINCE = Text(
    ru="С {day}. Источник: {source}",
    kk="Басталған күні: {day}. Дереккөз: {source}",
    en="From {day}. Source: {source}",
)
_UNTIL = Text(ru="Перестаёт действовать {day}.", kk="Тоқтаған күні: {day}.", en="No longer stands on {day}.")


class ShownNotice(msgspec.Struct, frozen=True):
    """A notice for programs."""

    number: int
    published: bool
    says: Announcement
    drafted_by: str | None
    drafted_at: datetime | None
    approved_by: str | None
    approved_at: datetime | None
    opens_at: datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None


def every_version(key: str | None = None) -> tuple[Notice, ...]:
    """All versions: those of the register where there is one, else those that ship with the product."""
    if SAQTA_KEYS.exists():
        kept: tuple[Notice, ...] = import_module("saqta.channels.cli.notices_kept").kept(key)
        return kept
    return tuple(notice for notice in shipped() if key in (None, notice.says.key))


def every_version_now() -> tuple[Notice, ...]:
    """The same as everybody can see them now: what is approved for later is not published yet."""
    return tuple(notice.as_of(now()) for notice in every_version())


def shown(notice: Notice) -> ShownNotice:
    return ShownNotice(
        notice.number,
        notice.is_published,
        notice.says,
        notice.drafted_by,
        notice.drafted_at,
        notice.approved_by,
        notice.approved_at,
        notice.opens_at,
        notice.withdrawn_by,
        notice.withdrawn_at,
    )


def print_notice(page: Page, notice: Notice) -> None:
    """What is claimed, whether it is so, what is true and who says so."""
    says = notice.says
    page.say(_CLAIM.fill(claim=says.claim), indent=2)
    page.say(f"{_VERDICTS[says.verdict].in_language(page.language)}. {says.truth.in_language(page.language)}", indent=2)
    source = says.source.publisher.in_language(page.language)
    if says.source.published_on is not None:
        source += f", {day_text(says.source.published_on).in_language(page.language)}"
    page.say(_SINCE.fill(day=day_text(says.since), source=source), indent=2)
    if says.source.address is not None:
        page.line(f"  {says.source.address}")
    if says.until is not None:
        page.say(_UNTIL.fill(day=day_text(says.until)), indent=2)
