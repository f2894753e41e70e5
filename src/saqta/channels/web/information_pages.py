"""How else to check, about the data, for developers: pages that explain the house to those outside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from saqta.access.budgets import read_budgets
from saqta.basis.text import Language
from saqta.channels.web.days_asked import today
from saqta.channels.web.rendering import public_page
from saqta.channels.web.wording.information import DOORS, INFORMATION
from saqta.coverage.demo import PEOPLE, has_demo
from saqta.law.book import Book, load
from saqta.rules.status_basis import status_basis

_HOUR = 3_600_000_000
_SAMPLES = {
    "status": """\
curl -s {home}/api/v1/status \\
  -H 'Content-Type: application/json' -H 'Accept-Language: {language}' \\
  -d '{{"iin": "{number}"}}'""",
    "law": """\
curl -s '{home}/api/v1/ask/entitlement?service=dental.caries-treatment' \\
  -H 'Content-Type: application/json' \\
  -d '{{"person": {{"birth_date": "2017-05-01", "citizenship": "KZ"}}, "insured": true}}'""",
    "widget": '<script src="{home}/widget.js" data-language="{language}" defer></script>',
    "policy": "script-src {home}; frame-src {home}",
}
"""What a developer types, with the address of this server."""


class DoorLine(NamedTuple):
    """A way to check elsewhere, as the page shows it."""

    name: str
    how: str
    address: str
    is_call: bool


class BudgetLine(NamedTuple):
    """A budget of the public, as the page shows it."""

    name: str
    at_once: int
    each_hour: int


def elsewhere(request: HttpRequest, language: Language) -> HttpResponse:
    """The ways to learn one's status without this site."""

    def values() -> Mapping[str, object]:
        doors = [
            DoorLine(
                door.name.in_language(language),
                door.how.in_language(language),
                door.address,
                door.address.startswith("tel:"),
            )
            for door in DOORS
        ]
        return {"doors": doors}

    return public_page(request, language, "information/elsewhere.html", values, words=INFORMATION)


def data(request: HttpRequest, language: Language) -> HttpResponse:
    """Where answers come from, how sure they are, what a stranger learns and what is written down."""
    on = today(request)

    def values() -> Mapping[str, object]:
        book = load()
        unproven = _budgets()["unproven-address"]
        return {
            **_counted(book),
            "seal": status_basis(on, book).law,
            "demo": has_demo(settings.SAQTA_HOME),
            "at_once": str(unproven.at_once),
            "each_hour": str(unproven.each_hour),
        }

    return public_page(request, language, "information/data.html", values, words=INFORMATION)


def developers(request: HttpRequest, language: Language) -> HttpResponse:
    """The interface for programs and the widget."""
    home = f"{request.scheme}://{request.get_host()}"

    def values() -> Mapping[str, object]:
        demo = has_demo(settings.SAQTA_HOME)
        number = PEOPLE[0].number if demo else "…"
        shown = {name: sample.format(home=home, number=number, language=language) for name, sample in _SAMPLES.items()}
        names = {name: INFORMATION[f"budget_{name}"].in_language(language) for name in _budgets()}
        budgets = [line._replace(name=names[name]) for name, line in _budgets().items()]
        addresses = {"problems": "/api/v1/problems", "proof": "/api/v1/proof-of-work"}
        return {"samples": shown, "demo": demo, "budgets": budgets, **addresses}

    return public_page(request, language, "information/developers.html", values, words=INFORMATION)


def _budgets() -> dict[str, BudgetLine]:
    return {
        name: BudgetLine(name, budget.at_once, _HOUR // budget.interval)
        for name, budget in read_budgets(settings.SAQTA_BUDGETS).items()
    }


def _counted(book: Book) -> dict[str, object]:
    acts = [book.act(act_id) for act_id in book.act_ids]
    wordings = [wording for act in acts for provision in act.provisions for wording in provision.wordings]
    return {
        "acts": str(len(acts)),
        "provisions": str(sum(len(act.provisions) for act in acts)),
        "readings": str(len(book.readings)),
        "unverified": str(sum(wording.confidence == "low" for wording in wordings)),
    }
