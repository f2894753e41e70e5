"""The first page, the choice of a language, and the files that every page needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from saqta.basis.text import Language
from saqta.channels.languages import preferred
from saqta.channels.published import published
from saqta.channels.web.places import PLACES
from saqta.channels.web.rendering import SECURITY, public_page
from saqta.channels.web.wording.home import HOME, TILES

_HERE = Path(__file__).parent
_MEDIA = {"style.css": "text/css; charset=utf-8", "site.js": "text/javascript; charset=utf-8"}


def choose_language(request: HttpRequest) -> HttpResponse:
    """The first page in the language that the browser asks for."""
    answer = HttpResponseRedirect(f"/{preferred(request.headers.get('Accept-Language', ''))}/")
    answer.headers["Vary"] = "Accept-Language"
    return answer


def file(request: HttpRequest, name: str) -> HttpResponse:
    """The style and the script of every page."""
    return published(request, lambda: _file(name), media=_MEDIA[name], headers=SECURITY, fresh=3600)


def home(request: HttpRequest, language: Language) -> HttpResponse:
    """What one can ask, each a step away."""
    return public_page(request, language, "home.html", _tiles, words=HOME)


def _tiles() -> Mapping[str, object]:
    known = {place.path for place in PLACES}
    return {"tiles": [tile for tile in TILES if tile.path in known]}


@lru_cache(maxsize=4)
def _file(name: str) -> bytes:
    return (_HERE / name).read_bytes()
