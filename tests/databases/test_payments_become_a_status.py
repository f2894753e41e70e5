"""From a payment file to a status that is one row away, on both databases."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.coverage.actions import follow_journal, renew_timelines
from saqta.coverage.models import Stretch, Timeline
from saqta.coverage.queries import get_status, stretches_of
from saqta.coverage.register import check_membership, facts_of
from saqta.coverage.verify import findings
from saqta.journal.feeds import Balance
from saqta.law.book import load
from saqta.ledger.actions import post_receipts
from saqta.ledger.feeds import take_in_payments
from saqta.ledger.receipts import Receipt
from saqta.ledger.returning import Returned, return_money
from saqta.registry.actions import record_memberships, record_people
from saqta.registry.feeds import take_in_categories, take_in_people
from saqta.registry.queries import find_person
from saqta.registry.records import ToldMembership, ToldPerson
from saqta.rules.status import ask
from saqta.rules.timeline import timeline
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

BOOK = load()
AT = datetime(2025, 10, 3, 9, 0, tzinfo=UTC)
ADULT = Iin.parse(invented_iin(7, date(1985, 5, 20)))
OTHER = Iin.parse(invented_iin(9, date(1979, 1, 2)))
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]
ON = date(2025, 10, 5)


def paid(iin: Iin, months: list[Month], *, paid_on: date = date(2025, 10, 3)) -> list[Receipt]:
    return [
        Receipt(iin, month, PaymentCode.INSUREE_CONTRIBUTION, Money.tenge("4250.00"), paid_on, iin) for month in months
    ]


def gone_back(receipt: Receipt, tiyn: int) -> Returned:
    return return_money([replace(receipt, amount=Money(tiyn), paid_on=ON)], by="test", at=AT)


def post(receipts: list[Receipt]) -> None:
    post_receipts(receipts, by="test", at=AT)
    follow_journal(BOOK)


def verdict(iin: Iin = ADULT, on: date = ON) -> str | None:
    found = get_status(iin, on)
    return None if found is None else found.verdict


def order(path: Path, people: list[Person]) -> Path:
    path.write_bytes(write_mt102(Order(day=date(2025, 10, 3)), people))
    return path


def test_twelve_months_from_a_file_are_a_status(register: Register, tmp_path: Path) -> None:
    path = order(tmp_path / "a.txt", [Person(iin=ADULT.digits, month=month) for month in YEAR])
    assert take_in_payments(path, by="test", at=AT) == Balance(12, 12, 0, 0)
    follow_journal(BOOK)
    found = get_status(ADULT, ON)
    assert found is not None
    assert (found.verdict, found.ground, found.lasts_until) == ("yes", "contributions", date(2026, 1, 1))
    assert [credited for _, credited in found.credited_before(ON)] == [True] * 12


def test_the_same_file_twice_or_a_payment_in_two_files_changes_nothing(register: Register, tmp_path: Path) -> None:
    people = [Person(iin=ADULT.digits, month=month) for month in YEAR]
    path, again = order(tmp_path / "a.txt", people), order(tmp_path / "b.txt", people[:3])
    take_in_payments(path, by="test", at=AT)
    assert take_in_payments(path, by="test", at=AT) == Balance(12, 0, 12, 0)
    assert take_in_payments(again, by="test", at=AT) == Balance(3, 0, 3, 0)
    assert [found.what for found in findings(BOOK, every=1)] == ["behind"]
    follow_journal(BOOK)
    assert not list(findings(BOOK, every=1))


def test_a_late_payment_reaches_the_status_at_once(register: Register) -> None:
    post(paid(ADULT, [month for month in YEAR if str(month) != "2025-03"]))
    assert verdict() == "no"
    post(paid(ADULT, [Month.parse("2025-03")], paid_on=date(2025, 10, 4)))
    assert verdict() == "yes"


def test_money_that_goes_back_takes_its_month_along(register: Register) -> None:
    receipts = paid(ADULT, YEAR)
    post(receipts)
    assert gone_back(receipts[4], 425000) == Returned(1, 0, {})
    assert gone_back(receipts[4], 425000) == Returned(0, 1, {})
    follow_journal(BOOK)
    assert verdict() == "no"
    assert gone_back(receipts[4], 1) == Returned(0, 0, {0: "less-is-left"})


def test_a_month_of_which_half_went_back_still_counts(register: Register) -> None:
    receipts = paid(ADULT, YEAR)
    post(receipts)
    gone_back(receipts[4], 200000)
    follow_journal(BOOK)
    assert verdict() == "yes"


def test_a_category_insures_and_its_end_is_known_before_it_comes(register: Register) -> None:
    told = ToldMembership(ADULT, "full_time_student", date(2025, 9, 1), date(2026, 7, 1))
    assert record_memberships([told], source="schools", by="test", at=AT) == 1
    assert record_memberships([told], source="schools", by="test", at=AT) == 0
    follow_journal(BOOK)
    found = get_status(ADULT, ON)
    assert found is not None
    assert (found.verdict, found.ground, found.lasts_until) == ("yes", "category", date(2026, 7, 1))
    assert verdict(on=date(2026, 7, 1)) == "no"


def test_a_source_that_corrects_itself_is_believed(register: Register) -> None:
    record_memberships(
        [ToldMembership(ADULT, "full_time_student", date(2025, 9, 1), None)], source="schools", by="test", at=AT
    )
    record_memberships(
        [ToldMembership(ADULT, "full_time_student", date(2025, 9, 1), date(2025, 9, 20))],
        source="schools",
        by="test",
        at=AT,
    )
    follow_journal(BOOK)
    assert verdict() == "no"
    assert verdict(on=date(2025, 9, 30)) == "yes"


def test_an_answer_can_be_worked_out_as_it_was_before_later_corrections(register: Register) -> None:
    receipts = paid(ADULT, YEAR)
    post(receipts)
    record_memberships(
        [ToldMembership(ADULT, "full_time_student", date(2026, 2, 1), None)], source="schools", by="test", at=AT
    )
    follow_journal(BOOK)
    known = find_person(ADULT)
    assert known is not None
    then = get_status(ADULT, ON)
    assert then is not None
    before = tuple(stretches_of(known.id))
    gone_back(receipts[4], 425_000)
    record_memberships(
        [ToldMembership(ADULT, "full_time_student", date(2026, 2, 1), date(2026, 3, 1))],
        source="schools",
        by="test",
        at=AT,
    )
    post(paid(ADULT, [YEAR[0] + -1]))
    assert tuple(stretches_of(known.id)) != before
    ((_, facts),) = facts_of([known.id], BOOK, as_of=then.entry)
    assert timeline(facts, BOOK) == before
    assert facts != dict(facts_of([known.id], BOOK))[known.id]


def test_a_death_ends_the_status(register: Register) -> None:
    post(paid(ADULT, YEAR))
    record_people([ToldPerson(ADULT, citizenship="KZ", died_on=date(2025, 10, 4))], by="test", at=AT)
    follow_journal(BOOK)
    assert (verdict(on=date(2025, 10, 4)), verdict(on=date(2025, 10, 5))) == ("yes", "no")


def test_an_unknown_number_becomes_a_provisional_person_until_somebody_tells_of_it(register: Register) -> None:
    post(paid(ADULT, YEAR))
    person = find_person(ADULT)
    assert person is not None
    assert (person.provisional, person.birth_date) == (True, ADULT.birth_date)
    record_people([ToldPerson(ADULT, citizenship="KZ", region="750000000")], by="test", at=AT)
    told = find_person(ADULT)
    assert told is not None
    assert (told.id, told.provisional, told.citizenship) == (person.id, False, "KZ")


def test_the_stored_status_is_what_the_rules_answer(register: Register) -> None:
    post(paid(ADULT, YEAR[:7]) + paid(OTHER, YEAR))
    for iin in (ADULT, OTHER):
        person = find_person(iin)
        assert person is not None
        ((_, facts),) = facts_of([person.id], BOOK)
        for day in (date(2020, 1, 1), date(2024, 12, 31), ON, date(2026, 12, 31)):
            answer, stored = ask(facts, day, BOOK), get_status(iin, day)
            assert stored is not None
            assert (stored.verdict, stored.ground) == (answer.verdict, answer.ground)


def test_the_order_in_which_things_arrive_does_not_matter(register: Register) -> None:
    """Payments, a category and a return in another order every time, followed at other moments: one timeline."""
    seen = set()
    for turn in range(6):
        chance = random.Random(turn)
        iin = Iin.parse(invented_iin(100 + turn, date(1985, 5, 20)))
        receipts = paid(iin, YEAR)
        steps: list[Callable[[], object]] = [
            *(partial(post_receipts, [receipt], by="test", at=AT) for receipt in receipts),
            partial(
                record_memberships,
                [ToldMembership(iin, "registered_unemployed", date(2026, 2, 10), date(2026, 4, 5))],
                source="labour",
                by="test",
                at=AT,
            ),
            partial(record_people, [ToldPerson(iin, citizenship="KZ")], by="test", at=AT),
        ]
        chance.shuffle(steps)
        for step in steps:
            step()
            if chance.random() < 0.4:
                follow_journal(BOOK)
        gone_back(receipts[0], 100000)
        follow_journal(BOOK)
        person = find_person(iin)
        assert person is not None
        seen.add(tuple(stretches_of(person.id)))
    assert len(seen) == 1
    assert not list(findings(BOOK, every=1))


def test_nobody_unknown_is_told_from_a_day_outside_the_law(register: Register) -> None:
    post(paid(ADULT, YEAR))
    assert get_status(OTHER, ON) is None
    assert get_status(ADULT, date(2019, 12, 31)) is None


UNBELIEVABLE = {
    "a category that does not exist": ({"code": "king"}, ("no-such-category", "code")),
    "a detail that cannot be read": ({"code": "disability", "group": "x"}, ("category-detail", "group")),
    "a detail that does not exist": ({"code": "disability", "colour": "red"}, ("category-detail", None)),
    "a man who is pregnant": ({"code": "pregnant_not_working"}, ("pregnant-man", "code")),
    "a pension before the birth": ({"code": "pensioner", "from": "1985-05-19"}, ("member-before-birth", "from")),
}


@pytest.mark.parametrize(("row", "fault"), UNBELIEVABLE.values(), ids=UNBELIEVABLE)
def test_one_unbelievable_category_leaves_nobody_without_a_status(
    register: Register, tmp_path: Path, row: dict[str, str], fault: tuple[str, str | None]
) -> None:
    path = tmp_path / "feed.jsonl"
    sound = {"iin": OTHER.digits, "code": "disability", "from": "2025-01-01", "group": "1"}
    path.write_text(f"{json.dumps({'iin': ADULT.digits, 'from': '2025-01-01', **row})}\n{json.dumps(sound)}\n")
    rejected: list[tuple[str, str | None]] = []
    taken = take_in_categories(
        path,
        source="test",
        check=check_membership,
        by="test",
        at=AT,
        on_reject=lambda _, found: rejected.append((found.code, found.where)),
    )
    assert (taken, rejected) == (Balance(2, 1, 0, 1), [fault])
    follow_journal(BOOK)
    assert (verdict(ADULT), verdict(OTHER)) == (None, "yes")


def test_feeds_of_people_and_categories_balance_and_name_their_rejects(register: Register, tmp_path: Path) -> None:
    people, categories = tmp_path / "people.csv", tmp_path / "pension.jsonl"
    people.write_text(f"iin,citizenship,died_on\n{ADULT.digits},KZ,\n123,KZ,\n{OTHER.digits},KZ,soon\n")
    categories.write_text(f'{{"iin":"{ADULT.digits}","code":"pensioner","from":"2025-01-01"}}\nnonsense\n')
    rejected: list[tuple[int, str]] = []
    taken = take_in_people(people, by="test", at=AT, on_reject=lambda line, fault: rejected.append((line, fault.code)))
    assert (taken, rejected) == (Balance(3, 1, 0, 2), [(3, "length"), (4, "field")])
    taken = take_in_categories(categories, source="pension", check=check_membership, by="test", at=AT)
    assert taken == Balance(2, 1, 0, 1)
    assert take_in_people(people, by="test", at=AT) == Balance(3, 0, 1, 2)
    follow_journal(BOOK)
    assert verdict() == "yes"


def test_a_status_worked_out_under_another_law_is_worked_out_anew(register: Register) -> None:
    """Nothing happened to the person: what changed is how the law is read, after an update of the software."""
    post(paid(ADULT, YEAR))
    Timeline.objects.update(law="sha256:of an earlier release")
    Stretch.objects.filter(verdict="yes").update(verdict="no", ground=None)
    assert verdict() == "no"
    assert renew_timelines(BOOK) == 1
    assert verdict() == "yes"
    assert renew_timelines(BOOK) == 0
    assert not list(findings(BOOK, every=1))
