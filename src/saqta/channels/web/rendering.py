"""Rendering a page: the words of its language, the frame of the site around it, and the headers that guard it.

The policy of content allows what lies on this server and nothing else. Nothing inline is allowed either, so no nonce is
needed, and a page that is the same for everybody can be kept by everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from saqta.basis.text import Language, Text
from saqta.channels.languages import preferred
from saqta.channels.published import published
from saqta.channels.web.abbreviations import spelled_out
from saqta.channels.web.places import GROUPS, PLACES, Place, other_language
from saqta.channels.web.wording.frame import LANGUAGE_NAMES, SITE

Values = Mapping[str, object]

SECURITY: dict[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def page(
    request: HttpRequest,
    language: Language,
    template: str,
    values: Values,
    *,
    words: Mapping[str, Text] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """A page that may hold something personal: nobody keeps it."""
    answer = HttpResponse(_html(request.path, language, template, values, words), status=status)
    for name, value in {**SECURITY, "Content-Language": language, "Cache-Control": "no-store"}.items():
        answer.headers[name] = value
    return answer


def public_page(
    request: HttpRequest,
    language: Language,
    template: str,
    values: Callable[[], Values],
    *,
    words: Mapping[str, Text] | None = None,
) -> HttpResponse:
    """A page that is the same for everybody; ``values`` is called once a minute and must not look at the request."""
    return published(
        request,
        lambda: _html(request.path, language, template, values(), words),
        headers={**SECURITY, "Content-Language": language},
    )


def attachment(content: bytes, media: str, name: str) -> HttpResponse:
    """A file to take along, which nobody on the way keeps."""
    headers = {**SECURITY, "Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media, headers=headers)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere, in the language of the address or else of the browser."""
    first = request.path.split("/")[1]
    language = preferred(first if first in LANGUAGE_NAMES else request.headers.get("Accept-Language", ""))
    return page(request, language, "not_found.html", {"no_parallel": True}, status=HTTPStatus.NOT_FOUND)


def _html(path: str, language: Language, template: str, values: Values, words: Mapping[str, Text] | None) -> str:
    html = render_to_string(
        template,
        {
            "language": language,
            "wording": SITE if words is None else {**SITE, **words},
            "here": path,
            "languages": _languages(path, no_parallel=bool(values.get("no_parallel"))),
            "header": _header(language),
            "groups": _groups(language),
            **values,
        },
    )
    return spelled_out(html, language)


def _languages(path: str, *, no_parallel: bool) -> list[tuple[str, str, str]]:
    """Each language: its code, its name in itself, and this page in it."""
    return [
        (code, name, f"/{code}/" if no_parallel else other_language(path, preferred(code)))
        for code, name in LANGUAGE_NAMES.items()
    ]


@lru_cache(maxsize=3)
def _header(language: Language) -> list[tuple[str, str]]:
    return [_link(place, language) for place in PLACES if place.in_header]


@lru_cache(maxsize=3)
def _groups(language: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    found = [
        (title.in_language(language), [_link(place, language) for place in PLACES if place.group == group])
        for group, title in GROUPS.items()
    ]
    return [(title, links) for title, links in found if links]


def _link(place: Place, language: Language) -> tuple[str, str]:
    return place.address(language), place.title.in_language(language)
