"""``saqta prepare``: a register, empty, ready to take things in."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page
from saqta.channels.cli.progress import progress
from saqta.channels.clock import day_in_kazakhstan, now
from saqta.channels.opening import prepare_database

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.access.demo import DemoAccount, make_demo_staff
from saqta.access.demo_identity import make_demo_provider
from saqta.access.permissions import ROLES
from saqta.access.queries import staff
from saqta.care.demo import demo_clinic, make_demo_plan
from saqta.channels.following import Followed, Following
from saqta.clinics.demo import make_demo_clinics
from saqta.coverage.actions import renew_timelines
from saqta.coverage.demo import CHILD, DOCTOR, make_demo
from saqta.law.book import Book, load
from saqta.orders.gateway_settings import make_throw_away_gateway
from saqta.orders.signing import make_throw_away_authority
from saqta.oversight.demo import make_demo_inspections
from saqta.registry.clinic_queries import all_facilities
from saqta.registry.sealed_numbers import make_keys

_READY = Text(
    ru="Реестр готов. Ключи номеров лежат рядом с базой; храните их отдельно от её копий.",
    kk="Тізілім дайын. Нөмірлердің кілттері дерекқордың жанында; оларды көшірмелерінен бөлек сақтаңыз.",
    en="The register is ready. The keys of the numbers lie beside the database; keep them apart from its copies.",
)
_STAFF = Text(
    ru="Выдуманные сотрудники входят на /desk/. Имена и пароли показаны один раз; код для входа: saqta staff code и "
    "имя",
    kk="Ойдан шығарылған қызметкерлер /desk/ бетінен кіреді. Аттары мен құпиясөздері бір рет көрсетіледі; кіру коды: "
    "saqta staff code және кіру аты",
    en="Invented members of the staff sign in at /desk/. Logins and passwords are shown once; the code to sign in: "
    "saqta staff code and the login",
)
_PARENTS = Text(
    ru="Родители выдуманного ребёнка читают план наркоза и решают здесь (прежняя ссылка больше не действует):",
    kk="Ойдан шығарылған баланың ата-анасы наркоз жоспарын мына жерде оқып, шешеді (бұрынғы сілтеме енді жарамсыз):",
    en="The parents of the invented child read the plan of anaesthesia and decide here (an earlier link works no "
    "longer):",
)
_RENEWING = Text(ru="Статусы по новому закону", kk="Жаңа заң бойынша мәртебелер", en="Statuses under the new law")


def run(arguments: Arguments) -> int:
    settings.SAQTA_HOME.mkdir(parents=True, exist_ok=True)
    make_keys(settings.SAQTA_KEYS)
    prepare_database()
    at, book = now(), load()
    accounts: tuple[DemoAccount, ...] = ()
    secret: str | None = None
    if arguments.demo:
        make_throw_away_authority(settings.SAQTA_SIGNING, at=at)
        make_throw_away_gateway(settings.SAQTA_EGOV, at=at)
        make_demo_provider(settings.SAQTA_HOME, settings.SAQTA_IDENTITY, settings.SAQTA_OPENID)
        make_demo(settings.SAQTA_HOME, day_in_kazakhstan(at), book, at=at)
        make_demo_clinics(day_in_kazakhstan(at), at=at)
        accounts = _make_demo_work(book, at)
        secret = make_demo_plan(CHILD, DOCTOR, book=book, at=at)
    Following(book, settings.SAQTA_READS, Followed(settings.SAQTA_FOLLOWED)).look()
    with progress() as bar:
        renewing = bar.add_task(_RENEWING.in_language(arguments.language), total=None)
        renew_timelines(book, lambda count: bar.update(renewing, completed=count))
    page = Page(arguments.language)
    page.say(_READY)
    if accounts:
        page.say(_STAFF)
        page.table(
            (account.login, account.password, ROLES[account.role].in_language(page.language)) for account in accounts
        )
    if secret is not None:
        page.say(_PARENTS)
        page.line(f"  /{page.language}/consent/{secret}/")
    return 0


def _make_demo_work(book: Book, at: datetime) -> tuple[DemoAccount, ...]:
    """Invented staff, and inspections for them to work on; gives those who were not there before."""
    today = day_in_kazakhstan(at)
    clinic = demo_clinic(today)
    accounts = make_demo_staff(settings.SAQTA_HOME, None if clinic is None else clinic.id, at=at)
    names = {member.login: member.by for member in staff() if not member.disabled}
    if {"head", "inspector"} <= names.keys():
        here = [place.id for place in all_facilities() if place.region.startswith("75")]
        make_demo_inspections(here, today, book, head=names["head"], inspector=names["inspector"], at=at)
    return accounts
