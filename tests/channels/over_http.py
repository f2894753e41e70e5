"""Asks a WSGI application in this process and gives back what a program at the other end would see."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from urllib.parse import urlencode

_FORM = "application/x-www-form-urlencoded"


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()

    @property
    def document(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def asked(
    application: Application,
    method: str,
    path: str,
    *,
    body: bytes | object = b"",
    media: str = "application/json",
    address: str = "192.0.2.7:50123",
    **headers: str,
) -> Reply:
    """``asked(application, "POST", "/api/v1/status", body={"iin": …}, accept_language="kk")``."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    path, _, query = path.partition("?")
    told: dict[str, Any] = {}
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_TYPE": media,
        "CONTENT_LENGTH": str(len(sent)),
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": address,
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(sent),
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        cookies = tuple(value.strip() for name, value in headers if name.lower() == "set-cookie")
        told.update(status=int(status[:3]), headers={name.lower(): value for name, value in headers}, cookies=cookies)

    content = b"".join(application(environ, start_response))
    return Reply(told["status"], told["headers"], content, told["cookies"])


def answered(application: Application, path: str, **fields: str) -> Reply:
    """The answer to a form of the pages, followed to where it is shown with what the browser was given to carry."""
    answer = asked(application, "POST", path, body=urlencode(fields).encode(), media=_FORM)
    if answer.status != 303:
        return answer
    carried = "; ".join(cookie.partition(";")[0] for cookie in answer.cookies)
    return asked(application, "GET", answer.headers["location"], cookie=carried)
