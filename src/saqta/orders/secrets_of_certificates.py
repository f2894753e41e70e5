"""By what a certificate is found: the long secret in its QR code, and a short code for whoever types."""

from __future__ import annotations

import secrets

from saqta.registry.sealed_numbers import Numbers

TOKEN_BYTES = 16
"""128 random bits: nobody finds a certificate by trying."""
CODE_LETTERS = 10
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Letters and digits that nobody mistakes for one another. A short code counts only together with the date of birth."""


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LETTERS))


def spaced(code: str) -> str:
    """``ABCDE-FGHJK``, as it is printed."""
    return f"{code[:5]}-{code[5:]}"


def typed_code(typed: str) -> str:
    """The code as it was made, however it was typed."""
    return "".join(letter for letter in typed.upper() if letter in ALPHABET)


def digest_of_token(numbers: Numbers, token: str) -> bytes:
    return numbers.digest_of("certificate", token)


def digest_of_code(numbers: Numbers, code: str, birth_date: str) -> bytes:
    """The short code is kept only together with the second datum, so that it is worth nothing alone."""
    return numbers.digest_of("certificate-code", code, birth_date)
