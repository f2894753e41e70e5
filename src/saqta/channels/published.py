"""Sending pages that are the same for everybody: rendered once a minute, compressed once, kept by browsers and by
servers in between. What is somebody's own is never sent from here: the rendering sees neither the person nor the
question.
"""

from __future__ import annotations

import gzip
import re
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import get_conditional_response

FRESH = 60
"""Seconds for which a page may be shown without being asked about again; a new announcement is there as soon."""
_LARGEST = 512
"""Pages kept in the memory of a process."""
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


class Rendered(NamedTuple):
    """A page as it is sent: plain, compressed, and the tag by which a browser asks whether it is still the same."""

    plain: bytes
    compressed: bytes
    tag: str


class Shelf:
    """Pages of this process, the ones not asked for longest leaving first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[tuple[object, ...], Rendered] = OrderedDict()

    def get(self, key: tuple[object, ...], render: Callable[[], str | bytes]) -> Rendered:
        """The page under this key, rendered if it is not there."""
        found = self._pages.get(key)
        if found is None:
            text = render()
            plain = text.encode() if isinstance(text, str) else text
            tag = blake2b(plain, digest_size=12).hexdigest()
            # The moment of compression would make two processes send different bytes under one tag.
            found = self._pages[key] = Rendered(plain, gzip.compress(plain, 9, mtime=0), f'W/"{tag}"')
            if len(self._pages) > _LARGEST:
                self._pages.popitem(last=False)
        self._pages.move_to_end(key)
        return found


_shelf = Shelf()


def published(
    request: HttpRequest,
    render: Callable[[], str | bytes],
    *,
    media: str = "text/html; charset=utf-8",
    headers: dict[str, str],
    fresh: int = FRESH,
) -> HttpResponse:
    """The page at this address, which is the same for everybody. ``render`` is called once in ``FRESH`` seconds for
    each address; ``fresh`` is for how many seconds others may keep the page without asking."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    minute = int(request.META["saqta.at"].timestamp()) // FRESH
    page = _shelf.get((request.scheme, request.get_host(), request.get_full_path(), minute), render)
    squeezed = _GZIP.search(request.headers.get("Accept-Encoding", "")) is not None
    answer = HttpResponse(page.compressed if squeezed else page.plain, content_type=media, headers=headers)
    if squeezed:
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Content-Length"] = str(len(answer.content))
    answer.headers["Vary"] = "Accept-Encoding"
    answer.headers["Cache-Control"] = f"public, max-age={fresh}"
    answer.headers["ETag"] = page.tag
    unchanged = get_conditional_response(request, etag=page.tag, response=answer)
    return answer if unchanged is None else unchanged
