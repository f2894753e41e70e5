"""The door of the interface: a WSGI application that finds the operation, asks it, and sends its answer or a problem.

It stands in front of the framework that serves the pages and hands on to it what is not under ``/api/``: a status is
asked far more often than any page, and every step on the way to its answer is paid for by each asker.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

import msgspec
from django.db.utils import Error as DatabaseError

from saqta.basis.refusal import Fault, Refused
from saqta.basis.strict_json import LARGEST_DOCUMENT
from saqta.basis.text import Text
from saqta.channels.api import openapi
from saqta.channels.api.asked import PART, Asked, Reply
from saqta.channels.api.operation import Operation
from saqta.channels.api.operations import OPERATIONS
from saqta.channels.api.problems import MEDIA_TYPE, STATUSES, WentWrong
from saqta.channels.clock import now
from saqta.channels.languages import preferred
from saqta.coverage.public import PublicDesk
from saqta.orders.desk import OrdersDesk

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

_ROOT = "/api/"
_UNKNOWN_WORD = Text(
    ru="Такого параметра у этого вопроса нет. Есть: {names}.",
    kk="Бұл сұрақта мұндай параметр жоқ. Барлары: {names}.",
    en="This question has no such parameter. There are: {names}.",
)
_NO_WORDS = Text(
    ru="У этого вопроса нет параметров после знака вопроса.",
    kk="Бұл сұрақта сұрақ белгісінен кейін параметр болмайды.",
    en="This question takes no parameters after the question mark.",
)
_ALWAYS = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store")]
_MEDIA = "application/json"
_JSON = [("Content-Type", _MEDIA), *_ALWAYS]
_accidents = logging.getLogger("saqta.accidents")
_encode = msgspec.json.Encoder().encode


class Interface:
    """Answers what is asked under ``/api/``; ``behind`` answers the rest. ``followed`` tells up to which moment the
    register's changes are in its answers, ``proxy`` whose word about the asker's address is believed. What is behind
    finds all this in its environment, under ``saqta.address``, ``as_of``, ``at``, ``desk``
    and ``orders``."""

    def __init__(
        self,
        desk: PublicDesk,
        followed: Callable[[], datetime],
        behind: Application,
        orders: OrdersDesk,
        *,
        proxy: str | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._desk, self._followed, self._behind, self._proxy, self._clock = desk, followed, behind, proxy, clock
        self._orders = orders
        self._operations: dict[tuple[str, str], Operation] = {
            (operation.method, operation.path): operation for operation in OPERATIONS
        }
        self._methods: dict[str, set[str]] = {openapi.PATH: {"GET"}}
        for operation in OPERATIONS:
            self._methods.setdefault(operation.path, set()).add(operation.method)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if not path.startswith(_ROOT):
            environ |= {
                "saqta.address": self._address(environ),
                "saqta.as_of": self._followed(),
                "saqta.at": self._clock(),
                "saqta.desk": self._desk,
                "saqta.orders": self._orders,
            }
            return self._behind(environ, start_response)
        try:
            answer = self._answer(environ, path)
        except Refused as refused:
            problem = WentWrong("refused", *refused.faults)
        except WentWrong as found:
            problem = found
        except (DatabaseError, OSError):
            problem = WentWrong("unavailable")
        except Exception as error:  # noqa: BLE001  # the last line of defence: what was asked stays out of the log
            _accidents.error("%s while answering %s", type(error).__name__, path)
            problem = WentWrong("accident")
        else:
            if isinstance(answer, bytes):
                return _sent("200 OK", _JSON, answer, environ, start_response)
            headers = [("Content-Type", answer.media), *answer.headers, *_ALWAYS]
            return _sent(answer.status, headers, answer.body, environ, start_response)
        language = preferred(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        headers = [("Content-Type", MEDIA_TYPE), ("Content-Language", language), *_ALWAYS, *problem.headers()]
        return _sent(STATUSES[problem.code], headers, _encode(problem.problem(language)), environ, start_response)

    def _answer(self, environ: Environ, path: str) -> bytes | Reply:
        method = environ["REQUEST_METHOD"]
        asked_as = "GET" if method == "HEAD" else method
        if asked_as == "GET" and path == openapi.PATH:
            return openapi.description(preferred(environ.get("HTTP_ACCEPT_LANGUAGE", "")))
        part = ""
        if PART in path:
            raise WentWrong("not-found")
        if path not in self._methods:
            path, part = _with_a_part(path)
        operation = self._operations.get((asked_as, path))
        if operation is None or (operation.part is not None) is not bool(part):
            if path in self._methods and (PART in path) is bool(part):
                raise WentWrong("wrong-method", allow=", ".join(sorted(self._methods[path])))
            raise WentWrong("not-found")
        asked = Asked(
            body=_body(environ) if operation.takes is not None else b"",
            query=_query(environ, operation),
            address=self._address(environ),
            at=self._clock(),
            as_of=self._followed(),
            desk=self._desk,
            orders=self._orders,
            authorization=environ.get("HTTP_AUTHORIZATION", ""),
            key=environ.get("HTTP_IDEMPOTENCY_KEY", ""),
            part=part,
        )
        answer = operation.answer(asked)
        return answer if isinstance(answer, Reply) else _encode(answer)

    def _address(self, environ: Environ) -> str:
        """Where the question comes from: the proxy's word is believed, anybody else's is not."""
        address = _without_port(environ.get("REMOTE_ADDR", ""))
        if self._proxy is not None and address == self._proxy:
            address = environ.get("HTTP_X_FORWARDED_FOR", address).rpartition(",")[2].strip()
        return address


def _with_a_part(path: str) -> tuple[str, str]:
    """``/api/v1/orders/0198…/certificate`` as the path of an operation with ``{id}`` in it, and what stands there."""
    words = path.split("/")
    if len(words) not in (5, 6):
        return path, ""
    return "/".join((*words[:4], PART, *words[5:])), words[4]


def _without_port(told: str) -> str:
    """``192.0.2.7:50123`` and ``[2001:db8::1]:50123`` as addresses alone, which some servers tell without a port."""
    if told.startswith("["):
        return told[1:].partition("]")[0]
    return told.partition(":")[0] if told.count(":") == 1 else told


def _body(environ: Environ) -> bytes:
    stated = environ.get("CONTENT_TYPE", "")
    if stated != _MEDIA and stated.partition(";")[0].strip().lower() != _MEDIA:
        raise WentWrong("wrong-media-type")
    try:
        length = int(environ.get("CONTENT_LENGTH") or LARGEST_DOCUMENT + 1)
    except ValueError:
        length = LARGEST_DOCUMENT + 1
    body: bytes = environ["wsgi.input"].read(min(length, LARGEST_DOCUMENT + 1))
    if len(body) > LARGEST_DOCUMENT:
        raise WentWrong("too-large")
    return body


def _query(environ: Environ, operation: Operation) -> dict[str, list[str]]:
    """The words after the question mark; one that the operation does not have is refused, never overlooked."""
    written = environ.get("QUERY_STRING", "")
    if not written:
        return {}
    query = parse_qs(written, keep_blank_values=True)
    known = [word.name for word in operation.words]
    if not set(query) <= set(known):
        text = _UNKNOWN_WORD.fill(names=", ".join(known)) if known else _NO_WORDS
        raise Refused(Fault("unknown-parameter", text, "?"))
    return query


def _sent(
    status: str, headers: list[tuple[str, str]], body: bytes, environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    start_response(status, [*headers, ("Content-Length", str(len(body)))])
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]
