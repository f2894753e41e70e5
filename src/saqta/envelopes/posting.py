"""One way out over HTTP, to addresses that the operator configured: the gateway and the side-car that signs."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from saqta.envelopes.reading import LARGEST

TIMEOUT = 20
"""Seconds without a byte after which nobody is there."""


class Posted(NamedTuple):
    """What came back."""

    status: int
    body: bytes


Post = Callable[[str, bytes, Mapping[str, str]], Posted]
"""Posts a body with headers to an address; raises ``OSError`` when nobody answers."""


class NotAnAddress(OSError):
    """What was configured is no address of HTTP."""


def post(address: str, body: bytes, headers: Mapping[str, str]) -> Posted:
    """Posts over HTTP or HTTPS. The networks of the State are closed ones: the address may be a private one, and is
    believed because an operator wrote it. A redirection is a status like any other and is not followed."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NotAnAddress("an address of HTTP is expected") from None
    if parts.scheme not in ("http", "https") or not host:
        raise NotAnAddress("an address of HTTP is expected")
    to = _connection(parts.scheme, host, port)
    try:
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        to.request("POST", path, body=body, headers=dict(headers))
        answer = to.getresponse()
        return Posted(answer.status, answer.read(4 * LARGEST))
    except http.client.HTTPException as error:
        raise OSError("what came back is no answer of HTTP") from error
    finally:
        to.close()


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=TIMEOUT)
