"""What a stranger's device is asked to do before a question, and what passes for having done it."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from altcha.v2 import Challenge, Payload, solve_challenge

from saqta.access.proof_of_work import ASKED, LIFETIME, LONGEST, ProofOfWork, Work

AT = datetime(2025, 10, 5, 6, 30, tzinfo=UTC)
LITTLE = Work(rounds=1, least=3, most=9)
PROOFS = ProofOfWork(bytes(64), LITTLE)


def solved(challenge: dict[str, Any]) -> str:
    """What an honest device sends: ALTCHA's own program does the work."""
    found = Challenge.from_dict(challenge)
    solution = solve_challenge(found)
    assert solution is not None
    return Payload(found, solution).to_base64()


def test_work_that_was_done_is_recognised_until_its_time_is_over() -> None:
    proof = solved(PROOFS.challenge(AT))
    assert len(proof) < LONGEST
    assert PROOFS.solved(proof, AT) is not None
    last = AT + LIFETIME - timedelta(seconds=1)
    assert PROOFS.solved(proof, last) == PROOFS.solved(proof, AT)
    assert PROOFS.solved(proof, AT + LIFETIME) is None


def test_two_challenges_are_never_the_same() -> None:
    first, second = (PROOFS.solved(solved(PROOFS.challenge(AT)), AT) for _ in range(2))
    assert first != second


def test_the_work_asked_for_is_between_its_bounds() -> None:
    for _ in range(20):
        challenge = PROOFS.challenge(AT)
        assert challenge["parameters"]["cost"] == LITTLE.rounds
        proof = json.loads(base64.b64decode(solved(challenge)))
        assert LITTLE.least <= proof["solution"]["counter"] < LITTLE.most
    assert ASKED.rounds * ASKED.least >= 80_000


def forged(change: str) -> str:
    """A proof with something put into it that our side did not sign or the device did not find."""
    proof = json.loads(base64.b64decode(solved(PROOFS.challenge(AT))))
    parameters, solution = proof["challenge"]["parameters"], proof["solution"]
    match change:
        case "another life":
            parameters["data"]["until"] += 3600
        case "less work":
            parameters["cost"] = 0
        case "another nonce":
            parameters["nonce"] = "00" * 16
        case "no work":
            solution["derivedKey"] = parameters["keyPrefix"] + "00" * 16
        case "another's signature":
            proof["challenge"]["signature"] = ProofOfWork(b"x" * 64, LITTLE).challenge(AT)["signature"]
        case "no signature":
            del proof["challenge"]["signature"]
        case "a list for an object":
            proof["challenge"] = [parameters]
        case "a text for an object":
            proof["challenge"]["parameters"] = "nonce"
    return base64.b64encode(json.dumps(proof).encode()).decode()


@pytest.mark.parametrize(
    "change",
    [
        "another life", "less work", "another nonce", "no work", "another's signature", "no signature",
        "a list for an object", "a text for an object",
    ],
)  # fmt: skip
def test_what_was_changed_proves_nothing(change: str) -> None:
    assert PROOFS.solved(forged("nothing"), AT) is not None
    assert PROOFS.solved(forged(change), AT) is None


@pytest.mark.parametrize("written", ["", "?", "bnVsbA==", "e30=", "A" * (LONGEST + 1), base64.b64encode(b"[" * 900)])
def test_what_is_no_proof_at_all_is_no_accident(written: str) -> None:
    assert PROOFS.solved(written if isinstance(written, str) else written.decode(), AT) is None
