"""Telling a program of the person how an order went, as Standard Webhooks 1.0 describes it: a thin notice, signed
(v1a), tried again for three days.

The notice names the order and its state and nobody; whoever wants more asks for it with a proof of identity. It is sent
over HTTPS to addresses of the public network alone, and to the very address that was looked at, so that no name can
lead it into the network of the server.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import blake2b
from ipaddress import ip_address
from urllib.parse import urlsplit

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from saqta.orders.outbox import Message, record_delivered, record_not_delivered, take_messages

Send = Callable[[str, bytes, dict[str, str]], int]
"""Posts a body with headers to an address and gives the status; raises ``OSError`` when nobody answers."""

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400))
"""How long to wait after each try that failed; after the last there is no other."""
_GONE = 410
_TIMEOUT = 10


class NotPublic(OSError):
    """The address is not one of the public network."""


def signing_key(keys: bytes) -> Ed25519PrivateKey:
    """The key of notifications of this register."""
    return Ed25519PrivateKey.from_private_bytes(blake2b(keys, digest_size=32, person=b"saqta webhooks").digest())


def public_key(keys: bytes) -> str:
    """What receivers check signatures with, as Standard Webhooks writes it."""
    return f"whpk_{b64encode(signing_key(keys).public_key().public_bytes_raw()).decode()}"


def deliver(key: Ed25519PrivateKey, send: Send, *, at: datetime, at_most: int = 1) -> int:
    """Sends what is due to programs at that moment; gives how many tries there were."""
    taken = take_messages("https", at, at_most)
    for message in taken:
        status = _try(message, key, send, at)
        if 200 <= status < 300:
            record_delivered(message, at=at)
        else:
            record_not_delivered(message, PAUSES, at=at, gone=status == _GONE)
    return len(taken)


def send_over_https(address: str, body: bytes, headers: dict[str, str]) -> int:
    """Posts to an address of the public network; a redirection is a status like any other and is not followed."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        raise NotPublic("only HTTPS is sent to")
    host, port = parts.hostname, parts.port or 443
    reached = vetted(host, port)
    plain = socket.create_connection((reached, port), timeout=_TIMEOUT)
    try:
        to = http.client.HTTPSConnection(host, port, timeout=_TIMEOUT)
        to.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        to.request("POST", f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", body=body, headers=headers)
        return to.getresponse().status
    finally:
        plain.close()


def vetted(host: str, port: int) -> str:
    """The address behind a name; raises ``NotPublic`` when any of its addresses lies in a network of somebody's own."""
    found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    if not found or not all(ip_address(each.partition("%")[0]).is_global for each in found):
        raise NotPublic("the address is not one of the public network")
    return min(found)


def _try(message: Message, key: Ed25519PrivateKey, send: Send, at: datetime) -> int:
    """The status that the receiver answered with; 0 when nobody did."""
    moment = int(at.timestamp())
    told = {
        "type": f"order.{message.state}",
        "timestamp": message.at.isoformat(),
        "data": {"order": str(message.order)},
    }
    body, identifier = msgspec.json.encode(told), f"msg_{message.id}"
    signature = key.sign(f"{identifier}.{moment}.".encode() + body)
    headers = {
        "Content-Type": "application/json",
        "webhook-id": identifier,
        "webhook-timestamp": str(moment),
        "webhook-signature": f"v1a,{b64encode(signature).decode()}",
    }
    try:
        return send(message.address, body, headers)
    except (OSError, http.client.HTTPException, ValueError):
        return 0
