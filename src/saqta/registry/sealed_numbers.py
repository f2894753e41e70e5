"""Numbers of people and payers at rest: a keyed digest to find them by, a ciphertext to read them from; and what other
rooms keep of people under the same keys.

Twelve digits can all be tried within an hour, so a digest without a key hides nothing. The keys lie beside the
database and are not part of it: a copy of the database alone finds nobody.
"""

from __future__ import annotations

import secrets
from hashlib import blake2b
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 64
_NONCE_BYTES = 12


class NoKeys(FileNotFoundError):
    """There is no key file, or it is not one: the register cannot be read or written."""


class Numbers:
    """Digests and ciphertexts under one pair of keys."""

    def __init__(self, keys: bytes) -> None:
        if len(keys) != KEY_BYTES:
            raise NoKeys("the key file does not hold 64 bytes")
        self._keyed, self._cipher = blake2b(digest_size=16, key=keys[:32]), AESGCM(keys[32:])

    def digest(self, digits: str) -> bytes:
        """Sixteen bytes by which a number is found."""
        return self._digest(digits.encode("ascii"))

    def digest_of(self, *parts: str) -> bytes:
        """Sixteen bytes that stand for all of these texts together."""
        return self._digest("\x1f".join(parts).encode())

    def _digest(self, content: bytes) -> bytes:
        keyed = self._keyed.copy()  # the key was taken in once for all
        keyed.update(content)
        return keyed.digest()

    def seal(self, digits: str) -> bytes:
        """The number, encrypted and bound to its own digest, so that ciphertexts cannot be exchanged between people."""
        return self.seal_document(digits.encode("ascii"), self.digest(digits))

    def open(self, sealed: bytes, digest: bytes) -> str:
        """The number of the person found by ``digest``; raises ``InvalidTag`` when the two do not belong together."""
        return self.open_document(sealed, digest).decode("ascii")

    def seal_document(self, content: bytes, bound_to: bytes) -> bytes:
        """Something that tells of a person, encrypted and bound to what it belongs to, so that two cannot be
        exchanged."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, bound_to)

    def open_document(self, sealed: bytes, bound_to: bytes) -> bytes:
        """What was sealed; raises ``InvalidTag`` when it does not belong to ``bound_to``."""
        return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to)


def read_keys(path: Path) -> Numbers:
    """The keys of a register; raises ``NoKeys``."""
    try:
        return Numbers(path.read_bytes())
    except FileNotFoundError as error:
        raise NoKeys("there is no key file") from error


def make_keys(path: Path) -> None:
    """New keys, readable by their owner alone; keys that exist are never replaced."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(secrets.token_bytes(KEY_BYTES))
