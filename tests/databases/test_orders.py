"""Orders end answered, or explained before their time is over: none is lost, none is answered twice."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection, connections
from django.db.utils import IntegrityError

from saqta.basis.refusal import Refused
from saqta.journal.models import Entry
from saqta.journal.queries import damage, looks_at
from saqta.orders.actions import Wanted, answer_consent, place_order, put_back
from saqta.orders.models import Certificate, Order, Step, Turn
from saqta.orders.queries import changed_entries, document_of, late_orders, order, own_order
from saqta.orders.signing import Signing
from saqta.orders.states import ENDED, NEXT, STATES
from saqta.orders.terms import DEATHS, LEASE, PATIENCE, pause_after
from saqta.orders.working import PURPOSE, take
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, CONSENTING, MINUTE, place, settle, signing, somebody, worker

ROOT = Path(__file__).parents[2]
SOON = AT + timedelta(seconds=5)
LATE = AT + 10 * MINUTE


@pytest.fixture
def person(register: Register) -> UUID:
    return settle(somebody())


def states(identifier: UUID) -> list[str]:
    found = order(identifier)
    assert found is not None
    return [step.state for step in found.steps]


def out_of_order() -> Signing:
    raise ConnectionError("the authority of time does not answer")


def test_an_order_goes_through_every_state_and_ends_with_a_signed_document(person: UUID) -> None:
    placed = place(person)
    assert (placed.again, placed.order.late_at) == (False, LATE)
    assert worker().work(SOON.replace(microsecond=123456)) == 1  # as a clock tells it
    assert states(placed.order.id) == ["received", "consent", "checking", "answered"]
    document = document_of(placed.order.id, person)
    assert document is not None
    assert document.startswith(b"%PDF-")
    assert worker().work(LATE) == 0
    assert Turn.objects.count() == 0


def test_each_step_is_one_sealed_entry_of_the_journal_and_the_look_is_the_persons_to_see(person: UUID) -> None:
    place(person)
    before = Entry.objects.count()
    worker().work(SOON)
    verbs = Entry.objects.filter(number__gt=before).order_by("number").values_list("verb", flat=True)
    assert list(verbs) == ["order-consent", "order-checking", "order-answered", "read"]
    assert [(read.by, read.purpose, read.at) for read in looks_at(person)] == [("process:orders", PURPOSE, SOON)]
    assert list(damage()) == []
    assert list(changed_entries()) == []


def test_a_step_that_was_forged_is_found_out(person: UUID) -> None:
    placed = place(person)
    entry = Entry.objects.order_by("-number").first()
    assert entry is not None
    Step.objects.create(
        order_id=placed.order.id, number=2, state="answered", reason="certificate-issued", by="x", at=AT, recorded=entry
    )
    assert list(changed_entries()) == [entry.number]


def test_the_database_keeps_every_step_as_it_was(person: UUID) -> None:
    placed = place(person)
    for change in (
        lambda: Step.objects.update(state="answered"),
        lambda: Step.objects.all().delete(),
        lambda: Order.objects.update(late_at=AT + 60 * MINUTE),
    ):
        with pytest.raises(IntegrityError, match="only grows"):
            change()
    assert states(placed.order.id) == ["received"]


def test_the_table_of_states_leads_everybody_to_an_end() -> None:
    assert set(NEXT) == set(STATES)
    for state in STATES:
        reached = {state}
        while more := {after for each in reached for after in NEXT[each]} - reached:
            reached |= more
        assert reached & ENDED


def test_the_same_key_is_the_same_order_and_another_order_under_it_is_refused(person: UUID) -> None:
    first, again = place(person, "one-key-1"), place(person, "one-key-1", at=SOON)
    assert (again.again, again.order) == (True, first.order)
    with pytest.raises(Refused) as refused:
        place(person, "one-key-1", Wanted(months=24, consents=True))
    assert refused.value.faults[0].code == "order-key-used"
    assert Order.objects.count() == 1


def test_keys_of_two_people_have_nothing_to_do_with_one_another(person: UUID) -> None:
    other = settle(somebody(9))
    first, second = place(person, "one-key-1"), place(other, "one-key-1")
    assert first.order.id != second.order.id
    assert own_order(first.order.id, other) is None
    worker().work(SOON)
    assert document_of(first.order.id, other) is None


def test_fifty_orders_at_once_under_one_key_are_one(person: UUID) -> None:
    def post(_: int) -> tuple[UUID, bool]:
        try:
            placed = place(person, "fifty-at-once")
            return placed.order.id, placed.again
        finally:
            connections.close_all()

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(post, range(50)))
    assert len({identifier for identifier, _ in answers}) == 1
    assert sorted(again for _, again in answers) == [False] + [True] * 49
    assert Order.objects.count() == 1


@pytest.mark.parametrize(("months", "taken"), [(11, False), (12, True), (60, True), (61, False)])
def test_a_certificate_covers_one_to_five_years(person: UUID, months: int, taken: bool) -> None:
    if taken:
        assert place(person, wanted=Wanted(months=months, consents=True)).order.months == months
        return
    with pytest.raises(Refused):
        place(person, wanted=Wanted(months=months, consents=True))


def test_nothing_is_read_before_the_person_consents(person: UUID) -> None:
    placed = place(person, wanted=Wanted())
    worker().work(SOON)
    worker().work(SOON + MINUTE)
    assert states(placed.order.id) == ["received", "consent"]
    assert list(looks_at(person)) == []
    answer_consent(placed.order.id, True, evidence="test", by="test", at=SOON + 2 * MINUTE)
    answer_consent(placed.order.id, True, evidence="test", by="test", at=SOON + 2 * MINUTE)  # a gateway that repeats
    worker().work(SOON + 2 * MINUTE)
    assert states(placed.order.id)[-1] == "answered"
    with pytest.raises(Refused):
        answer_consent(placed.order.id, False, evidence="test", by="test", at=LATE)


def test_whoever_refuses_is_told_that_nothing_was_read(person: UUID) -> None:
    placed = place(person, wanted=Wanted(consents=False))
    worker().work(SOON)
    found = order(placed.order.id)
    assert found is not None
    assert (found.state, found.steps[-1].reason) == ("failed", "consent-refused")
    assert list(looks_at(person)) == []
    assert list(late_orders()) == []
    with pytest.raises(Refused):
        put_back(placed.order.id, by="test", at=LATE)


@pytest.mark.parametrize(("moment", "said"), [(LATE - MINUTE, True), (LATE - MINUTE - timedelta(seconds=1), False)])
def test_the_apology_comes_before_the_promised_time_is_over(person: UUID, moment: datetime, said: bool) -> None:
    """UX-43"""
    placed = place(person)
    worker(out_of_order).work(moment)
    assert (states(placed.order.id)[-1] == "overdue") is said


def test_an_order_is_said_to_be_late_also_when_no_worker_is_there_to_write_it(person: UUID) -> None:
    """UX-43"""
    found = place(person).order
    assert found.stands(LATE - MINUTE) == ("overdue", "time-running-out")
    assert found.stands(SOON) == ("received", "own-order")


def test_an_order_that_was_apologised_for_is_answered_once_it_can_be(person: UUID) -> None:
    placed = place(person)
    for minute in range(30):
        worker(out_of_order).work(AT + minute * MINUTE)
    assert [late.id for late in late_orders()] == [placed.order.id]
    worker().work(AT + 33 * MINUTE)
    assert states(placed.order.id) == ["received", "consent", "checking", "overdue", "answered"]
    assert list(late_orders()) == []


def test_tries_become_ever_more_seldom_and_end_as_a_dead_letter_that_the_staff_can_put_back(person: UUID) -> None:
    assert [pause_after(faults).seconds for faults in (0, 1, 2, 6, 7, 99)] == [1, 2, 4, 64, 120, 120]
    placed = place(person)
    worker(out_of_order).work(AT)
    assert worker(out_of_order).work(AT + timedelta(milliseconds=999)) == 0
    assert worker(out_of_order).work(AT + timedelta(seconds=1)) == 1
    worker(out_of_order).work(AT + PATIENCE)
    found = order(placed.order.id)
    assert found is not None
    assert (found.state, found.steps[-1].reason) == ("failed", "given-up")
    put_back(placed.order.id, by="test", at=AT + 2 * PATIENCE)
    worker().work(AT + 2 * PATIENCE)
    assert states(placed.order.id)[-3:] == ["failed", "checking", "answered"]


def test_an_order_that_takes_its_workers_down_is_set_aside(person: UUID) -> None:
    placed, at = place(person), AT
    for _ in range(DEATHS):
        assert [each.id for each in take(at, 5)] == [placed.order.id]  # and the worker dies
        at += LEASE
    worker().work(at)
    found = order(placed.order.id)
    assert found is not None
    assert (found.state, found.steps[-1].reason) == ("failed", "stopped-workers")


def test_a_worker_that_was_taken_for_dead_does_not_answer_a_second_time(person: UUID) -> None:
    placed = place(person)
    (slow,) = take(SOON, 5)
    (quick,) = take(SOON + LEASE, 5)
    assert (slow.id, quick.id) == (placed.order.id, placed.order.id)
    assert slow.lease != quick.lease
    worker().bring_on(quick, SOON + LEASE)
    worker().bring_on(slow, SOON + LEASE)
    assert states(placed.order.id) == ["received", "consent", "checking", "answered"]
    assert Certificate.objects.count() == 1


def test_two_that_answer_in_the_same_moment_leave_one_certificate(person: UUID) -> None:
    """Both have made their document when the first of them writes it down."""
    placed = place(person)
    (held,) = take(SOON, 5)

    def meanwhile() -> Signing:
        if not Certificate.objects.exists():
            worker().bring_on(held, SOON)
        return signing()

    worker(meanwhile).bring_on(held, SOON)
    assert states(placed.order.id) == ["received", "consent", "checking", "answered"]
    assert Certificate.objects.count() == 1


def test_workers_side_by_side_never_hold_the_same_order(person: UUID) -> None:
    for number in range(12):
        place(person, f"order-{number:04}")

    def held(_: int) -> list[UUID]:
        try:
            return [each.id for each in take(SOON, 3)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        taken = [identifier for part in pool.map(held, range(4)) for identifier in part]
    assert len(taken) == len(set(taken))
    rest = {each.id for _ in range(4) for each in take(SOON, 3)}  # who found all rows locked came away with less
    assert len(rest | set(taken)) == 12


@pytest.fixture
def week(register: Register) -> list[UUID]:
    return [settle(somebody(number)) for number in range(1, 9)]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_week_with_outages_leaves_every_order_answered_or_explained_in_time(week: list[UUID], seed: int) -> None:
    """Orders come at random; workers stop for hours, signing fails for hours, orders come twice."""
    chance = random.Random(seed)
    end = AT + timedelta(days=7)
    outages = [(start, start + timedelta(minutes=chance.randint(2, 300))) for start in _moments(chance, 8)]
    broken = [(start, start + timedelta(minutes=chance.randint(2, 300))) for start in _moments(chance, 8)]
    coming = sorted(_moments(chance, 40))
    placed: dict[UUID, datetime] = {}
    explained: set[UUID] = set()
    at = AT
    while at <= end + PATIENCE:
        while coming and coming[0] <= at:
            moment = coming.pop(0)
            person, key = chance.choice(week), f"order {moment.isoformat()}"
            for _ in range(chance.choice((1, 1, 3))):
                found = place(person, key, at=moment).order
            placed[found.id] = found.late_at
        if not any(start <= at < until for start, until in outages):
            fails = any(start <= at < until for start, until in broken)
            while worker(out_of_order if fails else signing).work(at, 3):
                pass
        explained |= {identifier for identifier, late in placed.items() if late <= at} - explained and _explained(
            placed, at
        )
        times = [time for row in Turn.objects.values_list("due", "apologise_at") for time in row if time and time > at]
        times += [late for late in placed.values() if late > at] + coming[:1]
        times += [until for _, until in outages if until > at]
        if not times:
            break
        at = min(times)
    assert len(placed) == 40
    assert all(states(identifier)[-1] == "answered" for identifier in placed)
    assert explained == set(placed)
    assert Certificate.objects.count() == len(placed)
    assert any("overdue" in states(identifier) for identifier in placed)
    assert list(changed_entries()) == []


def _moments(chance: random.Random, count: int) -> list[datetime]:
    return [AT + timedelta(seconds=chance.randrange(7 * 86400)) for _ in range(count)]


def _explained(placed: dict[UUID, datetime], at: datetime) -> set[UUID]:
    """Those whose time is over, each of which says by then that it is answered, or that it is late and why."""
    over = {identifier for identifier, late in placed.items() if late <= at}
    for identifier in over:
        found = order(identifier)
        assert found is not None
        assert found.stands(placed[identifier])[0] in ("answered", "overdue", "failed")
    return over


KILLED_ALWAYS = [("sqlite", "moments"), ("postgresql", "moments")]
KILLED_IN_EVERY_STEP = (
    [("sqlite", "writes"), ("postgresql", "writes")] if os.environ.get("SAQTA_DEEP") else [("sqlite", "steps")]
)


@pytest.mark.parametrize(("register", "deaths"), [*KILLED_IN_EVERY_STEP, *KILLED_ALWAYS], indirect=["register"])
def test_an_order_outlives_its_workers(register: Register, deaths: str) -> None:
    """Killed in every transition of the table of states: before every commit, in the deep run before every write as
    well; and at random moments. Each order ends as it was to end, with each step once."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.databases.stopping_orders", str(register.home), deaths],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin", "SAQTA_HOME": str(register.home), "DATABASE_URL": register.url,
            "DJANGO_SETTINGS_MODULE": "saqta.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) >= (5 if deaths == "moments" else 40)


def test_the_promise_of_ten_minutes_is_law_and_not_code() -> None:
    law = BOOK.on(AT.date())
    assert law.number("status_notice_minutes") == 10
    assert law.value("status_notice_minutes").cites == ("V2000020308/para_1",)


def test_no_number_of_a_person_stands_in_any_row_of_orders_in_the_clear(person: UUID) -> None:
    iin = somebody().digits
    place(person, wanted=Wanted(consents=True, tell=("https://clinic.example/told",)))
    worker().work(SOON)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("orders_", "journal_")):
                cursor.execute(f"SELECT * FROM {table}")
                for row in cursor.fetchall():
                    written = "".join(
                        bytes(v).decode("latin-1") if isinstance(v, bytes | memoryview) else str(v) for v in row
                    )
                    assert iin not in written
                    assert "clinic.example" not in written


def test_an_order_needs_a_key_of_its_own(person: UUID) -> None:
    for key in ("", "short", "x" * 101):
        with pytest.raises(Refused):
            place_order(person, CONSENTING, key=key, evidence="test", book=BOOK, by="test", at=AT)
