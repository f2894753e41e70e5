"""Work that a stranger's device does before a question, so that asking for ten thousand people costs ten thousand times
what asking for one costs.

The challenge is ALTCHA's: a key to be found by trying counters, each try a derivation by PBKDF2. It is signed, so that
nothing about it has to be kept, and it counts once: that is a budget of one question for its whole life, kept with the
other budgets of the server. It names nobody, sets no mark on the device and shows no puzzle.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any, NamedTuple

from altcha.v2 import Payload, create_challenge, verify_solution

from saqta.access.budgets import Budget, Key, digest_key

ALGORITHM = "PBKDF2/SHA-256"
LIFETIME = timedelta(minutes=10)
"""A question may be thought over for so long after its page was opened."""
LONGEST = 2000
"""Characters of a proof that are read at all; an honest one is shorter."""

_MICROSECOND = timedelta(microseconds=1)
ONCE = Budget("proof-of-work", 1, LIFETIME // _MICROSECOND)
"""What a proof may pay for."""


class Work(NamedTuple):
    """How much is asked for: derivations from ``least`` up to, but not including, ``most``, each of ``rounds``."""

    rounds: int
    least: int
    most: int


ASKED = Work(rounds=2000, least=40, most=120)
"""Little for whoever asks one question, much for whoever asks ten thousand."""


class ProofOfWork:
    """Sets challenges and recognises those that were solved; ``key`` is that of the register."""

    def __init__(self, key: bytes, work: Work = ASKED) -> None:
        self._work = work
        self._secret, self._key_secret = (
            blake2b(purpose, digest_size=32, key=key[:32]).digest() for purpose in (b"challenge", b"solution")
        )

    def challenge(self, at: datetime) -> dict[str, Any]:
        """A new challenge as ALTCHA's programs read it, to be solved within ``LIFETIME``."""
        # Our own end of life stands among the signed data, because ALTCHA would compare its own with the machine's
        # clock, and whoever asks here tells the moment.
        challenge = create_challenge(
            ALGORITHM,
            self._work.rounds,
            counter=self._work.least + secrets.randbelow(self._work.most - self._work.least),
            data={"until": int((at + LIFETIME).timestamp())},
            hmac_secret=self._secret,
            hmac_key_secret=self._key_secret,
        )
        found: dict[str, Any] = challenge.to_dict()
        return found

    def solved(self, written: str, at: datetime) -> Key | None:
        """The key under which this proof is spent; None when it proves nothing: it is no solution, not of a challenge
        of ours, or too old."""
        if len(written) > LONGEST:
            return None
        try:
            payload = Payload.from_base64(written)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        found = verify_solution(payload, self._secret, hmac_key_secret=self._key_secret)
        signed = payload.challenge.parameters.data
        if not found.verified or signed is None or signed["until"] <= at.timestamp():
            return None
        return digest_key(bytes.fromhex(payload.challenge.parameters.nonce))
