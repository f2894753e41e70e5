"""Where people are attached for primary care: one clinic at a time, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.channels.cli.schemas import schema
from saqta.journal.feeds import Balance
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from saqta.registry.actions import record_attachments
from saqta.registry.feeds import take_in_attachments, take_in_people
from saqta.registry.models import Attachment
from saqta.registry.queries import attachment_on, find_person
from saqta.registry.records import AttachmentRecord, ToldAttachment
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import invented_bin, invented_iin

AT = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)
ADULT = Iin.parse(invented_iin(7, date(1985, 5, 20)))
FIRST, SECOND, THIRD = (OrganisationBin.parse(invented_bin(number)) for number in (100, 200, 300))
NEW_YEAR = date(2026, 1, 1)


def told(provider: OrganisationBin, start: date, until: date | None = None, iin: Iin = ADULT) -> ToldAttachment:
    return ToldAttachment(iin, provider, start, until)


def record(*attachments: ToldAttachment, source: str = "register of the attached") -> int:
    return record_attachments(attachments, source=source, by="test", at=AT)


def found(day: date, iin: Iin = ADULT) -> AttachmentRecord | None:
    person = find_person(iin)
    assert person is not None
    return attachment_on(person.id, day)


def clinic(day: date, iin: Iin = ADULT) -> str | None:
    attachment = found(day, iin)
    return None if attachment is None else attachment.bin


def test_whoever_moves_in_the_campaign_changes_clinic_at_new_year(register: Register) -> None:
    record(told(FIRST, date(2024, 3, 5)))
    assert record(told(SECOND, NEW_YEAR)) == 1
    assert clinic(date(2024, 3, 4)) is None
    assert clinic(date(2025, 12, 31)) == FIRST.digits
    assert clinic(NEW_YEAR) == SECOND.digits
    attachment = found(date(2025, 12, 31))
    assert attachment is not None
    assert (attachment.start, attachment.until) == (date(2024, 3, 5), NEW_YEAR)


def test_what_is_told_again_changes_nothing_whoever_tells_it(register: Register) -> None:
    moves = (told(FIRST, date(2024, 3, 5)), told(SECOND, NEW_YEAR))
    assert record(*moves) == 2
    assert record(*moves) == 0
    assert record(*reversed(moves), source="the clinic itself") == 0
    assert Entry.objects.count() == 1


def test_the_order_in_which_attachments_are_told_does_not_matter(register: Register) -> None:
    moves = (
        told(FIRST, date(2024, 3, 5)),
        told(SECOND, date(2025, 1, 1), date(2026, 6, 1)),
        told(THIRD, date(2026, 1, 1), date(2026, 3, 1)),
    )
    seen = set()
    for number, order in enumerate(permutations(moves)):
        iin = Iin.parse(invented_iin(50 + number, date(1990, 1, 1)))
        for move in order:
            record(told(move.provider, move.start, move.until, iin))
        person = find_person(iin)
        assert person is not None
        standing = Attachment.objects.filter(person_id=person.id, withdrawn=None).order_by("start")
        seen.add(tuple(standing.values_list("provider__bin", "start", "until")))
    assert seen == {
        (
            (FIRST.digits, date(2024, 3, 5), date(2025, 1, 1)),
            (SECOND.digits, date(2025, 1, 1), date(2026, 1, 1)),
            (THIRD.digits, date(2026, 1, 1), date(2026, 3, 1)),
        )
    }


def test_a_correction_withdraws_what_was_said_and_keeps_it(register: Register) -> None:
    record(told(FIRST, NEW_YEAR))
    record(told(SECOND, NEW_YEAR))
    assert clinic(NEW_YEAR) == SECOND.digits
    withdrawn = Attachment.objects.exclude(withdrawn=None).get()
    assert (withdrawn.provider.bin, withdrawn.recorded_id, withdrawn.withdrawn_id) == (FIRST.digits, 1, 2)
    assert not list(damage())


@pytest.mark.parametrize("name", ["attachments.csv", "attachments.jsonl"])
def test_a_feed_of_attachments_balances_and_names_its_rejects(register: Register, tmp_path: Path, name: str) -> None:
    rows = [
        (ADULT.digits, FIRST.digits, "2025-01-01", ""),
        (ADULT.digits, ADULT.digits, "2025-01-01", ""),
        (ADULT.digits, FIRST.digits, "2025-01-01", "2025-01-01"),
        ("123", FIRST.digits, "2025-01-01", ""),
        (ADULT.digits, FIRST.digits, "", ""),
    ]
    path, columns = tmp_path / name, ("iin", "bin", "from", "until")
    if name.endswith(".csv"):
        path.write_text("\n".join(map(",".join, (columns, *rows))))
    else:
        told_rows = ({key: cell for key, cell in zip(columns, row, strict=True) if cell} for row in rows)
        path.write_text("\n".join(str(row).replace("'", '"') for row in told_rows))
    rejected: list[tuple[str, str | None]] = []
    taken = take_in_attachments(
        path,
        source="register of the attached",
        by="test",
        at=AT,
        on_reject=lambda _, fault: rejected.append((fault.code, fault.where)),
    )
    assert taken == Balance(5, 1, 0, 4)
    assert rejected == [("kind-digit", "bin"), ("empty-span", "until"), ("length", "iin"), ("field", "from")]
    assert clinic(date(2025, 6, 1)) == FIRST.digits
    again = take_in_attachments(path, source="register of the attached", by="test", at=AT)
    assert again == Balance(5, 0, 1, 4)


def test_attachments_are_taken_in_at_the_command_line(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "attachments.csv"
    path.write_text(f"iin,bin,from\n{ADULT.digits},{FIRST.digits},2025-01-01\n")
    taken = saqta("import", "attachments", path, "--source", "register of the attached", "--json").document
    assert taken == [{"file": 1, "read": 1, "new": 1, "known": 0, "rejected": 0}]
    attachment = found(date(2025, 6, 1))
    assert attachment is not None
    assert attachment.source == "register of the attached"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_record_of_a_person_shows_where_and_since_when(register: Register, tmp_path: Path, language: str) -> None:
    people, attachments, categories = (tmp_path / name for name in ("people.csv", "attached.csv", "categories.csv"))
    people.write_text(f"iin,citizenship,region\n{ADULT.digits},KZ,751110000\n")
    attachments.write_text(
        f"iin,bin,from\n{ADULT.digits},{FIRST.digits},2024-03-05\n{ADULT.digits},{SECOND.digits},2026-01-01\n"
    )
    categories.write_text(f"iin,code,from,until\n{ADULT.digits},full_time_student,2024-09-01,2025-07-01\n")
    for what, path in (("people", people), ("attachments", attachments), ("categories", categories)):
        assert saqta("import", what, path).status == 0
    seen = saqta("people", "show", "--iin", ADULT.digits, "--on", "2025-06-30", "--json").document
    assert list(Draft202012Validator(schema("registered-person")).iter_errors(seen)) == []
    assert (seen["provisional"], seen["region"], seen["region_name"]["kk"]) == (False, "751110000", "Алматы")
    attached = {"bin": FIRST.digits, "from": "2024-03-05", "until": "2026-01-01", "source": "import"}
    assert seen["attachment"] == attached
    assert [held["code"] for held in seen["categories"]] == ["full_time_student"]
    later = saqta("people", "show", "--iin", ADULT.digits, "--on", "2026-01-01", "--json").document
    assert (later["attachment"]["bin"], later["categories"]) == (SECOND.digits, [])
    said = saqta("people", "show", "--iin", ADULT.digits, "--on", "2025-06-30", "--lang", language).out
    assert FIRST.digits in said
    assert ADULT.digits not in said
    stranger = saqta("people", "show", "--iin", invented_iin(9, date(1979, 1, 2)), "--lang", language)
    assert (stranger.status, stranger.out) == (2, "")


def test_the_region_of_a_person_is_a_place_of_the_classifier(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    rows = ["751110000", "75", "510000000", "750000000x", "Алматы"]
    path.write_text("iin,region\n" + "".join(f"{ADULT.digits},{region}\n" for region in rows))
    rejected: list[tuple[int, str, str | None]] = []
    taken = take_in_people(
        path, by="test", at=AT, on_reject=lambda line, fault: rejected.append((line, fault.code, fault.where))
    )
    assert taken == Balance(5, 1, 0, 4)
    assert rejected == [
        (3, "region-code", "region"),
        (4, "no-such-region", "region"),
        (5, "region-code", "region"),
        (6, "region-code", "region"),
    ]
    person = find_person(ADULT)
    assert person is not None
    assert person.region == "751110000"


DAMAGED = {
    "a country that does not exist": "iin,citizenship\n{iin},XX\n",
    "a residence that does not exist": "iin,residence\n{iin},somewhere\n",
    "a death before the birth": "iin,died_on\n{iin},1985-05-19\n",
    "a column that is not ours": "iin,name\n{iin},Ұлпан\n",
    "a quotation mark that does not close": 'iin,citizenship\n"{iin},KZ\n',
    "a line without an end": "iin,citizenship\n{iin},KZ" + "Z" * 70_000,
    "no text at all": "iin,citizenship\n{iin},\udcff\udcfe\n",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_row_that_cannot_be_believed_is_rejected_and_stops_nothing(
    register: Register, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content.format(iin=ADULT.digits).encode("utf-8", "surrogateescape"))
    assert take_in_people(path, by="test", at=AT) == Balance(1, 0, 0, 1)
    assert find_person(ADULT) is None
