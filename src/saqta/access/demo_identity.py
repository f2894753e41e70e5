"""The provider of identity of a demonstration: it vouches for invented people, to whoever chooses one of them.

It speaks the same OpenID Connect as a real one and is asked through the same door; only the way to it is short, because
it lives in the server that asks. Where its key does not lie it does not exist, and a register of real people never has
that key. Whoever lets it vouch has made sure that the person is an invented one.
"""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from cryptography.fernet import Fernet, InvalidToken
from joserfc import jwt
from joserfc.jwk import ECKey

from saqta.access.budgets import Budget, Budgets
from saqta.access.identity import ALGORITHMS, AUDIENCE
from saqta.access.openid import Provider, challenge_of, read_provider
from saqta.basis.identifiers import Iin

ISSUER = "saqta-demo"
_KEY = "demo-identity.json"
_LIFE = timedelta(minutes=5)
_ONCE = Budget("demo-code", 1, _LIFE // timedelta(microseconds=1) * 2)
"""What a code may be exchanged for."""
PROVIDER = Provider(
    issuer=ISSUER,
    client_id="saqta",
    authorization_endpoint="/demo-identity/authorize/",
    token_endpoint="/demo-identity/token/",  # noqa: S106  # an address
    jwks_uri="/demo-identity/keys/",
    redirect_uri="/signed-in/",
)
"""How it is connected: within the server, so that its addresses need no host."""


class _Code(msgspec.Struct, frozen=True, array_like=True):
    """What a code stands for."""

    iin: str
    nonce: str
    challenge: str
    redirect_uri: str
    until: int


def make_demo_provider(home: Path, trusted: Path, connection: Path | None = None) -> None:
    """A provider of identity for the invented people of a demonstration, trusted by the file of keys and, where one is
    named, connected by the file of the provider; what is there already stays."""
    key_file = home / _KEY
    if not key_file.exists():
        key = ECKey.generate_key("P-256", {"kid": ISSUER, "use": "sig", "alg": "ES256"})
        with open(os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123  # a Path cannot be opened with a mode
            json.dump(key.as_dict(private=True), file)
        trusted.write_text(json.dumps({"keys": [key.as_dict(private=False)]}), encoding="utf-8")
    if connection is not None and not connection.exists():
        connection.write_bytes(msgspec.json.encode(PROVIDER))


def demo_proof(home: Path, iin: Iin, at: datetime) -> str | None:
    """What the provider of a demonstration tells a program about one of its people; None where there is none."""
    provider = demo_provider(home)
    return None if provider is None else provider.vouch(iin.digits, {"aud": AUDIENCE}, at)


def demo_provider(home: Path, connection: Path | None = None) -> DemoProvider | None:
    """The provider that lives here; None where there is none, or where another one is connected."""
    if connection is not None:
        connected = read_provider(connection)
        if connected is None or connected.issuer != ISSUER:
            return None
    return _provider(home) if (home / _KEY).exists() else None


@lru_cache(maxsize=4)
def _provider(home: Path) -> DemoProvider:
    return DemoProvider(json.loads((home / _KEY).read_bytes()), home)


class DemoProvider:
    """Gives codes, and for each code once a signed word."""

    def __init__(self, key: dict[str, Any], home: Path) -> None:
        self._key = ECKey.import_key(key)
        secret = blake2b(key["d"].encode(), digest_size=32, person=b"saqta demo codes").digest()
        self._sealing = Fernet(urlsafe_b64encode(secret))
        self._used = Budgets(home / "demo-codes", secret)

    def code(self, iin: str, *, nonce: str, challenge: str, redirect_uri: str, at: datetime) -> str:
        """A code that says who came, good once and for minutes."""
        told = _Code(iin, nonce, challenge, redirect_uri, int((at + _LIFE).timestamp()))
        return self._sealing.encrypt(msgspec.json.encode(told)).decode()

    def asked(self, address: str, form: dict[str, str] | None, at: datetime) -> bytes:
        """What it answers to the server that it lives in."""
        if address == PROVIDER.jwks_uri:
            return msgspec.json.encode(self.keys())
        return msgspec.json.encode(self.exchanged(form or {}, at) or {"error": "invalid_grant"})

    def exchanged(self, form: dict[str, str], at: datetime) -> dict[str, object] | None:
        """What is given for a code; None for one that is not good, no longer, or not for whoever brings it."""
        try:
            told = msgspec.json.decode(self._sealing.decrypt(form.get("code", "")), type=_Code)
        except (InvalidToken, ValueError):
            return None
        fits = (
            (form.get("grant_type", ""), "authorization_code"),
            (form.get("client_id", ""), PROVIDER.client_id),
            (form.get("redirect_uri", ""), told.redirect_uri),
            (challenge_of(form.get("code_verifier", "")), told.challenge),
        )
        if at.timestamp() >= told.until or any(said != meant for said, meant in fits):
            return None
        if self._used.spend(at, self._used.of(_ONCE, form["code"])) is not None:
            return None
        said = self.vouch(told.iin, {"aud": PROVIDER.client_id, "nonce": told.nonce}, at)
        for_programs = self.vouch(told.iin, {"aud": AUDIENCE}, at)
        return {"id_token": said, "access_token": for_programs, "token_type": "Bearer", "expires_in": 300}

    def vouch(self, iin: str, more: dict[str, str], at: datetime) -> str:
        """A signed word that whoever came is the one with this number."""
        moment = int(at.timestamp())
        claims = {"iss": ISSUER, "sub": iin, "iin": iin, "iat": moment, "exp": moment + 300, **more}
        return jwt.encode({"alg": "ES256", "kid": ISSUER}, claims, self._key, algorithms=ALGORITHMS)

    def keys(self) -> dict[str, object]:
        """The public key, as providers publish theirs."""
        return {"keys": [self._key.as_dict(private=False)]}
