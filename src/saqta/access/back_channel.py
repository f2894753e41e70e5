"""The way from this server to a provider of identity, which no browser sees.

One request, a few seconds, no redirection: a server that answers with one thread at a time waits for nobody longer.
"""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias
from urllib.parse import urlencode, urlsplit

Exchange: TypeAlias = Callable[[str, dict[str, str] | None, datetime], bytes]
"""An address, the form that is sent to it or None to read it, and the moment; gives the body of the answer. Raises
``OSError`` or ``HTTPException`` when there is none."""

TIMEOUT_SECONDS = 3
_LARGEST = 256 * 1024
_OURSELVES = ("127.0.0.1", "localhost", "::1")


def over_https(address: str, form: dict[str, str] | None, _at: datetime) -> bytes:
    """Asks over an encrypted way, or plainly what runs on this machine."""
    parts = urlsplit(address)
    if parts.hostname is None or not (parts.scheme == "https" or _is_here(parts.scheme, parts.hostname)):
        raise OSError("a provider of identity is asked over HTTPS")
    to = (
        http.client.HTTPSConnection(
            parts.hostname, parts.port, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context()
        )
        if parts.scheme == "https"
        else http.client.HTTPConnection(parts.hostname, parts.port, timeout=TIMEOUT_SECONDS)
    )
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        if form is None:
            to.request("GET", path, headers={"Accept": "application/json"})
        else:
            headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
            to.request("POST", path, body=urlencode(form), headers=headers)
        answer = to.getresponse()
        content = answer.read(_LARGEST + 1)
    finally:
        to.close()
    # A code that is not good is told with 400 and a document (RFC 6749, 5.2); anything else is no answer.
    if answer.status not in (200, 400) or len(content) > _LARGEST:
        raise OSError(f"the provider of identity answered {answer.status}")
    return content


def _is_here(scheme: str, host: str) -> bool:
    return scheme == "http" and host in _OURSELVES
