"""Writing notices: one person drafts, another approves; and keeping what people think of answers until an
editor has dealt with it. Each is one transaction with one entry in the journal."""

from __future__ import annotations

from datetime import date, datetime

import msgspec
from django.db import transaction

from saqta.basis.refusal import Fault, Refused, refuse_any
from saqta.basis.text import LANGUAGES, Language, Text
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import is_one_person
from saqta.law.book import Book
from saqta.notices.checks import faults
from saqta.notices.models import Approval, Opening, Opinion, Settlement, Version, Withdrawal
from saqta.notices.queries import (
    approval_digest,
    digest,
    every_version,
    opinion_digest,
    settlement_digest,
    withdrawal_digest,
)
from saqta.notices.records import ANSWERS, OPINIONS, VERDICTS_OF_ANSWERS, Announcement, Notice

LONGEST_REASON = 1000

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
    "opens-in-the-past": Text(
        ru="Этот момент уже прошёл. Назовите будущий или оставьте поле пустым: тогда сообщение выйдет сразу.",
        kk="Бұл сәт өтіп кеткен. Болашақ сәтті атаңыз не өрісті бос қалдырыңыз: онда хабарлама бірден шығады.",
        en="That moment is over. Name one to come, or leave it empty to publish at once.",
    ),
    "nothing-to-withdraw": Text(
        ru="Отзывать нечего: под этим ключом нет версии, написанной здесь. Сообщение, которое пришло с программой, "
        "заменяют новой версией.",
        kk="Қайтарып алатын ештеңе жоқ: бұл кілтпен осында жазылған нұсқа жоқ. Бағдарламамен келген хабарлама жаңа "
        "нұсқамен ауыстырылады.",
        en="There is nothing to take back: no version under this key was written here. What came with the product is "
        "replaced by a new version.",
    ),
    "no-reason": Text(
        ru="Напишите, почему: до 1000 знаков.",
        kk="Себебін жазыңыз: 1000 таңбаға дейін.",
        en="Say why, in up to 1000 characters.",
    ),
    "own-notice": Text(
        ru="Автор не утверждает своё сообщение. Его утверждает другой человек.",
        kk="Автор өз хабарламасын бекітпейді. Оны басқа адам бекітеді.",
        en="The author does not approve their own notice. Another person does.",
    ),
    "no-such-answer": Text(
        ru="Такого ответа или такого отзыва у нас нет. Вернитесь к ответу и нажмите кнопку под ним.",
        kk="Бізде мұндай жауап не пікір жоқ. Жауапқа оралып, астындағы түймені басыңыз.",
        en="There is no such answer or opinion. Go back to the answer and press a button below it.",
    ),
    "nothing-to-settle": Text(
        ru="Этих отзывов больше нет в очереди: их уже разобрали.",
        kk="Бұл пікірлер кезекте жоқ: олар қаралып қойған.",
        en="These opinions are no longer waiting: somebody has dealt with them.",
    ),
}


def draft_notice(says: Announcement, *, book: Book, by: str, at: datetime) -> Notice:
    """Keeps a new version of a notice, which waits for another person. Raises ``Refused`` for an announcement that
    does not fit together, and while an earlier version of the same notice waits."""
    refuse_any(faults(says, book))
    with transaction.atomic():
        entry = take_turn()
        before = every_version(says.key)
        if any(notice.is_waiting for notice in before):
            raise _refused("notice-waiting", "key")
        number = max((notice.number for notice in before), default=0) + 1
        _row(says, number, by, at, entry).save(force_insert=True)
        record_entry("draft-notice", by=by, at=at, content=digest(says), people=())
    return Notice(says, number, by, at)


@transaction.atomic
def approve_notice(key: str, *, by: str, at: datetime, opens_at: datetime | None = None) -> Notice:
    """Publishes the version that waits under the key, at once or from ``opens_at`` on. Raises ``Refused`` when none
    does, for a moment that is over, and for its own author; the database refuses the author as well."""
    entry = take_turn()
    waiting = next((notice for notice in every_version(key) if notice.is_waiting), None)
    if waiting is None:
        raise _refused("nothing-waiting", "key")
    if waiting.drafted_by is not None and is_one_person(waiting.drafted_by, by):
        raise _refused("own-notice", "by")
    if opens_at is not None and opens_at <= at:
        raise _refused("opens-in-the-past", "opens_at")
    approved = msgspec.structs.replace(waiting, approved_by=by, approved_at=at, opens_at=opens_at)
    version = Version.objects.get(key=key, number=waiting.number)
    row = Approval.objects.create(version=version, approved_by=by, approved_at=at, recorded_id=entry)
    if opens_at is not None:
        Opening.objects.create(approval=row, opens_at=opens_at)
    record_entry("approve-notice", by=by, at=at, content=approval_digest(waiting.says, opens_at), people=())
    return approved


@transaction.atomic
def withdraw_notice(key: str, *, reason: str, by: str, at: datetime) -> Notice:
    """Takes back the latest version under the key, waiting or published. One person is enough: nothing is said by it,
    and what was wrong stands no longer than it must. No earlier version comes back, because two people would have to
    say it again. Raises ``Refused`` when there is none of the register, and without a reason."""
    entry = take_turn()
    told = reason.strip()
    if not 0 < len(told) <= LONGEST_REASON:
        raise _refused("no-reason", "reason")
    found = next((notice for notice in reversed(every_version(key)) if notice.drafted_by is not None), None)
    if found is None or found.withdrawn_by is not None:
        raise _refused("nothing-to-withdraw", "key")
    version = Version.objects.get(key=key, number=found.number)
    Withdrawal.objects.create(version=version, reason=told, withdrawn_by=by, withdrawn_at=at, recorded_id=entry)
    record_entry("withdraw-notice", by=by, at=at, content=withdrawal_digest(found.says, told), people=())
    return msgspec.structs.replace(found, withdrawn_by=by, withdrawn_at=at, withdrawn_because=told)


@transaction.atomic
def tell_opinion(
    place: str, verdict: str | None, opinion: str, language: Language, *, book: Book, on: date, by: str, at: datetime
) -> None:
    """Keeps what somebody thinks of an answer, without anything about them. Raises ``Refused`` for an answer that there
    is not and an opinion that the page does not offer."""
    kind, _, code = place.partition("/")
    answered = place in ANSWERS or (kind == "free" and code in book.services)
    if not answered or opinion not in OPINIONS or (verdict is not None and verdict not in VERDICTS_OF_ANSWERS):
        raise _refused("no-such-answer", "opinion")
    row = Opinion(place=place, verdict=verdict, opinion=opinion, language=language, told_on=on)
    row.recorded_id = take_turn()
    row.save(force_insert=True)
    record_entry("tell-opinion", by=by, at=at, content=opinion_digest(row), people=())


@transaction.atomic
def settle_opinions(place: str, last: int, *, by: str, at: datetime) -> None:
    """An editor has dealt with what people said of an answer, up to and with the opinion ``last``. Raises ``Refused``
    when nothing of it waits."""
    entry = take_turn()
    waits = Opinion.objects.filter(id=last, place=place).exists()
    if not waits or Settlement.objects.filter(place=place, last__gte=last).exists():
        raise _refused("nothing-to-settle", "place")
    Settlement.objects.create(place=place, last_id=last, settled_by=by, settled_at=at, recorded_id=entry)
    record_entry("settle-opinions", by=by, at=at, content=settlement_digest(place, last), people=())


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
