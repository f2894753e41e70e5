"""What the bot remembers: a chat's language, what it is in the middle of, and who asked for announcements.

It is one small file beside the register. What people answered lies in it sealed under a key of its own and bound to the
chat, for a day at most; a number that was typed is never in it. Everything here is used by one thread.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from saqta.basis.text import LANGUAGES, Language
from saqta.channels.telegram.conversations import Conversation

LIFE = timedelta(hours=24)
"""For how long a chat may be silent in the middle of something."""
_NONCE_BYTES = 12
_UPDATES_KEPT = 10_000
"""How many of the latest updates are known to be answered: far more than are handed out again after a restart."""
_TABLES = """
CREATE TABLE IF NOT EXISTS chats (
    chat INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    announcements INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    conversation BLOB
) STRICT;
CREATE TABLE IF NOT EXISTS answered (number INTEGER PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS announced (number INTEGER PRIMARY KEY, key TEXT NOT NULL, version INTEGER NOT NULL,
    UNIQUE (key, version)) STRICT;
CREATE TABLE IF NOT EXISTS told (
    announced INTEGER NOT NULL REFERENCES announced, chat INTEGER NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (announced, chat)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS waiting ON told (state) WHERE state = 'waiting';
"""


class Chat(NamedTuple):
    """One chat as the bot knows it; ``language`` is None for somebody who comes for the first time."""

    number: int
    language: Language | None
    announcements: bool
    conversation: Conversation


class Telling(NamedTuple):
    """One announcement on its way to one chat."""

    announced: int
    key: str
    version: int
    chat: int
    language: Language


class Memory:
    """The file of one bot."""

    def __init__(self, path: Path, keys: bytes) -> None:
        path.touch(mode=0o600)
        self._rows = sqlite3.connect(path, isolation_level=None)
        self._rows.execute("PRAGMA journal_mode=WAL")
        self._rows.execute("PRAGMA secure_delete=ON")  # what is forgotten is gone from the file as well
        self._rows.executescript(_TABLES)
        self._cipher = AESGCM(blake2b(keys, digest_size=32, person=b"saqta telegram").digest())
        self._encode = msgspec.json.Encoder().encode
        self._decode = msgspec.json.Decoder(Conversation).decode

    def chat(self, number: int, at: datetime) -> Chat:
        row = self._rows.execute(
            "SELECT language, announcements, at, conversation FROM chats WHERE chat = ?", (number,)
        ).fetchone()
        if row is None:
            return Chat(number, None, announcements=False, conversation=Conversation())
        language, announcements, kept_at, sealed = row
        old = at - datetime.fromtimestamp(kept_at, at.tzinfo) > LIFE
        conversation = Conversation() if old or sealed is None else self._opened(number, sealed)
        return Chat(
            number,
            cast("Language", language) if language in LANGUAGES else None,
            announcements=bool(announcements),
            conversation=conversation,
        )

    def keep(self, chat: Chat, at: datetime) -> None:
        """Keeps a chat whose language is known."""
        self._rows.execute(
            "INSERT INTO chats VALUES (?, ?, ?, ?, ?) ON CONFLICT (chat) DO UPDATE SET language = excluded.language, "
            "announcements = excluded.announcements, at = excluded.at, conversation = excluded.conversation",
            (chat.number, chat.language, chat.announcements, int(at.timestamp()), self._sealed(chat)),
        )

    def forget_old(self, at: datetime) -> None:
        """Forgets what chats were in the middle of when they fell silent."""
        before = int((at - LIFE).timestamp())
        self._rows.execute("UPDATE chats SET conversation = NULL WHERE at < ? AND conversation IS NOT NULL", (before,))

    def forget(self, chat: int) -> None:
        """Forgets a chat that stopped the bot."""
        self._rows.execute("UPDATE told SET state = 'gone' WHERE chat = ? AND state = 'waiting'", (chat,))
        self._rows.execute("DELETE FROM chats WHERE chat = ?", (chat,))

    def is_answered(self, update: int) -> bool:
        return self._rows.execute("SELECT 1 FROM answered WHERE number = ?", (update,)).fetchone() is not None

    def answered(self, update: int) -> None:
        """That an update needs no answer any more: it may be handed out again after a restart."""
        self._rows.execute("INSERT OR IGNORE INTO answered VALUES (?)", (update,))
        self._rows.execute("DELETE FROM answered WHERE number < ?", (update - _UPDATES_KEPT,))

    def announce(self, standing: Iterable[tuple[str, int]]) -> None:
        """Lays ready each announcement, by key and version, that is new to the bot, for everybody who asked to be told.
        What stood when the bot was first started is new to nobody."""
        self._rows.execute("BEGIN IMMEDIATE")
        try:
            first = self._rows.execute("SELECT 1 FROM announced LIMIT 1").fetchone() is None
            for key, version in standing:
                found = self._rows.execute(
                    "INSERT OR IGNORE INTO announced (key, version) VALUES (?, ?) RETURNING number", (key, version)
                ).fetchone()
                if found is not None and not first:
                    self._rows.execute(
                        "INSERT INTO told SELECT ?, chat, 'waiting' FROM chats WHERE announcements = 1", found
                    )
        except BaseException:
            self._rows.execute("ROLLBACK")
            raise
        self._rows.execute("COMMIT")

    def next_telling(self) -> Telling | None:
        """The next announcement to send, marked as being sent before it is: whoever is killed in between leaves one
        person untold rather than telling anybody twice."""
        row = self._rows.execute(
            "UPDATE told SET state = 'begun' WHERE (announced, chat) = "
            "(SELECT announced, chat FROM told WHERE state = 'waiting' LIMIT 1) RETURNING announced, chat"
        ).fetchall()
        if not row:
            return None
        ((announced, chat),) = row
        key, version = self._rows.execute(
            "SELECT key, version FROM announced WHERE number = ?", (announced,)
        ).fetchone()
        language = self._rows.execute("SELECT language FROM chats WHERE chat = ?", (chat,)).fetchone()
        return Telling(announced, key, version, chat, "ru" if language is None else language[0])

    def told(self, telling: Telling, state: str) -> None:
        """How it went: ``told``, ``gone`` for somebody who stopped the bot, ``waiting`` where certainly nothing was
        sent."""
        where = (state, telling.announced, telling.chat)
        self._rows.execute("UPDATE told SET state = ? WHERE announced = ? AND chat = ?", where)

    def close(self) -> None:
        self._rows.close()

    def _sealed(self, chat: Chat) -> bytes | None:
        if chat.conversation == Conversation():
            return None
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, self._encode(chat.conversation), str(chat.number).encode())

    def _opened(self, number: int, sealed: bytes) -> Conversation:
        """What a version before this one, or another key, had sealed is as good as forgotten."""
        try:
            found = self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], str(number).encode())
            return self._decode(found)
        except (InvalidTag, msgspec.DecodeError):
            return Conversation()
