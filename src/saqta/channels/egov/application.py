"""The door of the state gateway: a WSGI application that hands on what is not under ``/egov/``.

Whatever comes, what goes back is an envelope: an answer, or a fault with a text in three languages. A fault goes with
the status 200, like any other answer: systems behind the gateway read it there, and whoever stands in between takes
5xx for a server that is down, and asks again by himself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db.utils import Error as DatabaseError

from saqta.basis.refusal import Fault, Refused
from saqta.envelopes.names import Channel
from saqta.envelopes.reading import LARGEST
from saqta.envelopes.texts import refused
from saqta.envelopes.writing import refusal
from saqta.orders.gateway import GatewayDesk

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

CHANNELS = {"/egov/sync": Channel.SYNC, "/egov/async": Channel.ASYNC}
_HEADERS = [
    ("Content-Type", "text/xml; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
]
_accidents = logging.getLogger("saqta.accidents")


class Gateway:
    """Answers what comes over the two channels of the gateway; ``behind`` answers the rest. The moment of a request is
    found in its environment, under ``saqta.at``."""

    def __init__(self, desk: GatewayDesk, behind: Application) -> None:
        self._desk, self._behind = desk, behind

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        channel = CHANNELS.get(environ["PATH_INFO"])
        if channel is None:
            return self._behind(environ, start_response)
        if environ["REQUEST_METHOD"] != "POST":
            start_response("405 Method Not Allowed", [("Allow", "POST"), *_HEADERS])
            return [refusal(channel, _fault("not-an-envelope"), environ["saqta.at"])]
        body = self._answer(environ, channel, environ["saqta.at"])
        start_response("200 OK", [*_HEADERS, ("Content-Length", str(len(body)))])
        return [body]

    def _answer(self, environ: Environ, channel: Channel, at: datetime) -> bytes:
        try:
            return self._desk.receive(_written(environ), channel, at=at)
        except Refused as found:
            return refusal(channel, found.faults[0], at)
        except (DatabaseError, OSError):
            return refusal(channel, _fault("accident"), at)
        except Exception as error:  # noqa: BLE001  # the last line of defence: what was asked stays out of the log
            _accidents.error("%s while answering the state gateway", type(error).__name__)
            return refusal(channel, _fault("accident"), at)


def _written(environ: Environ) -> bytes:
    """The body of a request, no more of it than a message may have; raises ``Refused``."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        raise refused("not-xml")
    if int(length) > LARGEST:
        raise refused("too-large")
    written: bytes = environ["wsgi.input"].read(int(length))
    return written


def _fault(code: str) -> Fault:
    return refused(code).faults[0]
