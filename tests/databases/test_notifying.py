"""A program of the person is told how an order went: signed, thin, again and again, and never into our own network."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from saqta.orders.actions import Wanted
from saqta.orders.models import Delivery
from saqta.orders.notifying import PAUSES, NotPublic, deliver, public_key, send_over_https, signing_key, vetted
from tests.databases.conftest import Register
from tests.databases.ordering import AT, place, settle, somebody, worker

KEYS = bytes(64)
ADDRESS = "https://clinic.example/told?by=saqta"


class Receiver:
    """Whoever is told; answers with the statuses it is given, and at last with 204."""

    def __init__(self, *statuses: int) -> None:
        self.statuses, self.got = list(statuses), list[tuple[str, bytes, dict[str, str]]]()

    def __call__(self, address: str, body: bytes, headers: dict[str, str]) -> int:
        self.got.append((address, body, headers))
        status = self.statuses.pop(0) if self.statuses else 204
        if status == 0:
            raise ConnectionResetError("reset")
        return status


@pytest.fixture(autouse=True)
def answered(register: Register) -> None:
    place(settle(somebody()), wanted=Wanted(consents=True, tell=(ADDRESS,)))
    worker().work(AT)


def test_the_notice_is_thin_and_its_signature_holds(register: Register) -> None:
    receiver = Receiver()
    assert deliver(signing_key(KEYS), receiver, at=AT) == 1
    ((address, body, headers),) = receiver.got
    told = json.loads(body)
    assert (address, told["type"], set(told), set(told["data"])) == (
        ADDRESS, "order.answered", {"type", "timestamp", "data"}, {"order"},
    )  # fmt: skip
    assert somebody().digits not in body.decode() + str(headers)
    version, signature = headers["webhook-signature"].split(",")
    assert version == "v1a"
    key = Ed25519PublicKey.from_public_bytes(b64decode(public_key(KEYS).removeprefix("whpk_")))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode()
    key.verify(b64decode(signature), signed + body)
    with pytest.raises(InvalidSignature):
        key.verify(b64decode(signature), signed + body.replace(b"answered", b"failed"))
    assert deliver(signing_key(KEYS), receiver, at=AT + timedelta(days=1)) == 0


def test_a_receiver_that_fails_is_tried_again_ever_more_seldom(register: Register) -> None:
    receiver, at = Receiver(500, 0, 302), AT
    for pause in PAUSES[:3]:
        assert deliver(signing_key(KEYS), receiver, at=at) == 1
        assert deliver(signing_key(KEYS), receiver, at=at + pause - timedelta(seconds=1)) == 0
        at += pause
    assert deliver(signing_key(KEYS), receiver, at=at) == 1
    assert Delivery.objects.get().delivered is True
    assert len({headers["webhook-id"] for _, _, headers in receiver.got}) == 1


def test_one_that_is_gone_or_never_answers_is_told_no_more(register: Register) -> None:
    assert deliver(signing_key(KEYS), Receiver(410), at=AT) == 1
    assert Delivery.objects.get().delivered is False
    Delivery.objects.update(ended=None, delivered=None, due=AT, tries=len(PAUSES))
    deliver(signing_key(KEYS), Receiver(500), at=AT)
    assert Delivery.objects.get().delivered is False


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "0.0.0.0", "192.168.1.1"]
)
@pytest.mark.usefixtures("socket_enabled")  # looking at a written address asks nobody
def test_nothing_is_sent_into_a_network_that_is_not_public(register: Register, host: str) -> None:
    with pytest.raises(NotPublic):
        vetted(host, 443)
    with pytest.raises(NotPublic):
        send_over_https(f"https://{f'[{host}]' if ':' in host else host}/", b"", {})
    with pytest.raises(NotPublic):
        send_over_https("http://93.184.216.34/", b"", {})
