"""What goes out over HTTP, to a server that answers, one that hangs up, and one that says nothing."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from saqta.envelopes import posting
from saqta.envelopes.posting import NotAnAddress, post

pytestmark = pytest.mark.usefixtures("socket_enabled")
RESET = b""
SILENT = None


@contextmanager
def server(says: bytes | None) -> Iterator[tuple[str, list[bytes]]]:
    """A server for one question: it answers with these bytes, resets the connection, or says nothing."""
    listening, asked, over = socket.create_server(("127.0.0.1", 0)), list[bytes](), threading.Event()

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            while b"message" not in b"".join(asked):
                asked.append(connection.recv(4096))
            if says is None:
                over.wait(10)
            elif says == RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            else:
                connection.sendall(says)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/async?v=10", asked
    finally:
        over.set()
        thread.join()
        listening.close()


def test_a_message_is_posted_with_its_headers_and_what_comes_back_is_given() -> None:
    with server(b"HTTP/1.1 500 Fault\r\nContent-Length: 5\r\n\r\nfault") as (address, asked):
        assert post(address, b"message", {"SOAPAction": '""'}) == (500, b"fault")
    sent = b"".join(asked)
    assert sent.startswith(b"POST /async?v=10 HTTP/1.1\r\n")
    assert b'SOAPAction: ""\r\n' in sent
    assert sent.endswith(b"message")


def test_a_redirection_is_not_followed() -> None:
    with server(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n") as (address, _):
        assert post(address, b"message", {}).status == 302


@pytest.mark.parametrize("says", [RESET, SILENT, b"what is this?\r\n\r\n"], ids=["reset", "silent", "garbage"])
def test_whoever_does_not_answer_is_an_error_of_the_network(
    says: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "TIMEOUT", 0.3)
    with server(says) as (address, _), pytest.raises(OSError):  # noqa: PT011  # of which kind is the machine's matter
        post(address, b"message", {})


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://127.0.0.1/", "127.0.0.1", "http://", "http://h:99999/"]
)
def test_what_is_no_address_of_http_is_not_tried(address: str) -> None:
    with pytest.raises(NotAnAddress):
        post(address, b"message", {})
