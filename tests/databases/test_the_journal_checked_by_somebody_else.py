"""The journal is checked by a program in another language that knows only ``docs/journal-format.md``: it finds the
chain whole, and whatever was rewritten, removed or cut off."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from saqta.journal.models import Entry, Head, Mention
from saqta.journal.queries import last_seal
from tests.databases.conftest import Register
from tests.databases.ordering import AT, place, settle, somebody, worker

PROGRAM = Path(__file__).parents[2] / "examples" / "verify_journal.pl"


def lines() -> list[str]:
    """The rows as a database prints them."""
    written = []
    for row in Entry.objects.order_by("number"):
        people = ",".join(str(named.person) for named in Mention.objects.filter(entry_id=row.number))
        at = row.at.strftime("%Y-%m-%d %H:%M:%S.%f").removesuffix(".000000")
        fields = (row.number, at, row.by, row.verb, row.content, row.mentions, row.mentioned, row.seal, people)
        written.append("\t".join(map(str, fields)))
    head = Head.objects.get()
    return [*written, f"head\t{head.number}\t{head.seal}"]


def checked(told: list[str]) -> tuple[int, str]:
    if shutil.which("perl") is None:
        pytest.fail("perl is missing: apt-get install perl")
    done = subprocess.run(["perl", PROGRAM], input="\n".join(told), capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is read are lines, whoever printed them
def test_somebody_else_finds_the_chain_whole_and_whatever_was_done_to_it(register: Register) -> None:
    for number in (7, 9):
        place(settle(somebody(number)), f"order-{number:04}")
    worker().work(AT.replace(microsecond=120))
    told = lines()
    assert len(told) > 10
    assert checked(told) == (0, f"{len(told) - 1} entries, the last seal {last_seal()}\n")
    third = told[2].split("\t")
    rewritten = ["\t".join([*third[:2], "staff:somebody", *third[3:]])]
    for forged, says in (
        ([*told[:2], *rewritten, *told[3:]], "entry 3: rewritten"),
        ([*told[:2], *told[3:]], "entry 3: missing"),
        ([*told[:2], told[3], told[2], *told[4:]], "entry 3: missing"),
        ([*told[:-2], told[-1]], "the end is cut off"),
        ([told[0] + ",0198f3a2-6c1e-7c4b-9d1a-3f5b7a9c2e10", *told[1:]], "entry 1: other people"),
    ):
        status, said = checked(forged)
        assert (status, says in said) == (1, True), said
