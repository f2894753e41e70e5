"""How a citizen proves over the web who they are: a provider of identity is asked by OpenID Connect.

The browser is sent there and comes back with a code; the code is exchanged for a signed word about who came, by a way
of our own that no browser sees. The authorization code flow (OpenID Connect Core 1.0, 3.1) with a proof key (RFC 7636):
what comes back is good once, for the browser that was sent, and for nobody else.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import logging
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from saqta.access.back_channel import Exchange
from saqta.access.identity import ALGORITHMS, AUDIENCE, Proven, identity_refused, is_of_now, named

_KEYS_FOR = timedelta(hours=1)
"""How long the provider's keys are taken as they were fetched."""
_KEYS_AGAIN = timedelta(minutes=1)
"""How soon they may be fetched anew for a key that is not among them."""
_QUIET = timedelta(seconds=10)
"""How long a provider that did not answer is not asked again: everybody else waits while it is."""
_LONGEST_TOKEN = 16_000
_accidents = logging.getLogger("saqta.accidents")


class ProviderUnreachable(ConnectionError):
    """The provider of identity did not answer, or answered what nobody can read: nothing is known of who came."""


class NotAProvider(ValueError):
    """The file that describes the provider of identity does not."""


class Provider(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A provider of identity as it is written in ``SAQTA_OPENID``. ``redirect_uri`` is our address as it is registered
    there; ``iin_claim`` says in which claim it tells the number, and ``api_audience`` for whom it signs what programs
    bring to ``/api/``."""

    issuer: str
    client_id: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    redirect_uri: str
    client_secret: str | None = None
    iin_claim: str = "iin"
    scope: str = "openid"
    api_audience: str = AUDIENCE


def read_provider(path: Path) -> Provider | None:
    """The provider described in this file; None without the file. Raises ``NotAProvider``."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Provider)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        raise NotAProvider(f"{path.name}: {error}") from None


class OpenIdConnect:
    """One provider of identity: where to send a browser, and who came back. ``exchange`` is the way to it."""

    def __init__(self, provider: Provider, exchange: Exchange) -> None:
        self.provider, self._exchange = provider, exchange
        self._keys: KeySet | None = None
        self._fetched: datetime | None = None
        self._quiet_until: datetime | None = None

    def address(self, state: str, nonce: str, verifier: str, language: str) -> str:
        """Where the browser is sent."""
        asked = {
            "response_type": "code",
            "client_id": self.provider.client_id,
            "redirect_uri": self.provider.redirect_uri,
            "scope": self.provider.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge_of(verifier),
            "code_challenge_method": "S256",
            "ui_locales": language,
        }
        mark = "&" if "?" in self.provider.authorization_endpoint else "?"
        return f"{self.provider.authorization_endpoint}{mark}{urlencode(asked)}"

    def who_came(self, code: str, *, verifier: str, nonce: str, at: datetime) -> Proven:
        """Whom the provider names for this code. Raises ``Refused`` for a code that is not good, or no longer, and for
        a word that is not signed by the provider, for us, now and for this sign-in; ``ProviderUnreachable`` when
        nothing can be learned."""
        token = self._token(code, verifier, at)
        claims = self._signed(token, at)
        if not _is_for(claims, self.provider.client_id) or claims.get("nonce") != nonce:
            raise identity_refused("not-proven")
        return self._named(claims, at)

    def bearer(self, token: str, at: datetime) -> Proven:
        """Whom a token names that a program brought; raises like ``who_came``."""
        claims = self._signed(token, at)
        audience = claims.get("aud")
        if self.provider.api_audience not in (audience if isinstance(audience, list) else [audience]):
            raise identity_refused("not-proven")
        return self._named(claims, at)

    def _token(self, code: str, verifier: str, at: datetime) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.provider.redirect_uri,
            "client_id": self.provider.client_id,
            "code_verifier": verifier,
        }
        if self.provider.client_secret is not None:
            form["client_secret"] = self.provider.client_secret
        answer = self._asked(self.provider.token_endpoint, form, at)
        if answer.get("error") == "invalid_grant":
            raise identity_refused("not-proven")
        token = answer.get("id_token")
        if not isinstance(token, str) or len(token) > _LONGEST_TOKEN:
            _accidents.error("the provider of identity gave no word: %s", str(answer.get("error"))[:40])
            raise ProviderUnreachable
        return token

    def _signed(self, token: str, at: datetime) -> dict[str, Any]:
        """The claims of a token that a key of the provider has signed."""
        for keys in (self._keys_of(at), self._keys_of(at, anew=True)):
            try:
                return dict(jwt.decode(token, keys, algorithms=ALGORITHMS).claims)
            except (JoseError, ValueError, TypeError, KeyError):
                continue
        raise identity_refused("not-proven")

    def _keys_of(self, at: datetime, *, anew: bool = False) -> KeySet:
        """The provider's keys; fetched anew when they are old, or when a key was not among them."""
        if self._keys is None or self._fetched is None or at >= self._fetched + (_KEYS_AGAIN if anew else _KEYS_FOR):
            told: Any = self._asked(self.provider.jwks_uri, None, at)
            try:
                self._keys, self._fetched = KeySet.import_key_set(told), at
            except (JoseError, ValueError, TypeError, KeyError):
                raise ProviderUnreachable from None
        return self._keys

    def _named(self, claims: dict[str, Any], at: datetime) -> Proven:
        if claims.get("iss") != self.provider.issuer or not is_of_now(claims, at):
            raise identity_refused("not-proven")
        return named(claims, self.provider.iin_claim, self.provider.issuer)

    def _asked(self, address: str, form: dict[str, str] | None, at: datetime) -> dict[str, Any]:
        if self._quiet_until is not None and at < self._quiet_until:
            raise ProviderUnreachable
        try:
            answer = json.loads(self._exchange(address, form, at))
        except (OSError, http.client.HTTPException, ValueError) as error:
            _accidents.error("%s while asking the provider of identity", type(error).__name__)
            self._quiet_until = at + _QUIET
            raise ProviderUnreachable from None
        if not isinstance(answer, dict):
            raise ProviderUnreachable
        return answer


def challenge_of(verifier: str) -> str:
    """What is told of a proof key before it is shown (RFC 7636, method S256)."""
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def origin_of(address: str) -> str:
    """Whose address it is: scheme, host and port; empty for one of our own."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _is_for(claims: dict[str, Any], client: str) -> bool:
    """Whether it is for us: named alone, or as the party that it was given to."""
    audience = claims.get("aud")
    if isinstance(audience, list):
        return client in audience and (len(audience) == 1 or claims.get("azp") == client)
    return audience == client and claims.get("azp", client) == client
