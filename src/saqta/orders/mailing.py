"""Telling a person by e-mail how an order went.

A letter is sent at least once. Whether it arrived, SMTP (RFC 5321) says only after the last byte, and a connection may
break between that byte and the word: then it is sent again under the same ``Message-ID``, by which mailboxes keep one.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import unquote, urlsplit

from saqta.orders.outbox import Message, record_delivered, record_not_delivered, take_messages
from saqta.orders.telling import told
from saqta.orders.ways import bare

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""How long to wait after each try that failed; after the last there is no other."""
_TIMEOUT = 15
_FOREVER = 500
"""From this status on a server says that it will never take the letter."""


class NoSuchMailbox(Exception):
    """The server will not take letters to this address, now or later."""


class BadMailServer(ValueError):
    """What was configured is no address of a mail server."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over, and in whose name. ``login`` is a name and a password."""

    host: str
    port: int
    sender: str
    encrypted: bool
    login: tuple[str, str] | None = None

    @classmethod
    def read(cls, written: str, sender: str) -> MailServer:
        """``smtps://name:password@host`` or ``smtp://host:25``; raises ``BadMailServer``."""
        parts = urlsplit(written)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname or not parseaddr(sender)[1]:
            raise BadMailServer("mail servers are written as smtps://name:password@host, with a sender")
        login = None if parts.username is None else (unquote(parts.username), unquote(parts.password or ""))
        encrypted = parts.scheme == "smtps"
        return cls(parts.hostname, parts.port or (465 if encrypted else 587), sender, encrypted, login)

    def send(self, letter: EmailMessage) -> None:
        """Hands a letter over. Raises ``NoSuchMailbox`` where that is of no use, and ``OSError`` where it may work
        later."""
        try:
            with self._connected() as server:
                server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as refused:
            if all(status >= _FOREVER for status, _ in refused.recipients.values()):
                raise NoSuchMailbox from None
            raise

    def _connected(self) -> smtplib.SMTP:
        """A password goes over an encrypted way or not at all."""
        context = ssl.create_default_context()
        if self.encrypted:
            server: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=_TIMEOUT, context=context)
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=_TIMEOUT)
        try:
            server.ehlo_or_helo_if_needed()
            if not self.encrypted and (self.login is not None or server.has_extn("starttls")):
                server.starttls(context=context)
            if self.login is not None:
                server.login(*self.login)
        except BaseException:
            with suppress(OSError):
                server.close()
            raise
        return server


def post_letters(send: Callable[[EmailMessage], None], sender: str, site: str, *, at: datetime) -> int:
    """Sends the next letter that is due; gives how many tries there were."""
    taken = take_messages("email", at)
    for message in taken:
        try:
            send(letter_of(message, sender, site, at=at))
        except NoSuchMailbox:
            record_not_delivered(message, PAUSES, at=at, gone=True)
        except OSError:  # every failure of smtplib is one
            record_not_delivered(message, PAUSES, at=at)
        else:
            record_delivered(message, at=at)
    return len(taken)


def letter_of(message: Message, sender: str, site: str, *, at: datetime) -> EmailMessage:
    """The letter: the same number each time it is sent, and nothing about the person."""
    says = told(message, site)
    letter = EmailMessage(policy=SMTP)
    letter["From"], letter["To"] = sender, bare(message.address)
    letter["Subject"], letter["Date"] = says.title, format_datetime(at)
    letter["Message-ID"] = f"<{message.id}@{parseaddr(sender)[1].partition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"  # nobody's absence notice answers it (RFC 3834)
    letter.set_content(says.words)
    if message.language is not None:
        letter["Content-Language"] = message.language
    return letter
