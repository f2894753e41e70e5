"""A browser of somebody on the staff, in this process: it keeps cookies, fills in forms and follows where it is led."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from urllib.parse import urlencode

from saqta.access.proofs import code_at
from tests.channels.over_http import Application, Reply, asked

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_FORM = "application/x-www-form-urlencoded"
_EDGE = "edge-of-a-part"


class Browser:
    """Where it is, and what it was given to keep."""

    def __init__(self, application: Application, address: str = "192.0.2.7:50123") -> None:
        self._application, self._address = application, address
        self.cookies: dict[str, str] = {}
        self.page = Reply(0, {}, b"")

    def open(self, path: str) -> Reply:
        """The page, or the one that it leads to."""
        return self.asked("GET", path, b"")

    def send(self, path: str, token: str | None = None, *, follow: bool = True, **fields: str) -> Reply:
        """Fills in the form of the page that is open and sends it to ``path``."""
        return self.send_all(path, list(fields.items()), token, follow=follow)

    def send_all(
        self, path: str, fields: list[tuple[str, str]], token: str | None = None, *, follow: bool = True
    ) -> Reply:
        """The same for a form in which a name occurs more than once."""
        if token is None:
            found = _TOKEN.search(self.page.text)
            token = found.group(1) if found else ""
        body = urlencode([("csrfmiddlewaretoken", token), *fields]).encode()
        return self.asked("POST", path, body, follow=follow)

    def upload(self, path: str, file: bytes, name: str = "proof", **fields: str) -> Reply:
        """Sends the form of the page that is open together with a file."""
        found = _TOKEN.search(self.page.text)
        told = {"csrfmiddlewaretoken": found.group(1) if found else "", **fields}
        parts = [f'--{_EDGE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{told[key]}\r\n' for key in told]
        head = f'--{_EDGE}\r\nContent-Disposition: form-data; name="{name}"; filename="../{name}.exe"\r\n\r\n'
        body = "".join(parts).encode() + head.encode() + file + f"\r\n--{_EDGE}--\r\n".encode()
        return self.asked("POST", path, body, media=f"multipart/form-data; boundary={_EDGE}")

    def sign_in(self, login: str, password: str, secret: str, at: datetime, language: str = "en") -> Reply:
        self.open(f"/desk/{language}/sign-in/")
        self.send(f"/desk/{language}/sign-in/", login=login, password=password)
        return self.send(f"/desk/{language}/code/", code=code_at(secret, int(at.timestamp())))

    @property
    def text(self) -> str:
        """The words of the page that is open."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page.text)).split())

    def asked(
        self, method: str, path: str, body: bytes, *, media: str = _FORM, follow: bool = True, **more: str
    ) -> Reply:
        """Asks with the cookies that it keeps, and with more headers."""
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        more = {**more, **({"cookie": cookie} if cookie else {})}
        self.page = asked(
            self._application, method, path, body=body, media=media, address=self._address, host="127.0.0.1", **more
        )
        self._keep(self.page.cookies)
        if follow and self.page.status in (302, 303):
            return self.asked("GET", self.page.headers["location"], b"")
        return self.page

    def _keep(self, told: tuple[str, ...]) -> None:
        for cookie in told:
            name, _, rest = cookie.partition("=")
            value, _, attributes = rest.partition(";")
            if "Max-Age=0" in attributes:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
