"""An authority of time says of what was answered to the state gateway that it was there, and no answer waits for it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from asn1crypto import tsp
from django.db import DatabaseError, connection
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from saqta.orders import texts
from saqta.orders.exchanges import evidence, exchanges, sealed
from saqta.orders.models import TimeStamp, Unstamped
from saqta.orders.queries import changed_entries
from saqta.orders.records import ExchangeRecord
from saqta.orders.signing import Signing
from saqta.orders.time_stamps import Stamping, seen_at, wrong_time_stamps
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.databases.gateway_door import Door, joined
from tests.databases.ordering import AT, MINUTE, authority, signing

LATER = AT + MINUTE
door = pytest.fixture(joined)
on_sqlite = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked there is not the rows


def kept() -> ExchangeRecord:
    (listed,) = exchanges()
    return evidence(listed.id, by="test", at=AT)


def test_an_answer_is_seen_by_an_authority_of_time_once_it_has_left(door: Door) -> None:
    answer = door.ask().written
    assert (exchanges()[0].stamped, kept().time_stamp) == (None, None)
    assert Stamping(signing).stamp_due(LATER) == 1
    assert Stamping(signing).stamp_due(LATER) == 0
    token = kept().time_stamp
    assert token is not None
    assert seen_at(token, answer) == exchanges()[0].stamped == LATER
    assert [*changed_entries(), *wrong_time_stamps()] == []
    with pytest.raises(DatabaseError):
        TimeStamp.objects.update(token=b"")


@on_sqlite
def test_anybody_checks_a_time_stamp_without_us_and_finds_one_byte_that_was_changed(door: Door, tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.fail("openssl is missing: apt-get install openssl")
    answer = door.ask().written
    Stamping(signing).stamp_due(LATER)
    token = kept().time_stamp
    assert token is not None
    assert _openssl_verifies(token, answer, tmp_path)
    in_answer, in_digest, in_signature = len(answer) // 2, token.index(sha256(answer).digest()), len(token) - 1
    for forged, about in (
        (token, _flipped(answer, in_answer)),
        (_flipped(token, in_digest), answer),
        (_flipped(token, in_signature), answer),
    ):
        assert seen_at(forged, about) is None
        assert not _openssl_verifies(forged, about, tmp_path)


@on_sqlite
@pytest.mark.parametrize("fails", [ConnectionError, RuntimeError, lambda: texts.refused("no-signing-key")])
def test_an_authority_that_gives_no_time_keeps_no_answer_from_leaving(
    door: Door, fails: Callable[[], Exception]
) -> None:
    def silent() -> Signing:
        raise fails()

    assert door.ask().text("code") == "SCSS001"
    for at in (AT, AT + timedelta(seconds=1), AT + timedelta(seconds=3)):
        assert Stamping(silent).stamp_due(at) == 1
        assert Stamping(silent).stamp_due(at) == 0  # not at once again
    assert kept().time_stamp is None
    Stamping(signing).stamp_due(AT + MINUTE)
    assert kept().time_stamp is not None


@on_sqlite
def test_what_is_about_something_else_is_no_time_stamp(
    door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    door.ask()
    asked = signing().time_stamp
    monkeypatch.setattr(Signing, "time_stamp", lambda _self, content, *, at: asked(content + b" ", at=at))
    assert Stamping(signing).stamp_due(LATER) == 1
    assert TimeStamp.objects.count() == 0
    assert [record.message.partition(" of ")[0] for record in caplog.records] == [
        "NotATimeStamp while asking for the time"
    ]


@on_sqlite
def test_whoever_was_too_slow_finds_it_stamped_and_adds_nothing(door: Door) -> None:
    door.ask()
    after_the_lease = LATER + 2 * MINUTE

    def slow() -> Signing:
        assert Stamping(signing).stamp_due(after_the_lease) == 1  # somebody else has asked meanwhile
        return signing()

    assert Stamping(slow).stamp_due(LATER) == 1
    assert exchanges()[0].stamped == after_the_lease
    assert (TimeStamp.objects.count(), Unstamped.objects.count()) == (1, 0)
    assert [*changed_entries(), *wrong_time_stamps()] == []


def test_one_byte_of_a_time_stamp_that_was_changed_is_found(door: Door, register: Register) -> None:
    door.ask()
    Stamping(signing).stamp_due(LATER)
    row = TimeStamp.objects.get()
    _unprotect(register)
    TimeStamp.objects.update(token=_flipped(bytes(row.token), 100))
    assert list(changed_entries()) == list(wrong_time_stamps()) == [row.recorded_id]


def test_a_time_stamp_of_another_answer_is_found_also_by_whoever_does_not_ask_the_journal(
    door: Door, register: Register
) -> None:
    door.ask()
    Stamping(signing).stamp_due(LATER)
    row = TimeStamp.objects.get()
    _unprotect(register)
    other = signing().time_stamp(b"another answer", at=LATER)
    TimeStamp.objects.update(token=sealed(row.exchange_id, "time-stamp", other))
    assert list(wrong_time_stamps()) == [row.recorded_id]
    found = saqta("verify", "--json").document["findings"]
    assert {"what": "time-stamps", "number": row.recorded_id} in found
    assert {"what": "orders", "number": row.recorded_id} in found


@pytest.mark.enable_socket
def test_the_time_may_come_from_an_authority_over_http() -> None:
    with_keys = signing()._time

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            answer = with_keys.request_tsa_response(asked).dump()  # type: ignore[attr-defined]  # ours answers itself
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    over_http = Signing(authority(), f"http://127.0.0.1:{server.server_port}")
    assert isinstance(seen_at(over_http.time_stamp(b"an answer", at=AT), b"an answer"), datetime)
    server.shutdown()
    server.server_close()
    with pytest.raises(TimestampRequestError):
        over_http.time_stamp(b"an answer", at=AT)


def _flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def _openssl_verifies(token: bytes, content: bytes, folder: Path) -> bool:
    (folder / "token").write_bytes(token)
    (folder / "content").write_bytes(content)
    words = ["openssl", "ts", "-verify", "-token_in", "-in", "token", "-data", "content"]
    words += ["-CAfile", str(authority() / "authority.pem")]
    return subprocess.run(words, cwd=folder, capture_output=True, check=False).returncode == 0


def _unprotect(register: Register) -> None:
    with connection.cursor() as cursor:
        if register.kind == "postgresql":
            cursor.execute("DROP TRIGGER orders_timestamp_only_grows ON orders_timestamp")
        else:
            cursor.execute("DROP TRIGGER orders_timestamp_no_update")
