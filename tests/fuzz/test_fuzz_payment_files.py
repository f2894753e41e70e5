"""Whatever bytes a payment file is made of, it is judged or refused, and nothing of it is repeated in a fault."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saqta.basis.refusal import Refused
from saqta.ledger.faults import FAULTS
from saqta.ledger.reader import open_payments
from saqta.ledger.receipts import receipt
from saqta.ledger.records import JudgedRow, Judgement, PaymentFault
from tests.rooms.ledger.bad_orders import bad_orders
from tests.rooms.ledger.bad_rows import bad_rows
from tests.rooms.ledger.bad_tables import bad_tables
from tests.rooms.ledger.payment_samples import Order, encoded, people, write_csv, write_mt102

SEEDS = [
    write_mt102(Order(), people(3)),
    write_mt102(Order(), people(3), "older", "kz1048"),
    write_mt102(Order(), people(2), encoding="utf-16-le") + write_mt102(Order(), people(2), encoding="utf-16-le")[2:],
    write_mt102(Order(), people(2)) + write_mt102(Order(payment_code="124"), people(3, start=4), "older"),
    write_csv(Order(), people(4)).encode(),
    encoded(write_csv(Order(), people(4), delimiter="\t", end="\r"), "kz1048"),
    write_csv(Order(), people(4), delimiter=",").replace("Қайрат", '"Қай""рат"').encode(),
    *(sample.content for sample in (*bad_orders(), *bad_rows(), *bad_tables()) if len(sample.content) < 10_000),
]
PIECES = [
    b"-}", b"{1:", b"{2:I102", b"{4:", b"{5:}", b":21:", b":32A:", b":32B:KZT", b":70:", b"/IDN/", b"//FM/",
    b"/ASSIGN/", b"/", b":", b"\n", b"\r", b"\r\n", b"\0", b"\x1a", b"\xff\xfe", b"\xef\xbb\xbf", b"\x98",
    b"\xd0", b'"', b";", b",", b"\t", b"-", b"KZT", b"9" * 50, b"A" * 5000, b" " * 300,
    "٣".encode(), "\u2028".encode(), "\u0085".encode(), "İ".encode(), "𝟙".encode(),
]  # fmt: skip
FIELDS = {
    "iin", "birth_date", "surname", "name", "patronymic", "amount", "currency", "month", "payment_code", "sequence",
    "person_tag", "paid_on", "payer", "payer_account", "number", "date", "reference", "bank", "beneficiary",
    "beneficiary_account", "beneficiary_bank", "purpose", "total", "account", "number_before_2013", "return_reason",
    None,
}  # fmt: skip


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """The seed with a few bytes changed, cut out, doubled, moved or put in."""
    content = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((1, 1, 2, 8, 40, 400)))
        match chance.randrange(6):
            case 0:
                content[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
            case 1:
                del content[start:end]
            case 2:
                content[start:start] = content[start:end]
            case 3:
                content[start:start] = chance.choice(PIECES)
            case 4:
                piece = content[start:end]
                del content[start:end]
                place = chance.randrange(len(content) + 1)
                content[place:place] = piece
            case _:
                content[start:end] = chance.choice(PIECES)
    return bytes(content)


def judge(path: Path, content: bytes) -> Judgement | None:
    """Judges the content and checks what holds for every file; None when it is refused."""
    path.write_bytes(content)
    lines = content.count(b"\n") + content.count(b"\r") + 1
    faults: list[PaymentFault] = []

    def watch(event: object) -> None:
        if isinstance(event, JudgedRow):
            faults.extend(event.faults)
            assert not (event.believed and (event.row is None or event.faults))
            if event.believed and event.row is not None:
                assert receipt(event.row).amount.tiyn > 0
        elif isinstance(event, PaymentFault):
            faults.append(event)

    try:
        judgement = open_payments(path).judge(watch)
    except Refused:
        return None
    assert judgement.valid == (not faults)
    for fault in faults:
        assert fault.text == FAULTS[fault.code]
        assert fault.field in FIELDS
        assert fault.line is not None
        assert 1 <= fault.line <= lines
    return judgement


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "payments"


@pytest.mark.parametrize("start", range(8))
def test_mutated_files_are_judged_or_refused(path: Path, start: int) -> None:
    chance = random.Random(start)
    judged = sum(judge(path, mutated(chance.choice(SEEDS), chance)) is not None for _ in range(2_000))
    assert judged > 1_500  # the mutations are small enough to reach deep into the readers


ORDERS = [
    *(seed for seed in SEEDS if b":21:" in seed),
    write_mt102(Order(), people(12)),
    write_mt102(Order(person_tag=""), [*people(4), *people(2)], "older"),
    write_mt102(Order(), people(6)).replace(b"/PERIOD/", b"/LA/KZ\r\n/PERIOD/", 2),
]


@pytest.mark.parametrize("start", range(4))
@pytest.mark.parametrize("person_tag", [None, "S"])
def test_a_row_recognised_whole_is_the_row_read_field_by_field(path: Path, start: int, person_tag: str | None) -> None:
    chance = random.Random(1_000 + start)
    compared = 0
    for order in (*ORDERS, *(mutated(chance.choice(ORDERS), chance) for _ in range(700))):
        path.write_bytes(order)
        try:
            opened = open_payments(path, person_tag=person_tag)
        except Refused:
            continue
        assert list(opened.events()) == list(opened.events(carefully=True))
        compared += 1
    assert compared > 500


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"{1:F01}{2:I102}{4:\n", b"iin;amount;month;payment_code\n", b"\xff\xfe"]),
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_judged_or_refused(path: Path, content: bytes, start: bytes) -> None:
    judge(path, start + content)


@given(
    st.text(max_size=200),
    st.sampled_from(["/FM/", ":32B:KZT", "/IDN/", "/DT/", "/PERIOD/", ":21:", "/KNP/", "/DATE/", "/NUM/", ":32A:"]),
)
@settings(max_examples=300, deadline=None)
def test_any_text_in_any_field_is_judged(path: Path, text: str, tag: str) -> None:
    content = write_mt102(Order(), people(2)).replace(tag.encode(), (tag + text).encode("utf-8", "replace"), 1)
    assert judge(path, content) is not None


@pytest.mark.parametrize(
    "line", ["{1:" + "{}" * 2000, "{1:" + "{" * 4000, "/ASSIGN/" + "1 " * 2000, "/FM/" + "-" * 4000 + "1"]
)
def test_no_line_takes_long_to_read(path: Path, line: str) -> None:
    text = (
        write_mt102(Order(), people(1))
        .decode()
        .replace("/NUM/", f"{line}\n" * 50 + "/NUM/")
        .replace("/FM/", f"{line}\n" * 50 + "/FM/")
    )
    assert judge(path, text.encode()) is not None
