"""Who somebody proved to be, by the word of a provider of identity whom this register trusts.

A number proves nothing: it can be generated, and was leaked. What tells amounts and payers is therefore told only to
somebody for whom a provider has signed, minutes ago and for us, that this person is the one with that number: a JSON
Web Token (RFC 7519) under a key of the trusted set. A demonstration has a provider of its own, which says so of its
invented people alone.
"""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet

from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

AUDIENCE = "saqta"
LONGEST_LIFE = timedelta(minutes=10)
_CLOCKS_DIFFER = timedelta(seconds=60)
_ALGORITHMS = ["Ed25519", "ES256", "ES384", "RS256", "PS256"]
_LONGEST = 4000
_DEMO_PROVIDER = "saqta-demo"
_DEMO_KEY = "demo-identity.json"
_TEXTS = {
    "nobody-vouches": Text(
        ru="Здесь не подключён ни один способ доказать, кто вы. Справку можно заказать на eGov.kz или по номеру 1414.",
        kk="Мұнда кім екеніңізді дәлелдейтін бірде-бір жол қосылмаған. Анықтамаға eGov.kz порталында немесе 1414 "
        "нөмірі арқылы тапсырыс беруге болады.",
        en="No way to prove who you are is connected here. The certificate can be ordered on eGov.kz, or ring 1414.",
    ),
    "not-proven": Text(
        ru="Не доказано, что это вы. Войдите снова: подтверждение действует несколько минут.",
        kk="Бұл сіз екеніңіз дәлелденбеді. Қайта кіріңіз: растау бірнеше минут қана жарамды.",
        en="It was not proven that this is you. Sign in again: a proof is good for a few minutes.",
    ),
}


class Proven(NamedTuple):
    """Whom a provider vouched for, and which one."""

    iin: Iin
    provider: str


class Identities:
    """The providers whose word counts: a file of public keys (JWKS); without the file nobody's does."""

    def __init__(self, path: Path) -> None:
        self._keys = KeySet.import_key_set(json.loads(path.read_bytes())) if path.exists() else None

    def proven(self, written: str, at: datetime) -> Proven:
        """Whom this token names; raises ``Refused`` for one that is not signed by a trusted key, not for us, not of
        now, or names nobody."""
        if self._keys is None:
            raise _refused("nobody-vouches")
        if not 0 < len(written) <= _LONGEST:
            raise _refused("not-proven")
        try:
            claims = jwt.decode(written, self._keys, algorithms=_ALGORITHMS).claims
        except (JoseError, ValueError, TypeError, KeyError):
            raise _refused("not-proven") from None
        if not _is_of_now(claims, at) or claims.get("aud") != AUDIENCE or not isinstance(claims.get("iin"), str):
            raise _refused("not-proven")
        try:
            return Proven(Iin.parse(claims["iin"]), str(claims.get("iss", ""))[:40])
        except Refused:
            raise _refused("not-proven") from None


def make_demo_provider(home: Path, trusted: Path) -> None:
    """A provider of identity for the invented people of a demonstration; one that is there already stays."""
    key_file = home / _DEMO_KEY
    if key_file.exists():
        return
    key = ECKey.generate_key("P-256", {"kid": _DEMO_PROVIDER, "use": "sig", "alg": "ES256"})
    with open(os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123  # a Path cannot be opened with a mode
        json.dump(key.as_dict(private=True), file)
    trusted.write_text(json.dumps({"keys": [key.as_dict(private=False)]}), encoding="utf-8")


def demo_proof(home: Path, iin: Iin, at: datetime) -> str | None:
    """What the provider of a demonstration says of one of its invented people; None where there is no such provider.
    Whoever calls this has made sure that the person is an invented one."""
    key_file = home / _DEMO_KEY
    if not key_file.exists():
        return None
    key, moment = ECKey.import_key(json.loads(key_file.read_bytes())), int(at.timestamp())
    claims = {"iss": _DEMO_PROVIDER, "aud": AUDIENCE, "iin": iin.digits, "iat": moment, "exp": moment + 300}
    return jwt.encode({"alg": "ES256", "kid": _DEMO_PROVIDER}, claims, key, algorithms=_ALGORITHMS)


def _is_of_now(claims: dict[str, Any], at: datetime) -> bool:
    issued, until = claims.get("iat"), claims.get("exp")
    if not (isinstance(issued, int) and isinstance(until, int)):
        return False
    now = at.timestamp()
    return issued - _CLOCKS_DIFFER.total_seconds() <= now < until and until - issued <= LONGEST_LIFE.total_seconds()


def _refused(code: str) -> Refused:
    return Refused(Fault(code, _TEXTS[code]))
