"""Who may speak for whom: parents and guardians, as a source tells them, each for a span of days that ends.

A right over somebody else's data has an end from the first day: a child comes of age, a court looks at a guardianship
again. Which day that is, the source says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.journal.actions import record_entry, take_turn
from saqta.registry.actions import enrol
from saqta.registry.models import Representation
from saqta.registry.records import RepresentationRecord, ToldRepresentation
from saqta.registry.statements import REPRESENTATION_COLUMNS, digest_of_statements

NOBODYS_STATUS: tuple[UUID, ...] = ()
"""No status rests on who speaks for whom, so that no entry about it asks for anybody's timeline."""
_TEXTS = {
    "represents-oneself": Text(
        ru="Представитель и представляемый — один и тот же человек.",
        kk="Өкіл мен өкілдік етілетін адам — бір адам.",
        en="The representative and the person represented are one and the same.",
    ),
    "representation-span": Text(
        ru="Срок представительства заканчивается позже, чем начинается; без конца его не бывает.",
        kk="Өкілдік мерзімі басталғаннан кейін аяқталады; мерзімсіз өкілдік болмайды.",
        en="A representation ends after it starts; there is none without an end.",
    ),
}


@transaction.atomic
def record_representations(told: Sequence[ToldRepresentation], *, source: str, by: str, at: datetime) -> int:
    """Who speaks for whom as ``source`` tells; gives how many statements were new or changed. Told again from the same
    day, the source corrects itself. Raises ``Refused`` for somebody who speaks for themselves and for a span without
    an end or without a day."""
    for one in told:
        check_representation(one)
    entry = take_turn()
    people = enrol({iin for one in told for iin in (one.representative, one.represented)}, entry=entry)
    standing = {
        (row.representative_id, row.represented_id, row.start): row
        for row in Representation.objects.filter(
            representative__in=list(people.values()), source=source, withdrawn=None
        )
    }
    added: dict[tuple[UUID, UUID, date], Representation] = {}
    withdrawn: list[Representation] = []
    for one in told:
        key = (people[one.representative.digits], people[one.represented.digits], one.start)
        row = standing.get(key)
        if row is not None and (row.until, row.kind) == (one.until, one.kind):
            continue
        if row is not None and row.pk is not None:
            withdrawn.append(row)
        standing[key] = added[key] = Representation(
            representative_id=key[0],
            represented_id=key[1],
            kind=one.kind,
            start=one.start,
            until=one.until,
            source=source,
            recorded_id=entry,
        )
    if not added:
        return 0
    Representation.objects.filter(id__in=[row.pk for row in withdrawn]).update(withdrawn_id=entry)
    Representation.objects.bulk_create(added.values(), batch_size=2000)
    content = digest_of_statements(
        *([[getattr(row, of) for of in REPRESENTATION_COLUMNS] for row in rows] for rows in (added.values(), withdrawn))
    )
    record_entry("record-representations", by=by, at=at, content=content, people=NOBODYS_STATUS)
    return len(added)


def represented_by(representative: UUID, on: date) -> Iterator[RepresentationRecord]:
    """For whom this person may speak on the day, those told first come first."""
    rows = Representation.objects.filter(
        representative_id=representative, withdrawn=None, start__lte=on, until__gt=on
    ).order_by("id")
    seen = set()
    for row in rows:
        if row.represented_id not in seen:  # two sources may tell the same
            seen.add(row.represented_id)
            yield RepresentationRecord(
                row.representative_id, row.represented_id, row.kind, row.start, row.until, row.source
            )


def check_representation(told: ToldRepresentation) -> None:
    """Raises ``Refused`` for somebody who speaks for themselves and for a span without a day."""
    if told.representative == told.represented:
        raise Refused(Fault("represents-oneself", _TEXTS["represents-oneself"], "represented"))
    if told.until <= told.start:
        raise Refused(Fault("representation-span", _TEXTS["representation-span"], "until"))
