"""The app on a phone: its manifest and icons, the script that keeps pages for the time without a network, and answers
that are saved on the device and forgotten again. The server never sees those.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from http import HTTPStatus
from pathlib import Path

from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect

from saqta.basis.text import LANGUAGES, Language
from saqta.channels.published import published
from saqta.channels.web.person import sign_out
from saqta.channels.web.places import PLACES
from saqta.channels.web.rendering import SECURITY, public_page
from saqta.channels.web.wording.app import APP

_HERE = Path(__file__).parent / "app"
_MEDIA = {
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".css": "text/css; charset=utf-8",
}
_FILES = {path.name: path.read_bytes() for path in sorted(_HERE.iterdir()) if path.suffix in _MEDIA}
_EDITION = blake2b(b"".join(_FILES.values()), digest_size=6).hexdigest()
"""Changes when a file of the app does, so that devices fetch it anew."""
FILES = {name: content.replace(b"%EDITION%", _EDITION.encode()) for name, content in _FILES.items()}
HELPFUL = ("", "offline/", "saved/", "elsewhere/", "law/", "law/packages/")
"""Pages of a language that are kept for the time without a network, beside those navigation leads to."""
_SHARED = ("/style.css", "/reading.css", "/site.js", "/proof.js", "/app.js", "/icon.svg")


def file(request: HttpRequest, name: str) -> HttpResponse:
    """A script or picture of the app."""
    return published(request, lambda: FILES[name], media=_MEDIA[Path(name).suffix], headers=SECURITY, fresh=3600)


def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps pages, with the pages to keep for the language in its address."""
    language: Language = next((known for known in LANGUAGES if known == request.GET.get("language")), "kk")
    pages = [*(f"/{language}/{path}" for path in helpful()), *_SHARED]

    def render() -> str:
        return FILES["service-worker.js"].decode().replace("'[]'", json.dumps(json.dumps(pages)))

    return published(request, render, media=_MEDIA[".js"], headers=SECURITY, fresh=0)


def helpful() -> list[str]:
    """The pages that are kept: those of the app and all that navigation leads to."""
    return list(dict.fromkeys([*HELPFUL, *(place.path for place in PLACES)]))


def manifest(request: HttpRequest, language: Language) -> HttpResponse:
    """What a phone needs to know to install the app."""

    def icon(size: int, name: str, purpose: str) -> dict[str, str]:
        return {"src": f"/{name}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}

    described = {
        "id": "/",
        "name": APP["app_name"].in_language(language),
        "short_name": "Saqta",
        "description": APP["app_says"].in_language(language),
        "lang": language,
        "dir": "ltr",
        "start_url": f"/{language}/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#0b6b63",
        "categories": ["health", "government"],
        "icons": [
            *(icon(size, f"icon-{size}.png", "any") for size in (144, 192, 512)),
            icon(512, "icon-maskable-512.png", "maskable"),
        ],
        "shortcuts": [{"name": APP["saved_title"].in_language(language), "url": f"/{language}/saved/"}],
    }
    return published(
        request,
        lambda: json.dumps(described, ensure_ascii=False),
        media="application/manifest+json; charset=utf-8",
        headers=SECURITY,
    )


def offline(request: HttpRequest, language: Language) -> HttpResponse:
    """What is shown without a network for a page that was not kept."""

    def values() -> Mapping[str, object]:
        kept = set(helpful())
        return {"reachable": [(place.address(language), place.title) for place in PLACES if place.path in kept]}

    return public_page(request, language, "app/offline.html", values, words=APP)


def saved(request: HttpRequest, language: Language) -> HttpResponse:
    """The frame for saved answers; the device fills it."""
    return public_page(request, language, "app/saved.html", dict, words=APP)


def clear(request: HttpRequest, language: Language) -> HttpResponse:
    """Tells the browser to forget this site: what was saved, what was cached, who was logged in."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    answer = HttpResponseRedirect(f"/{language}/cleared/", headers=SECURITY)
    answer.status_code = HTTPStatus.SEE_OTHER
    # A register that does not answer keeps nobody's traces on this device; its own session soon ends by itself.
    with suppress(DatabaseError):
        sign_out(answer, request)
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def cleared(request: HttpRequest, language: Language) -> HttpResponse:
    """Says that it was done."""
    return public_page(request, language, "app/cleared.html", dict, words=APP)
