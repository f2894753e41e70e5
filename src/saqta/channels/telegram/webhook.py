"""Updates that Telegram posts: a small server that takes them from nobody else."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable
from hashlib import blake2b
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 1 << 20
"""Bytes of an update."""
_accidents = logging.getLogger("saqta.accidents")


def secret_of(keys: bytes) -> str:
    """What Telegram proves itself with: the same after every restart, and kept nowhere."""
    return blake2b(keys, digest_size=32, person=b"saqta bot hook").hexdigest()


class Listening:
    """The server: only the path of ``address``, only with the secret, and an answer only when all is done, because
    what was not answered Telegram posts again."""

    def __init__(self, address: str, secret: str, bot: Bot, answer: Callable[[Update], Awaitable[None]]) -> None:
        self._secret, self._bot, self._answer = secret.encode(), bot, answer
        application = web.Application(client_max_size=_LARGEST)
        application.router.add_post(urlsplit(address).path or "/", self._posted)
        self._runner = web.AppRunner(application, access_log=None)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    async def open(self, host: str, port: int) -> None:
        await web.TCPSite(self._runner, host, port).start()

    async def _posted(self, request: web.Request) -> web.Response:
        given = request.headers.get(_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=401)
        try:
            update = Update.model_validate_json(await request.read(), context={"bot": self._bot})
        except ValidationError:
            _accidents.error("an update that cannot be read was passed over")
            return web.Response(status=200)
        await self._answer(update)
        return web.Response(status=200)
