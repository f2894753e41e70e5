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
from saqta.registry.stating import correct

_KEY = ("representative_id", "represented_id", "start")
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
    rows = (
        (people[one.representative.digits], people[one.represented.digits], one.kind, one.start, one.until)
        for one in told
    )
    change = correct(Representation, REPRESENTATION_COLUMNS, _KEY, rows, source=source, entry=entry)
    if not change.recorded:
        return 0
    content = digest_of_statements(change.recorded, change.withdrawn)
    record_entry("record-representations", by=by, at=at, content=content, people=NOBODYS_STATUS)
    return len(change.recorded)


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
