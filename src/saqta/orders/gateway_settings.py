"""What an operator puts down to join the state gateway: a folder, open to the operator alone.

``gateway.json``   by which name and password we are known there, where its asynchronous channel is, and the names of
                   the services; a side-car that signs, where the key is one of GOST
``key.pem``        the key that signs our messages (RSA), with ``certificate.pem``; a side-car has ``key.p12`` and
                   ``password`` instead
``senders/``       a file ``<sender>.pem`` for each system that may ask, with the certificates it signs by
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from saqta.basis.strict_json import decode
from saqta.envelopes.posting import Post
from saqta.envelopes.senders import Senders
from saqta.envelopes.side_car import SideCar
from saqta.envelopes.signatures import OwnKey, Signatures
from saqta.envelopes.writing import Own
from saqta.orders.gateway import Services

DEMO_SENDER = "demo-gateway"
_FILE = "gateway.json"
_LIFE = timedelta(days=3650)


class GatewaySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``address``: where answers that are owed are sent; None leaves them waiting. ``side_car``: the address of the
    side-car that signs; None signs in this process."""

    sender: str
    password: str
    address: str | None = None
    side_car: str | None = None
    services: Services = Services()

    @property
    def own(self) -> Own:
        return Own(self.sender, self.password)


def read_settings(folder: Path) -> GatewaySettings | None:
    """What is configured; None where this server has not joined the gateway. Raises ``Refused`` for a file that is not
    one of settings."""
    try:
        written = (folder / _FILE).read_bytes()
    except FileNotFoundError:
        return None
    return decode(written, GatewaySettings)


def signatures_of(folder: Path, settings: GatewaySettings, post: Post) -> Signatures:
    """Whoever signs for us; raises ``Refused`` when there is no key."""
    return OwnKey(folder) if settings.side_car is None else SideCar(folder, settings.side_car, post)


def senders_of(folder: Path) -> Senders:
    """The systems that may ask."""
    return Senders.read(folder / "senders")


def make_throw_away_gateway(folder: Path, *, at: datetime) -> None:
    """Keys for a demonstration: ours, and those of an invented system that may ask. What is there already stays."""
    if (folder / _FILE).exists():
        return
    (folder / "senders").mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / DEMO_SENDER).mkdir(exist_ok=True, mode=0o700)
    _make_key(folder, "Saqta demonstration", at)
    _make_key(folder / DEMO_SENDER, "Saqta demonstration gateway", at)
    asking = (folder / DEMO_SENDER / "certificate.pem").read_bytes()
    (folder / "senders" / f"{DEMO_SENDER}.pem").write_bytes(asking)
    _write(folder / _FILE, msgspec.json.encode(GatewaySettings("saqta", "demonstration")))


def _make_key(folder: Path, name: str, at: datetime) -> None:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.COUNTRY_NAME, "KZ")])
    begin = at.astimezone(UTC) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + _LIFE)
        .sign(key, hashes.SHA256())
    )
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    _write(folder / "key.pem", key.private_bytes(encoding, form, serialization.NoEncryption()))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(encoding))


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)
