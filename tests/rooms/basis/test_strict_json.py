"""Documents are read strictly: what is wrong is named by its path, and never repeated."""

from __future__ import annotations

import json

import pytest

from saqta.basis.refusal import Refused
from saqta.basis.strict_json import LARGEST_DOCUMENT, decode
from saqta.rules.facts import ContributionFacts, PersonFacts

SECRET = "900412300018"


def person(**fields: object) -> bytes:
    return json.dumps({"person": fields}).encode()


def category(**fields: object) -> bytes:
    return json.dumps({"categories": [{"code": "disability", "from": "2020-01-01", **fields}]}).encode()


def payment(**fields: object) -> bytes:
    return json.dumps({"payments": [{"month": "2025-12", "as": "employee", **fields}]}).encode()


BAD: dict[str, tuple[bytes, str, str]] = {
    "not json": (b"{", "not-json", "$"),
    "empty": (b"", "not-json", "$"),
    "a list": (b"[]", "wrong-type", "$"),
    "a word": (b'"facts"', "wrong-type", "$"),
    "not utf-8": (b'{"person": "\xff"}', "encoding", "$"),
    "too deep": (b"[" * 100_000, "too-deep", "$"),
    "a number too long": (b'{"x": ' + b"9" * 10_000 + b"}", "not-json", "$"),
    "key twice": (b'{"payments": [], "payments": []}', "key-twice", "$"),
    "nan": (b'{"payments": NaN}', "not-a-number", "$"),
    "unknown field": (b'{"peyments": []}', "unknown-field", "$"),
    "unknown field inside": (person(iin=SECRET), "unknown-field", "$.person"),
    "a number for a date": (person(birth_date=19900412), "wrong-type", "$.person.birth_date"),
    "no such date": (person(birth_date="1990-02-30"), "date", "$.person.birth_date"),
    "a date with time": (person(birth_date="1990-02-03T00:00:00"), "date", "$.person.birth_date"),
    "sex": (person(sex="f"), "unknown-value", "$.person.sex"),
    "country in small letters": (person(citizenship="kz"), "country", "$.person.citizenship"),
    "residence": (person(residence="tourist"), "unknown-value", "$.person.residence"),
    "category": (category(code="student"), "unknown-value", "$.categories[0].code"),
    "category without from": (b'{"categories": [{"code": "child"}]}', "missing-field", "$.categories[0]"),
    "group 4": (category(group=4), "out-of-range", "$.categories[0].group"),
    "group as text": (category(group="2"), "wrong-type", "$.categories[0].group"),
    "working as a word": (category(working="no"), "wrong-type", "$.categories[0].working"),
    "unknown award": (category(award="gold"), "unknown-value", "$.categories[0].award"),
    "month 13": (payment(month="2025-13"), "month", "$.payments[0].month"),
    "month with a line end": (payment(month="2025-12\n"), "month", "$.payments[0].month"),
    "month in other digits": (payment(month="٢٠٢٥-٠٧"), "month", "$.payments[0].month"),
    "negative sum": (payment(amount="-1.00"), "amount", "$.payments[0].amount"),
    "sum as a number": (payment(amount=4250), "wrong-type", "$.payments[0].amount"),
    "sum with a comma": (payment(amount="4250,00"), "amount", "$.payments[0].amount"),
    "sum with three decimals": (payment(amount="1.001"), "amount", "$.payments[0].amount"),
    "sum of fifteen digits": (payment(amount="123456789012345"), "amount", "$.payments[0].amount"),
    "kind of payment": (payment(**{"as": "salary"}), "unknown-value", "$.payments[0].as"),
    "payment without kind": (b'{"payments": [{"month": "2025-12"}]}', "missing-field", "$.payments[0]"),
    "payments as an object": (b'{"payments": {}}', "wrong-type", "$.payments"),
    "leave without end": (payment(leave={"from": "2025-01-01"}), "missing-field", "$.payments[0].leave"),
}


@pytest.mark.parametrize(("document", "code", "where"), BAD.values(), ids=BAD)
def test_each_fault_is_named_with_its_place(document: bytes, code: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        decode(document, PersonFacts)
    (fault,) = refused.value.faults
    assert (fault.code, fault.where) == (code, where)
    assert SECRET not in json.dumps([fault.text.ru, fault.text.kk, fault.text.en])


def test_a_document_larger_than_a_life_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused) as refused:
        decode(b" " * (LARGEST_DOCUMENT + 1), PersonFacts)
    assert refused.value.faults[0].code == "too-large"


def test_the_nearest_field_is_offered_and_the_allowed_values_are_listed() -> None:
    with pytest.raises(Refused, match="Perhaps payments was meant"):
        decode(b'{"peyments": []}', PersonFacts)
    with pytest.raises(Refused, match="city, village"):
        decode(b'{"income": [{"as": "aggregate_payment", "place": "town"}]}', ContributionFacts)


def test_a_field_name_that_is_no_word_is_not_repeated() -> None:
    with pytest.raises(Refused) as refused:
        decode(b'{"900412300018": 1}', PersonFacts)
    assert SECRET not in str(refused.value)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert decode(b"\xef\xbb\xbf{}", PersonFacts) == PersonFacts()
