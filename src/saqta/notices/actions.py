"""Writing notices: one person drafts, another approves. Each is one transaction with one entry in the journal."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from saqta.basis.refusal import Fault, Refused, refuse_any
from saqta.basis.text import LANGUAGES, Text
from saqta.journal.actions import record_entry, take_turn
from saqta.law.book import Book
from saqta.notices.checks import faults
from saqta.notices.models import Approval, Version
from saqta.notices.queries import digest, every_version
from saqta.notices.records import Announcement, Notice

_TEXTS = {
    "notice-waiting": Text(
        ru="Предыдущая версия этого сообщения ещё ждёт утверждения. Сначала её утверждает другой человек.",
        kk="Бұл хабарламаның алдыңғы нұсқасы әлі бекітілмеген. Алдымен оны басқа адам бекітеді.",
        en="The version before this one still waits for approval. Another person approves it first.",
    ),
    "nothing-waiting": Text(
        ru="Под этим ключом ничто не ждёт утверждения. Список: saqta notices.",
        kk="Бұл кілтпен бекітуді күтіп тұрған ештеңе жоқ. Тізім: saqta notices.",
        en="Nothing waits for approval under this key. The list: saqta notices.",
    ),
    "own-notice": Text(
        ru="Автор не утверждает своё сообщение. Его утверждает другой человек.",
        kk="Автор өз хабарламасын бекітпейді. Оны басқа адам бекітеді.",
        en="The author does not approve their own notice. Another person does.",
    ),
}


def draft_notice(says: Announcement, *, book: Book, by: str, at: datetime) -> Notice:
    """Keeps a new version of a notice, which waits for another person. Raises ``Refused`` for an announcement that
    does not fit together, and while an earlier version of the same notice waits."""
    refuse_any(faults(says, book))
    with transaction.atomic():
        entry = take_turn()
        before = every_version(says.key)
        if any(not notice.is_published for notice in before):
            raise _refused("notice-waiting", "key")
        number = max((notice.number for notice in before), default=0) + 1
        _row(says, number, by, at, entry).save(force_insert=True)
        record_entry("draft-notice", by=by, at=at, content=digest(says), people=())
    return Notice(says, number, by, at)


@transaction.atomic
def approve_notice(key: str, *, by: str, at: datetime) -> Notice:
    """Publishes the version that waits under the key. Raises ``Refused`` when none does, and for its own author; the
    database refuses the author as well."""
    entry = take_turn()
    waiting = next((notice for notice in every_version(key) if not notice.is_published), None)
    if waiting is None:
        raise _refused("nothing-waiting", "key")
    if waiting.drafted_by is not None and waiting.drafted_by.strip().casefold() == by.strip().casefold():
        raise _refused("own-notice", "by")
    version = Version.objects.get(key=key, number=waiting.number)
    Approval.objects.create(version=version, approved_by=by, approved_at=at, recorded_id=entry)
    record_entry("approve-notice", by=by, at=at, content=digest(waiting.says), people=())
    return Notice(waiting.says, waiting.number, waiting.drafted_by, waiting.drafted_at, by, at)


def _row(says: Announcement, number: int, by: str, at: datetime, entry: int) -> Version:
    return Version(
        key=says.key,
        number=number,
        **_columns("claim", says.claim),
        **_columns("truth", says.truth),
        **_columns("publisher", says.source.publisher),
        verdict=says.verdict,
        since=says.since,
        until=says.until,
        published_on=says.source.published_on,
        address=says.source.address,
        services=list(says.services),
        provisions=list(says.provisions),
        drafted_by=by,
        drafted_at=at,
        recorded_id=entry,
    )


def _columns(name: str, text: Text) -> dict[str, str]:
    return {f"{name}_{language}": text.in_language(language) for language in LANGUAGES}


def _refused(code: str, where: str) -> Refused:
    return Refused(Fault(code, _TEXTS[code], where))
