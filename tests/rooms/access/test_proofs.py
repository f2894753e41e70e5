"""What proves who somebody is."""

from __future__ import annotations

from uuid import uuid4

import pytest
from argon2 import Type, extract_parameters
from cryptography.exceptions import InvalidTag

from saqta.access.proofs import Secrets, code_at, hashed, is_password, new_password, new_secret, step_of

RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The shared secret of the examples of RFC 6238, in base 32."""


def test_passwords_cost_a_guesser_memory_and_time() -> None:
    parameters = extract_parameters(hashed("x"))
    assert parameters.type is Type.ID
    assert parameters.memory_cost >= 19 * 1024
    assert parameters.time_cost >= 2
    assert hashed("x") != hashed("x")


def test_a_password_is_itself_and_nothing_else() -> None:
    kept = hashed("төрт жапырақты беде")
    assert is_password("төрт жапырақты беде", kept)
    assert not is_password("төрт жапырақты бед", kept)
    assert not is_password("", None)
    assert len({new_password() for _ in range(100)}) == 100


@pytest.mark.parametrize(("moment", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_codes_are_those_of_the_standard(moment: int, code: str) -> None:
    assert code_at(RFC_SECRET, moment) == code


def test_a_code_belongs_to_its_half_minute_and_its_neighbours() -> None:
    secret, start = new_secret(), 1_800_000_000
    code, step = code_at(secret, start), start // 30
    assert [step_of(code, secret, start + seconds) for seconds in (-31, -30, 0, 59, 60)] == [
        None,
        *[step] * 3,
        None,
    ]
    for wrong in ("", "12345", "١٢٣٤٥٦", code[:-1], code + "0"):
        assert step_of(wrong, secret, start) is None


def test_a_secret_is_bound_to_its_owner_and_to_the_keys_of_the_register() -> None:
    secret, member = new_secret(), uuid4()
    sealed = Secrets(bytes(64)).seal(secret, member)
    assert Secrets(bytes(64)).open(sealed, member) == secret
    assert secret.encode() not in sealed
    for keys, owner in ((bytes(64), uuid4()), (b"1" * 64, member)):
        with pytest.raises(InvalidTag):
            Secrets(keys).open(sealed, owner)
