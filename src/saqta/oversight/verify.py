"""Whether the rows of oversight are still those that were sealed, and still where the events lead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Substr

from saqta.journal.models import Entry
from saqta.oversight.models import Campaign, Complaint, Event, Inspection, Stay
from saqta.oversight.receiving import digest_of_campaign, digest_of_complaint
from saqta.oversight.stepping import VERBS, digest_of_events


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose events, campaigns or complaints are no longer those that were sealed with them."""
    rows = Event.objects.order_by("recorded_id", "id").iterator(chunk_size=2_000)
    for entry, events in groupby(rows, key=lambda event: event.recorded_id):
        if not _is_sealed(entry, digest_of_events(events)):
            yield entry
    for campaign in Campaign.objects.order_by("recorded_id"):
        if not _is_sealed(campaign.recorded_id, digest_of_campaign(campaign)):
            yield campaign.recorded_id
    for complaint in Complaint.objects.select_related("account").order_by("recorded_id").iterator(chunk_size=2_000):
        if not _is_sealed(complaint.recorded_id, digest_of_complaint(complaint)):
            yield complaint.recorded_id
    tables: dict[str, type[Campaign | Complaint | Event]] = {
        "open-campaign": Campaign,
        "record-complaint": Complaint,
        **dict.fromkeys(VERBS.values(), Event),
    }
    for verb, table in tables.items():
        written = table.objects.filter(recorded=OuterRef("pk"))
        yield from Entry.objects.filter(~Exists(written), verb=verb).values_list("number", flat=True)


def out_of_step() -> Iterator[UUID]:
    """Inspections whose row, or whose open stay, is not where their last event led."""
    led = Event.objects.filter(inspection=OuterRef("pk"), number=OuterRef("version"), state=OuterRef("state"))
    later = Event.objects.filter(inspection=OuterRef("pk"), number__gt=OuterRef("version"))
    stays = Stay.objects.filter(inspection=OuterRef("pk"), until=None, state=OuterRef("state"))
    stays = stays.filter(facility=OuterRef("facility"), region=Substr(OuterRef("region"), 1, 2))
    wrong = Inspection.objects.filter(
        ~Exists(led) | Exists(later) | ~Exists(stays) | Q(changed_on__lt=F("appointed_on"))
    )
    yield from wrong.order_by("id").values_list("id", flat=True)


def _is_sealed(entry: int, digest: str) -> bool:
    return Entry.objects.filter(number=entry, content=digest).exists()
