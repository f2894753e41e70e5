"""Somebody was shown a certificate: is it in force? By the secret in its QR code, or by its short code with the owner's
date of birth."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.access.budgets import Spent
from saqta.basis.days import day_text
from saqta.basis.text import Language, Text
from saqta.channels.clock import moment_text
from saqta.channels.languages import preferred
from saqta.channels.web.rendering import page
from saqta.channels.web.wording.counted import SECONDS
from saqta.channels.web.wording.orders import ORDER_WORDS
from saqta.orders.certifying import payer_text
from saqta.orders.desk import OrdersDesk
from saqta.orders.records import CertificateRecord


def short_address(request: HttpRequest, token: str) -> HttpResponse:
    """What a QR code leads to, in the language of the browser."""
    language = preferred(request.headers.get("Accept-Language", ""))
    return HttpResponseRedirect(f"/{language}/certificates/{token}/")


def by_token(request: HttpRequest, language: Language, token: str) -> HttpResponse:
    """The certificate with this secret."""
    told = request.META
    return _shown(request, language, _desk(request).by_token(token, address=told["saqta.address"], at=told["saqta.at"]))


def by_code(request: HttpRequest, language: Language) -> HttpResponse:
    """The form; or the certificate with the short code and the date of birth that were typed."""
    if request.method != "POST":
        return _form(request, language)
    told = request.META
    try:
        born = date.fromisoformat(request.POST.get("born", "").strip())
    except ValueError:
        return _form(request, language, ORDER_WORDS["not_found"], HTTPStatus.NOT_FOUND)
    code = request.POST.get("code", "")[:40]
    found = _desk(request).by_code(code, born, address=told["saqta.address"], at=told["saqta.at"])
    return _shown(request, language, found)


def _shown(request: HttpRequest, language: Language, found: CertificateRecord | Spent | None) -> HttpResponse:
    if isinstance(found, Spent):
        text = ORDER_WORDS["too_often"].fill(seconds=SECONDS.of(found.seconds))
        answer = _form(request, language, text, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(found.seconds)
        return answer
    if found is None:
        return _form(request, language, ORDER_WORDS["not_found"], HTTPStatus.NOT_FOUND)
    told = found.told
    standing = "revoked" if found.revoked_at else "outdated" if found.outdated else "valid"
    values = {
        "standing": standing,
        "title": ORDER_WORDS[standing],
        "says": ORDER_WORDS[f"says_{standing}"],
        "told": told,
        "owner": f"{told.iin[:6]}••••{told.iin[-2:]}",
        "issued": moment_text(told.at),
        "verdict": ORDER_WORDS[f"verdict_{told.verdict}"].fill(on=day_text(told.on)),
        "payments": [(paid, payer_text(paid.payer)) for paid in told.payments],
    }
    return page(request, language, "orders/certificate.html", values, words=ORDER_WORDS)


def _form(
    request: HttpRequest, language: Language, error: Text | None = None, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    return page(
        request, language, "orders/check.html", {"error": error, "no_parallel": False}, words=ORDER_WORDS, status=status
    )


def _desk(request: HttpRequest) -> OrdersDesk:
    desk: OrdersDesk = request.META["saqta.orders"]
    return desk
