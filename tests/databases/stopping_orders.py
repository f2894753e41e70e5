"""Takes orders through their states, each time cut short in a child that dies; run by tests as a process of its own.

``python -m tests.databases.stopping_orders FOLDER steps``    the child exits before its n-th COMMIT
``python -m tests.databases.stopping_orders FOLDER writes``   the same before every write, also inside a transaction
``python -m tests.databases.stopping_orders FOLDER moments``  the child is killed (SIGKILL) at random moments

After every death somebody else does the same once more when the lease is over, and the order must have gone the way it
was to go: each step once, one certificate where it was answered, one notification for each step worth telling. The
histories together take every transition of the table of states: one that nobody is killed in fails here. The last line
printed says how many deaths there were.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from itertools import count, pairwise
from uuid import UUID

import django
from msgspec.structs import replace

django.setup()

from django.db import connection  # noqa: E402  # Django must know the database first

from saqta.basis.refusal import Refused  # noqa: E402  # see above
from saqta.journal.queries import damage  # noqa: E402  # see above
from saqta.orders.actions import Wanted, answer_consent, close_order, put_back  # noqa: E402  # see above
from saqta.orders.models import Certificate, Delivery, Order, Turn  # noqa: E402  # see above
from saqta.orders.queries import changed_entries, order  # noqa: E402  # see above
from saqta.orders.signing import Signing  # noqa: E402  # see above
from saqta.orders.states import ENDED, NEXT, STATES  # noqa: E402  # see above
from saqta.orders.terms import LEASE, PATIENCE  # noqa: E402  # see above
from saqta.registry.queries import numbers  # noqa: E402  # see above
from tests.databases.ordering import AT, MINUTE, place, settle, signing, somebody, worker  # noqa: E402  # see above
from tests.databases.stopping import CUT_SHORT, exit_before, in_a_child  # noqa: E402  # see above

WANTED = Wanted(consents=True, tell=("https://clinic.example/told",))
UNDECIDED, REFUSING = replace(WANTED, consents=None), replace(WANTED, consents=False)
USUAL = "answered at once"


def in_another_process(work: Callable[[], object]) -> int:
    """How a child that does the work ends. This process itself never sets a document: the typesetter has threads, and
    threads do not survive a fork."""
    _, status = os.waitpid(in_a_child(work), 0)
    return os.waitstatus_to_exitcode(status)


Does = Callable[[UUID, str, datetime], object]
"""Something that happens to the order of a person under a key, at a moment."""


def placed(wanted: Wanted) -> Does:
    return lambda person, key, at: place(person, key, wanted, at=at)


def worked(*_: object) -> Does:
    return lambda _person, _key, at: worker().work(at)


def worked_without_a_key(person: UUID, key: str, at: datetime) -> object:
    return worker(out_of_order).work(at)


def refused_consent(person: UUID, key: str, at: datetime) -> object:
    return answer_consent(number_of(person, key), False, evidence="test", by="test", at=at)


def was_put_back(person: UUID, key: str, at: datetime) -> object:
    """Once: whoever sees that it was put back before does not do it again."""
    found = order(number_of(person, key))
    assert found is not None
    if "put-back" in {step.reason for step in found.steps}:
        return None
    return put_back(found.id, by="test", at=at)


def was_closed(person: UUID, key: str, at: datetime) -> object:
    return close_order(number_of(person, key), "our-fault", by="test", at=at)


def out_of_order() -> Signing:
    raise ConnectionError("the authority of time does not answer")


def number_of(person: UUID, key: str) -> UUID:
    """An order by its key, which nobody but the person knows."""
    return Order.objects.get(key=numbers().digest_of("order", str(person), key)).id


_NOW, _LATE, _NEXT_DAY = timedelta(), 9 * MINUTE, PATIENCE
HISTORIES: dict[str, tuple[tuple[timedelta, Does], ...]] = {
    "answered at once": ((_NOW, placed(WANTED)), (_NOW, worked())),
    "answered late": ((_NOW, placed(WANTED)), (_LATE, worked())),
    "refused with the order": ((_NOW, placed(REFUSING)), (_NOW, worked())),
    "refused when asked": (
        (_NOW, placed(UNDECIDED)), (_NOW, worked()), (MINUTE, refused_consent), (MINUTE, worked()),
    ),
    "never consented": (
        (_NOW, placed(UNDECIDED)), (_NOW, worked()), (_LATE, worked()), (_NEXT_DAY, worked()),
    ),
    "never signed, closed": (
        (_NOW, placed(WANTED)), (_NOW, worked_without_a_key), (_LATE, worked_without_a_key), (_NEXT_DAY, worked()),
        (_NEXT_DAY + 10 * MINUTE, was_closed),
    ),
    "never signed, put back in vain": (
        (_NOW, placed(WANTED)), (_NEXT_DAY, worked()), (_NEXT_DAY + 10 * MINUTE, was_put_back),
        (2 * _NEXT_DAY + 20 * MINUTE, worked()),
    ),
}  # fmt: skip
"""What may happen to an order, and how long after it was made."""


def lived(history: str, person: UUID, key: str, at: datetime) -> None:
    """Goes through a history; what has happened already does not happen again."""
    for later, does in HISTORIES[history]:
        with suppress(Refused):
            does(person, key, at + later)


def way_of(person: UUID, key: str) -> list[str]:
    found = order(number_of(person, key))
    assert found is not None
    states = [step.state for step in found.steps]
    told = sum(state in ENDED or state == "overdue" for state in states)
    assert Delivery.objects.filter(step__order_id=found.id).count() == told
    assert Certificate.objects.filter(order_id=found.id).count() == states.count("answered")
    assert Turn.objects.filter(order_id=found.id).exists() is (states[-1] not in ENDED)
    return states


def stopped_before_every_step(person: UUID, of_those: Callable[[str], bool]) -> int:
    """How many deaths there were. Every history is first gone through by somebody who lives."""
    deaths, taken = 0, set[tuple[str, str]]()
    for history in HISTORIES:
        key = f"{history}, undisturbed"
        assert in_another_process(partial(lived, history, person, key, AT)) == 0
        expected = way_of(person, key)
        taken |= set(pairwise(expected))
        for step in count():
            key = f"{history}, {step}"

            def work(step: int = step, key: str = key, history: str = history) -> None:
                exit_before(step, of_those=of_those)
                lived(history, person, key, AT)

            ended = in_another_process(work)
            assert ended in (0, CUT_SHORT)
            outlived(history, person, key, AT)
            assert way_of(person, key) == expected, (history, step)
            if ended == 0:
                break
            deaths += 1
        assert not list(damage())
        assert not list(changed_entries())
    assert taken == {(state, after) for state in STATES for after in NEXT[state]}
    return deaths


def outlived(history: str, person: UUID, key: str, at: datetime) -> None:
    """Somebody else does the same when the lease of whoever died is over."""
    again = partial(lived, history, person, key, at + LEASE + timedelta(seconds=1))
    assert in_another_process(again) == 0


def killed_at_random_moments(person: UUID, times: int) -> int:
    chance, killed, number = random.Random(2026), 0, 0
    started = time.perf_counter()
    in_another_process(lambda: lived(USUAL, person, "order-0000", AT))
    lasts = time.perf_counter() - started
    while killed < times:
        number += 1
        at = AT + number * 10 * MINUTE
        key = f"order-{number:04}"
        child = in_a_child(lambda key=key, at=at: lived(USUAL, person, key, at))  # type: ignore[misc]  # the defaults bind them now
        time.sleep(chance.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        outlived(USUAL, person, key, at)
        assert way_of(person, key) == ["received", "consent", "checking", "answered"]
        assert not list(damage())
        assert not list(changed_entries())
    return killed


def in_transaction() -> bool:
    return connection.in_atomic_block


def _changes(sql: str) -> bool:
    return not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE"))


if __name__ == "__main__":
    signing()  # made before anybody is killed, and by nobody who is
    somebody_there = settle(somebody())
    if sys.argv[2] == "moments":
        print(killed_at_random_moments(somebody_there, 8))
    else:
        inside = sys.argv[2] == "writes"
        print(stopped_before_every_step(somebody_there, lambda sql: _changes(sql) and (inside or not in_transaction())))
