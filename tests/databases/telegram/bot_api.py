"""A server of the Bot API that is as strict as that of Telegram, or stricter: what Telegram refuses it refuses, in
Telegram's words, and what a bot must not do it remembers in ``wrongs``.

It speaks over real HTTP to a real process; people write and press in this process.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from saqta.channels.clock import now
from tests.databases.telegram.markup import BadMarkup, plain, units
from tests.databases.telegram.signing import TOKEN

PATIENCE = 60.0
"""Seconds that a person waits before the test fails."""
_TWO_DAYS = 48 * 3600
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")

Fields = dict[str, Any]


class Refusal(Exception):
    """What the server answers with a status that is not 200."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.retry_after = code, description, retry_after


@dataclass
class Shown:
    """One message in a chat."""

    number: int
    by_bot: bool
    text: str
    at: float
    html: str = ""
    buttons: list[list[Fields]] = field(default_factory=list)
    deleted: bool = False
    edits: int = 0

    def button(self, words: str) -> Fields:
        """The button with these words on it, or with words that contain them."""
        every = [button for row in self.buttons for button in row]
        exact = [button for button in every if button["text"] == words]
        found = exact or [button for button in every if words in button["text"]]
        assert len(found) == 1, f"{words!r} is on {len(found)} of the buttons {[one['text'] for one in every]}"
        return found[0]


@dataclass
class Chat:
    """One private chat and what is in it, the bot's and the person's."""

    person: int
    language: str
    messages: list[Shown] = field(default_factory=list)
    blocked: bool = False
    throttled: list[int] = field(default_factory=list)
    """Seconds to wait, one for each of the next calls about this chat."""
    free_at: float = 0.0

    @property
    def from_bot(self) -> list[Shown]:
        return [message for message in self.messages if message.by_bot and not message.deleted]


class BotApi:
    """The server and the people in front of their telephones."""

    def __init__(self) -> None:
        self._changed = threading.Condition(threading.RLock())
        self._chats: dict[int, Chat] = {}
        self._updates: list[Fields] = []
        self._next_update = 500_000
        self._next_message = 1
        self._poll: object | None = None
        self._queries: set[str] = set()
        self._webhook: Fields | None = None
        self._posting_to: tuple[str, int] | None = None
        self.calls: list[tuple[str, Fields]] = []
        self.wrongs: list[str] = []
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._speaking())
        server.daemon_threads = True
        self.address = f"http://127.0.0.1:{server.server_address[1]}"
        self._server = server
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    # What people do.

    def chat(self, person: int, language: str = "ru") -> Chat:
        with self._changed:
            return self._chats.setdefault(person, Chat(person, language))

    def writes(self, chat: Chat, text: str, *, edited: Shown | None = None, hours_ago: float = 0) -> Shown:
        """The person writes, or changes what was written."""
        with self._changed:
            if edited is None:
                edited = self._put(chat, Shown(0, False, text, now().timestamp() - hours_ago * 3600))
                kind = "message"
            else:
                kind, edited.text = "edited_message", text
            self._hand_out({kind: self._message(chat, edited)})
            return edited

    def presses(self, chat: Chat, words: str, message: Shown | None = None) -> None:
        """The person presses a button of the last message that has it."""
        with self._changed:
            shown = message or next(
                one
                for one in reversed(chat.from_bot)
                if any(words in key["text"] for row in one.buttons for key in row)
            )
            button = shown.button(words)
            query = f"q{self._next_update}"
            self._queries.add(query)
            pressed = {
                "id": query,
                "from": self._person(chat),
                "message": self._message(chat, shown),
                "chat_instance": "1",
                "data": button["callback_data"],
            }
            self._hand_out({"callback_query": pressed})

    def stops_the_bot(self, chat: Chat) -> None:
        with self._changed:
            chat.blocked = True
            bot = {"id": 123456789, "is_bot": True, "first_name": "Saqta"}
            change = {
                "chat": {"id": chat.person, "type": "private", "first_name": "A"},
                "from": self._person(chat),
                "date": int(now().timestamp()),
                "old_chat_member": {"user": bot, "status": "member"},
                "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
            }
            self._hand_out({"my_chat_member": change})

    def sees(self, chat: Chat, found: Callable[[Chat], Any], what: str = "") -> Any:
        """Waits until something is to be seen in the chat, and gives it."""
        return self.waits(lambda: found(chat), what or f"in the chat: {[one.text for one in chat.from_bot][-3:]}")

    def waits(self, found: Callable[[], Any], what: str = "") -> Any:
        end = time.monotonic() + PATIENCE
        with self._changed:
            while not (seen := found()):
                left = end - time.monotonic()
                assert left > 0, f"nobody saw it; {what}"
                self._changed.wait(min(left, 0.2))
            return seen

    def answered(self, chat: Chat, text: str) -> Shown:
        """Waits for a message of the bot that contains the text."""
        return self.sees(chat, lambda one: next((m for m in reversed(one.from_bot) if text in m.text), None), text)

    def throttle(self, chat: Chat, *seconds: int) -> None:
        """The next calls about the chat are refused, each with so many seconds to wait."""
        with self._changed:
            chat.throttled.extend(seconds)

    def posts_to(self, host: str, port: int) -> None:
        """Where the server in front of the bot hands on what is posted to its https address."""
        self._posting_to = (host, port)

    def is_polled(self) -> bool:
        return self._poll is not None

    def post(self, update: Fields, secret: str | None) -> int:
        """Posts an update as a stranger might; gives the status of the answer."""
        assert self._posting_to is not None
        connection = HTTPConnection(*self._posting_to, timeout=PATIENCE)
        headers = {"Content-Type": "application/json"}
        if secret is not None:
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        path = "/" if self._webhook is None else urlsplit(self._webhook["url"]).path
        connection.request("POST", path, json.dumps(update), headers)
        status = connection.getresponse().status
        connection.close()
        return status

    # What the bot does.

    def call(self, method: str, sent: Fields) -> Any:
        with self._changed:
            self.calls.append((method, sent))
            answer = getattr(self, f"_{method}", None)
            if answer is None or not method[:1].isalpha():
                raise Refusal(404, "Not Found")
            try:
                return answer(sent)
            finally:
                self._changed.notify_all()

    def _getMe(self, _sent: Fields) -> Fields:  # noqa: N802  # named as the method of the Bot API
        return {"id": 123456789, "is_bot": True, "first_name": "Saqta", "username": "SaqtaTestBot"}

    def _setMyCommands(self, sent: Fields) -> bool:  # noqa: N802
        for command in json.loads(sent["commands"]):
            if not re.fullmatch("[a-z0-9_]{1,32}", command["command"]) or not 1 <= len(command["description"]) <= 256:
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
        return True

    def _setChatMenuButton(self, _sent: Fields) -> bool:  # noqa: N802
        return True

    def _deleteWebhook(self, _sent: Fields) -> bool:  # noqa: N802
        self._webhook = None
        return True

    def _setWebhook(self, sent: Fields) -> bool:  # noqa: N802
        if not sent.get("url", "").startswith("https://"):
            raise Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if "secret_token" in sent and not _SECRET.fullmatch(sent["secret_token"]):
            raise Refusal(400, "Bad Request: secret token contains unallowed characters")
        self._webhook = sent
        threading.Thread(target=self._post_all, daemon=True).start()
        return True

    def _getUpdates(self, sent: Fields) -> list[Fields]:  # noqa: N802
        if self._webhook is not None:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        mine = self._poll = object()  # whoever asked before is told to stop
        self._changed.notify_all()
        if "offset" in sent:
            self._updates = [one for one in self._updates if one["update_id"] >= int(sent["offset"])]
        end = time.monotonic() + int(sent.get("timeout", 0))
        while not self._updates and self._poll is mine and (left := end - time.monotonic()) > 0:
            self._changed.wait(min(left, 0.2))
        if self._poll is not mine:
            raise Refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        self._poll = None
        return self._updates[: int(sent.get("limit", 100))]

    def _sendMessage(self, sent: Fields) -> Fields:  # noqa: N802
        chat = self._of(sent)
        html, text, buttons = _checked(sent)
        shown = self._put(chat, Shown(0, True, text, now().timestamp(), html, buttons))
        return self._message(chat, shown)

    def _editMessageText(self, sent: Fields) -> Fields:  # noqa: N802
        chat = self._of(sent)
        html, text, buttons = _checked(sent)
        shown = self._numbered(chat, sent, "edit")
        if not shown.by_bot:
            raise Refusal(400, "Bad Request: message can't be edited")
        if (shown.html, shown.buttons) == (html, buttons):
            raise Refusal(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
                "same as a current content and reply markup of the message",
            )
        shown.html, shown.text, shown.buttons = html, text, buttons
        shown.edits += 1
        return self._message(chat, shown)

    def _deleteMessage(self, sent: Fields) -> bool:  # noqa: N802
        shown = self._numbered(self._of(sent), sent, "delete")
        if now().timestamp() - shown.at > _TWO_DAYS:
            raise Refusal(400, "Bad Request: message can't be deleted for everyone")
        shown.deleted = True
        return True

    def _answerCallbackQuery(self, sent: Fields) -> bool:  # noqa: N802
        if sent["callback_query_id"] not in self._queries:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self._queries.discard(sent["callback_query_id"])
        return True

    # Between the two.

    def _of(self, sent: Fields) -> Chat:
        """The chat that a call is about, if it may be made now."""
        chat = self._chats.get(int(sent["chat_id"]))
        if chat is None:
            raise Refusal(400, "Bad Request: chat not found")
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if time.monotonic() < chat.free_at:
            self.wrongs.append("a chat was called before the time that Telegram had named")
        if chat.throttled:
            seconds = chat.throttled.pop(0)
            chat.free_at = time.monotonic() + seconds * 0.95
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", seconds)
        return chat

    def _numbered(self, chat: Chat, sent: Fields, verb: str) -> Shown:
        for message in chat.messages:
            if message.number == int(sent["message_id"]) and not message.deleted:
                return message
        raise Refusal(400, f"Bad Request: message to {verb} not found")

    def _put(self, chat: Chat, shown: Shown) -> Shown:
        shown.number, self._next_message = self._next_message, self._next_message + 1
        chat.messages.append(shown)
        self._changed.notify_all()
        return shown

    def _hand_out(self, update: Fields) -> None:
        self._updates.append({"update_id": self._next_update, **update})
        self._next_update += 1
        self._changed.notify_all()

    def _post_all(self) -> None:
        """Posts updates, one after another, each until it is taken."""
        webhook = self._webhook
        while self._webhook is webhook and webhook is not None:
            with self._changed:
                if not self._updates:
                    self._changed.wait(0.2)
                    continue
                update = self._updates[0]
            try:
                taken = self.post(update, webhook.get("secret_token")) == 200
            except OSError:
                taken = False
            with self._changed:
                if taken:
                    self._updates.remove(update)
                else:
                    self._changed.wait(0.2)

    def _person(self, chat: Chat) -> Fields:
        return {"id": chat.person, "is_bot": False, "first_name": "A", "language_code": chat.language}

    def _message(self, chat: Chat, shown: Shown) -> Fields:
        told = {
            "message_id": shown.number,
            "date": int(shown.at),
            "chat": {"id": chat.person, "type": "private", "first_name": "A"},
            "text": shown.text,
        }
        return told if shown.by_bot else {**told, "from": self._person(chat)}

    def _speaking(api: BotApi) -> type[BaseHTTPRequestHandler]:  # noqa: N805  # the class inside has a self of its own
        class Speaking(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:  # named by the server
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                code, told = 200, dict[str, Any]()
                try:
                    told = {"ok": True, "result": api.call(*_asked(self.path, self.headers, body))}
                except Refusal as refusal:
                    code = refusal.code
                    told = {"ok": False, "error_code": code, "description": refusal.description}
                    if refusal.retry_after is not None:
                        told["parameters"] = {"retry_after": refusal.retry_after}
                except Exception as error:  # noqa: BLE001  # whatever the bot provoked is told by the test
                    api.wrongs.append(f"{self.path.rpartition('/')[2]}: {error!r}")
                    code, told = 500, {"ok": False, "error_code": 500, "description": "Internal Server Error"}
                answer = json.dumps(told).encode()
                try:
                    self.send_response(code)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                return

        return Speaking


def _asked(path: str, headers: Any, body: bytes) -> tuple[str, Fields]:
    root, _, method = path.removeprefix("/").partition("/")
    if root != f"bot{TOKEN}":
        raise Refusal(401 if root.startswith("bot") else 404, "Unauthorized" if root.startswith("bot") else "Not Found")
    kind = headers.get("Content-Type", "").partition(";")[0]
    if kind == "application/json":
        return method, json.loads(body)
    if kind in ("application/x-www-form-urlencoded", ""):
        return method, dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=bool(body)))
    raise Refusal(400, f"Bad Request: {kind} is not spoken here")


def _checked(sent: Fields) -> tuple[str, str, list[list[Fields]]]:
    """The markup, the text and the buttons of a message, if they may be sent."""
    try:
        text = plain(sent["text"]) if sent.get("parse_mode") == "HTML" else sent["text"].strip()
    except BadMarkup as bad:
        raise Refusal(400, f"Bad Request: can't parse entities: {bad}") from None
    if not text:
        raise Refusal(400, "Bad Request: message text is empty")
    if units(text) > 4096:
        raise Refusal(400, "Bad Request: message is too long")
    rows = json.loads(sent.get("reply_markup", "{}")).get("inline_keyboard", [])
    for button in (one for row in rows for one in row):
        _check_button(button)
    if sum(map(len, rows)) > 100 or any(len(row) > 8 or not row for row in rows):
        raise Refusal(400, "Bad Request: reply markup is too long")
    return sent["text"], text, rows


def _check_button(button: Fields) -> None:
    if not button.get("text", "").strip():
        raise Refusal(400, "Bad Request: text buttons must not be empty")
    kinds = {"callback_data", "url", "web_app"} & set(button)
    if len(kinds) != 1:
        raise Refusal(400, "Bad Request: exactly one optional field must be used for a button")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"https?://[^/:]+\.[^/:]+", button["url"]):
        raise Refusal(400, f"Bad Request: inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


@contextmanager
def bot_api() -> Iterator[BotApi]:
    """A server of its own; at the end nothing wrong was done."""
    api = BotApi()
    try:
        yield api
        assert api.wrongs == []
    finally:
        api.close()
