"""What proves who somebody is: a password, and a code that changes every thirty seconds.

Passwords are kept as Argon2id makes them. The secret behind the codes has to be readable to be checked, so it is
encrypted under a key drawn from the key file of the register, which is in no copy of the database.
"""

from __future__ import annotations

import hmac
import secrets
from functools import lru_cache
from pathlib import Path
from uuid import UUID

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CODE_SECONDS = 30
"""How long a code is shown. One from before and one from after are accepted as well, because clocks differ."""
SHORTEST_PASSWORD = 12
"""Characters. No rule demands kinds of characters: length is what counts."""
LONGEST_PASSWORD = 200

_ISSUER = "Saqta"
_PURPOSE = b"saqta staff second factor"
_NONCE_BYTES = 12
_HASHER = PasswordHasher()
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look like another when they are read from paper."""


def new_password() -> str:
    """Twenty random characters in five groups: ninety-nine bits, and can be read out."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(5))


def hashed(password: str) -> str:
    return _HASHER.hash(password)


def is_password(password: str, kept: str | None) -> bool:
    """Whether this is the password; without one to compare with, it takes as long to say no."""
    try:
        return _HASHER.verify(_nobodys() if kept is None else kept, password) and kept is not None
    except VerificationError:
        return False


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return hashed(secrets.token_urlsafe())


def new_secret() -> str:
    """A secret of 160 bits in base 32, as authenticators take it."""
    return pyotp.random_base32()


def setup_address(secret: str, login: str) -> str:
    """The secret as an address that an authenticator opens."""
    return pyotp.TOTP(secret, interval=CODE_SECONDS).provisioning_uri(name=login, issuer_name=_ISSUER)


def code_at(secret: str, moment: int) -> str:
    """The code that an authenticator shows at a moment, in seconds since 1970."""
    return pyotp.TOTP(secret, interval=CODE_SECONDS).generate_otp(moment // CODE_SECONDS)


def step_of(code: str, secret: str, moment: int) -> int | None:
    """The number of the thirty seconds to which the code belongs, or None for one that is shown at no such time."""
    typed = "".join(code.split()).encode()
    now = moment // CODE_SECONDS
    shown = ((step, code_at(secret, step * CODE_SECONDS)) for step in (now, now - 1, now + 1))
    return next((step for step, right in shown if hmac.compare_digest(right.encode(), typed)), None)


class Secrets:
    """Secrets of second factors at rest, each bound to whose it is, so that they cannot be exchanged."""

    def __init__(self, keys: bytes) -> None:
        self._cipher = AESGCM(HKDF(SHA256(), 32, salt=None, info=_PURPOSE).derive(keys))

    def seal(self, secret: str, member: UUID) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, secret.encode(), member.bytes)

    def open(self, sealed: bytes, member: UUID) -> str:
        """Raises ``InvalidTag`` for a secret that is not this member's."""
        return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], member.bytes).decode()


@lru_cache(maxsize=4)
def secrets_under(path: Path) -> Secrets:
    """Those of the register whose key file this is."""
    return Secrets(path.read_bytes())
