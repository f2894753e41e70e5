"""Who somebody proved to be, by the word of a provider of identity whom this register trusts.

A number proves nothing: it can be generated, and was leaked. What tells amounts and payers is therefore told only to
somebody for whom a provider has signed, minutes ago and for us, that this person is the one with that number: a JSON
Web Token (RFC 7519) under a key of the trusted set. A demonstration has a provider of its own, which says so of its
invented people alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

AUDIENCE = "saqta"
_NEWS = timedelta(minutes=10)
"""How long ago a provider may have signed: who somebody was then, they are now."""
_CLOCKS_DIFFER = timedelta(seconds=60)
ALGORITHMS = ["Ed25519", "ES256", "ES384", "RS256", "PS256"]
_LONGEST = 4000
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
    """The providers whose word counts when a program brings it: those of a file of public keys (JWKS), and the one
    through which people sign in, which judges its own by ``connected``; without either nobody's does."""

    def __init__(self, path: Path, connected: Callable[[str, datetime], Proven] | None = None) -> None:
        keys = KeySet.import_key_set(json.loads(path.read_bytes())) if path.exists() else None
        by_file = None if keys is None else partial(_by_keys, keys)
        self._ways = [way for way in (by_file, connected) if way is not None]

    def proven(self, written: str, at: datetime) -> Proven:
        """Whom this token names; raises ``Refused`` for one that is not signed by a trusted key, not for us, not of
        now, or names nobody, and ``ConnectionError`` when the provider that could tell does not answer."""
        if not self._ways:
            raise identity_refused("nobody-vouches")
        if not 0 < len(written) <= _LONGEST:
            raise identity_refused("not-proven")
        for way in self._ways[:-1]:
            with suppress(Refused):
                return way(written, at)
        return self._ways[-1](written, at)


def _by_keys(keys: KeySet, written: str, at: datetime) -> Proven:
    try:
        claims = jwt.decode(written, keys, algorithms=ALGORITHMS).claims
    except (JoseError, ValueError, TypeError, KeyError):
        raise identity_refused("not-proven") from None
    if not is_of_now(claims, at) or not _lives_shortly(claims) or claims.get("aud") != AUDIENCE:
        raise identity_refused("not-proven")
    return named(claims, "iin", str(claims.get("iss", "")))


def named(claims: dict[str, Any], claim: str, provider: str) -> Proven:
    """The person whose number stands in this claim; raises ``Refused`` where none does."""
    number = claims.get(claim)
    try:
        return Proven(Iin.parse(number if isinstance(number, str) else ""), provider[:40])
    except Refused:
        raise identity_refused("not-proven") from None


def is_of_now(claims: dict[str, Any], at: datetime) -> bool:
    """Whether it was signed within the last minutes and is not over."""
    issued, until = claims.get("iat"), claims.get("exp")
    if not (isinstance(issued, int) and isinstance(until, int)):
        return False
    age = at.timestamp() - issued
    return -_CLOCKS_DIFFER.total_seconds() <= age <= _NEWS.total_seconds() and at.timestamp() < until


def _lives_shortly(claims: dict[str, Any]) -> bool:
    lasts: int = claims["exp"] - claims["iat"]
    return lasts <= _NEWS.total_seconds()


def identity_refused(code: str) -> Refused:
    """The refusal with this code."""
    return Refused(Fault(code, _TEXTS[code]))
