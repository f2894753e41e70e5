"""The three ways to free dental care, and what nobody pays for: what each is called and which services stand on it, the
same on the pages and in the chat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from saqta.basis.text import Text
from saqta.law.services import Service

_DENTAL = ("dental", "dental_prevention")


class Track(NamedTuple):
    """One way, and whether a service stands on it."""

    title: Text
    says: Text
    holds: Callable[[Service], bool]


TRACKS: Mapping[str, Track] = {
    "urgent": Track(
        Text(ru="Болит, опухло, травма", kk="Ауырады, ісінген, жарақат", en="Pain, swelling, an injury"),
        Text(
            ru="Идите сегодня в любую стоматологию с договором Фонда; направление не нужно.",
            kk="Бүгін Қормен шарты бар кез келген стоматологияға барыңыз; жолдама қажет емес.",
            en="Go today to any dental clinic with a contract with the Fund; no referral is needed.",
        ),
        lambda one: one.care in _DENTAL and one.form in ("urgent", "either"),
    ),
    "planned": Track(
        Text(ru="Плановое лечение", kk="Жоспарлы емдеу", en="Planned treatment"),
        Text(
            ru="Детям до 18 лет, беременным и людям из перечня категорий.",
            kk="18 жасқа дейінгі балаларға, жүкті әйелдерге және санаттар тізбесіндегі адамдарға.",
            en="For children under 18, pregnant women and people on the list of categories.",
        ),
        lambda one: one.care in _DENTAL and one.form in ("planned", "either"),
    ),
    "orthodontics": Track(
        Text(ru="Ортодонт лечит бесплатно", kk="Ортодонт тегін емдейді", en="Free orthodontic care"),
        Text(
            ru="Детям с врождённой патологией лица и челюстей и детям из малообеспеченных семей с аномалией "
            "зубов или челюстей.",
            kk="Бет пен жақтың туа біткен патологиясы бар балаларға және тіс не жақ аномалиясы бар аз қамтылған "
            "отбасы балаларына.",
            en="For children with congenital pathology of face and jaws, and children of low-income families with "
            "an anomaly of teeth or jaws.",
        ),
        lambda one: one.care == "orthodontics",
    ),
    "not_free": Track(
        Text(ru="Что не бесплатно", kk="Не ақылы", en="What is not free"),
        Text(
            ru="Ни один пакет, который мы видели, этого не называет, ни детям, ни взрослым.",
            kk="Біз көрген бірде-бір пакетте бұл аталмайды: балалар үшін де, ересектер үшін де.",
            en="No package that was seen names these, for children or adults.",
        ),
        lambda one: one.care == "dental_not_covered",
    ),
}


def on_track(track: Track, services: Iterable[Service]) -> list[Service]:
    """The dental services that stand on it."""
    return [service for service in services if service.field == "dental" and track.holds(service)]
