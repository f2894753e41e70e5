"""A file with one thing wrong is found by that thing, is not believed, and its faults repeat nothing of the file."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from saqta.basis.refusal import Refused
from saqta.ledger.faults import FAULTS
from saqta.ledger.reader import open_payments
from tests.rooms.ledger.bad_orders import bad_orders
from tests.rooms.ledger.bad_rows import bad_rows
from tests.rooms.ledger.bad_samples import ORDER, PEOPLE, Bad
from tests.rooms.ledger.bad_tables import bad_tables
from tests.rooms.ledger.payment_samples import events_of

BAD = [*bad_orders(), *bad_rows(), *bad_tables()]
SECRETS = {ORDER.payer} | {text for person in PEOPLE for text in (person.iin, person.surname, person.name) if text}


@pytest.mark.parametrize("bad", BAD, ids=[sample.what for sample in BAD])
def test_one_thing_wrong_is_the_only_thing_reported(bad: Bad, tmp_path: Path) -> None:
    path = tmp_path / "payments.txt"
    path.write_bytes(bad.content)
    _, rows, faults = events_of(path)
    assert {fault.code for fault in faults} == bad.codes
    said = msgspec.json.encode(faults).decode() + repr(faults) + repr(rows)
    assert not {secret for secret in SECRETS if secret in said}
    assert not any(row.believed and row.faults for row in rows)
    with pytest.raises(Refused) as refusal:
        next(open_payments(path).believed_rows())
    assert not {secret for secret in SECRETS if secret in str(refusal.value)}


def test_every_kind_of_fault_has_a_sample_with_no_other_fault() -> None:
    alone = {next(iter(sample.codes)) for sample in BAD if len(sample.codes) == 1}
    assert alone | {"person-tag"} == set(FAULTS)  # that letter is wrong only where one is demanded; see below


def test_hundreds_of_kinds_of_bad_input_are_told_apart() -> None:
    assert len({sample.what for sample in BAD}) == len(BAD) >= 400
