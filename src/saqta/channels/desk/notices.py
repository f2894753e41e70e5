"""The pages on which announcements are written by one person and approved by another, put off, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import get_args

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.access.queries import name_of
from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused, refuse_any
from saqta.basis.text import LANGUAGES, Language, Text
from saqta.channels.clock import moment_text
from saqta.channels.desk.fields import Field, Option, read_choice, read_day, read_day_if_any, read_moment_if_any
from saqta.channels.desk.pages import Work, missing, working_page
from saqta.channels.desk.wording.frame import LANGUAGE_NAMES
from saqta.channels.desk.wording.notices import NOTICES
from saqta.notices.actions import approve_notice, draft_notice, withdraw_notice
from saqta.notices.queries import every_version
from saqta.notices.records import Announcement, Notice, Source, Verdict

_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_NOTHING_YET = ""


@working_page(Permission.APPROVE_NOTICES)
def notices(work: Work) -> HttpResponse:
    """The latest version of every announcement, those that wait first."""
    latest = {notice.says.key: notice for notice in every_version()}
    ordered = sorted(latest.values(), key=lambda one: (not one.is_waiting, -one.says.since.toordinal(), one.says.key))
    lines = [
        (f"/desk/{work.language}/notices/{one.says.key}/", work.say(one.says.claim), _state(one, one.number, work))
        for one in ordered
    ]
    may_write = work.member.may(Permission.WRITE_NOTICES)
    return work.page("desk/notices.html", {"said": work.words(NOTICES), "lines": lines, "may_write": may_write})


@working_page(Permission.WRITE_NOTICES)
def write(work: Work, key: str = _NOTHING_YET) -> HttpResponse:
    """The form of a new announcement, or of a new version of one; or, when it was sent, the draft."""
    versions = every_version(key) if key else ()
    if key and not versions:
        return missing(work)
    told = {"said": work.words(NOTICES), "fields": _fields(work, versions[-1].says if versions else None)}
    if not work.sent:
        return work.page("desk/notice_form.html", told)
    try:
        drafted = draft_notice(_announcement(work, key), book=work.book, by=work.member.by, at=work.at)
    except Refused as refused:
        return work.refused("desk/notice_form.html", told, refused)
    return work.go(f"notices/{drafted.says.key}/?done=1")


@working_page(Permission.APPROVE_NOTICES)
def notice(work: Work, key: str) -> HttpResponse:
    """One announcement as it is and will be seen in three languages, with its versions."""
    versions = every_version(key)
    if not versions:
        return missing(work)
    return work.page("desk/announcement.html", {**_told(versions, work), "done": work.request.GET.get("done")})


@working_page(Permission.APPROVE_NOTICES)
def approve(work: Work, key: str) -> HttpResponse:
    """Approves the version that waits, for now or for a later hour."""

    def settle() -> None:
        opens_at = read_moment_if_any(work, "opens_at", NOTICES["opens_at"])
        approve_notice(key, by=work.member.by, at=work.at, opens_at=opens_at)

    return _settled(work, key, settle)


@working_page(Permission.APPROVE_NOTICES)
def withdraw(work: Work, key: str) -> HttpResponse:
    """Takes the latest version back."""
    return _settled(work, key, lambda: withdraw_notice(key, reason=work.typed("reason"), by=work.member.by, at=work.at))


def _settled(work: Work, key: str, settle: Callable[[], object]) -> HttpResponse:
    versions = every_version(key)
    if not versions:
        return missing(work)
    if not work.sent:
        return work.go(f"notices/{key}/")
    try:
        settle()
    except Refused as refused:
        return work.refused("desk/announcement.html", _told(every_version(key), work), refused)
    return work.go(f"notices/{key}/?done=1")


def _told(versions: tuple[Notice, ...], work: Work) -> dict[str, object]:
    latest = versions[-1]
    own = latest.drafted_by == work.member.by
    opens = Field(
        "opens_at", work.say(NOTICES["opens_at"]), "datetime", "approve", work.typed("opens_at"), required=False
    )
    reason = Field("reason", work.say(NOTICES["reason"]), "words", "withdraw", work.typed("reason"))
    return {
        "said": work.words(NOTICES),
        "key": latest.says.key,
        "heading": work.say(latest.says.claim),
        "state": _state(latest, latest.number, work),
        "previews": [_preview(latest.says, language) for language in LANGUAGES],
        "since": work.say(day_text(latest.says.since)),
        "until": "" if latest.says.until is None else work.say(day_text(latest.says.until)),
        "about": (*latest.says.services, *latest.says.provisions),
        "versions": [_line(one, latest.number, work) for one in reversed(versions)],
        "own": own and latest.is_waiting,
        "approve": [opens] if latest.is_waiting and not own else None,
        "withdraw": [reason] if latest.drafted_by is not None and latest.withdrawn_by is None else None,
        "may_write": work.member.may(Permission.WRITE_NOTICES) and not latest.is_waiting,
    }


def _preview(says: Announcement, language: Language) -> dict[str, str]:
    """What the public page will say in one language."""
    return {
        "language": language,
        "name": LANGUAGE_NAMES[language],
        "claim": says.claim.in_language(language),
        "verdict": NOTICES[says.verdict].in_language(language),
        "truth": says.truth.in_language(language),
        "source": says.source.publisher.in_language(language),
        "address": says.source.address or "",
    }


def _line(one: Notice, latest: int, work: Work) -> tuple[str, str, list[str]]:
    steps = [
        _who(by, at, work)
        for by, at in ((one.drafted_by, one.drafted_at), (one.approved_by, one.approved_at))
        if by is not None and at is not None
    ]
    if one.withdrawn_by is not None and one.withdrawn_at is not None:
        steps.append(f"{_who(one.withdrawn_by, one.withdrawn_at, work)}: {one.withdrawn_because}")
    number = work.say(NOTICES["version"].fill(number=str(one.number)))
    return number, _state(one, latest, work), steps or [work.say(NOTICES["shipped"])]


def _who(by: str, at: datetime, work: Work) -> str:
    return work.say(NOTICES["by"].fill(name=name_of(by) or by, moment=moment_text(at)))


def _state(one: Notice, latest: int, work: Work) -> str:
    if one.withdrawn_by is not None:
        return work.say(NOTICES["withdrawn"])
    if one.is_waiting:
        return work.say(NOTICES["waiting"])
    if one.opens_at is not None and one.opens_at > work.at:
        return work.say(NOTICES["scheduled"].fill(moment=moment_text(one.opens_at)))
    return work.say(NOTICES["published" if one.number == latest else "replaced"])


def _fields(work: Work, before: Announcement | None) -> list[Field]:
    def value(name: str, earlier: str) -> str:
        return work.typed(name) if work.sent else earlier

    def day(name: str, earlier: object, *, required: bool) -> Field:
        shown = value(name, "" if earlier is None else str(earlier))
        return Field(name, work.say(NOTICES[name]), "date", value=shown, required=required)

    def texts(name: str, earlier: Text | None) -> list[Field]:
        return [
            Field(
                f"{name}_{language}",
                work.say(_label(name, language)),
                "text" if name == "publisher" else "words",
                value=value(f"{name}_{language}", "" if earlier is None else earlier.in_language(language)),
            )
            for language in LANGUAGES
        ]

    verdict = value("verdict", before.verdict if before else "")
    options = (Option(code, work.say(NOTICES[code]), code == verdict) for code in _VERDICTS)
    source = before.source if before else None
    address = (source.address if source else None) or ""
    about = {"services": before.services if before else (), "provisions": before.provisions if before else ()}
    key = [] if before else [Field("key", work.say(NOTICES["key"]), value=work.typed("key"))]
    return [
        *key,
        *texts("claim", before.claim if before else None),
        Field("verdict", work.say(NOTICES["verdict"]), "choice", options=(Option("", ""), *options)),
        *texts("truth", before.truth if before else None),
        day("since", work.today, required=True),
        day("until", before.until if before else None, required=False),
        *texts("publisher", source.publisher if source else None),
        day("published_on", source.published_on if source else None, required=False),
        Field("address", work.say(NOTICES["address"]), value=value("address", address), required=False),
        *(
            Field(name, work.say(NOTICES[name]), value=value(name, " ".join(codes)), required=False)
            for name, codes in about.items()
        ),
    ]


def _announcement(work: Work, key: str) -> Announcement:
    """What was typed; raises ``Refused`` for a field that cannot be read. Whether it fits together is for the room."""

    missing_texts = [
        Fault("text-missing", NOTICES["text_missing"].fill(name=_label(name, language)), f"{name}_{language}")
        for name in ("claim", "truth", "publisher")
        for language in LANGUAGES
        if not work.typed(f"{name}_{language}")
    ]
    refuse_any(missing_texts)

    def text(name: str) -> Text:
        return Text(**{language: work.typed(f"{name}_{language}") for language in LANGUAGES})

    published_on = read_day_if_any(work, "published_on", NOTICES["published_on"])
    return Announcement(
        key=key or work.typed("key"),
        claim=text("claim"),
        verdict=read_choice(work, "verdict", NOTICES["verdict"], _VERDICTS),
        truth=text("truth"),
        since=read_day(work, "since", NOTICES["since"]),
        until=read_day_if_any(work, "until", NOTICES["until"]),
        source=Source(text("publisher"), published_on, work.typed("address") or None),
        services=tuple(work.typed("services").split()),
        provisions=tuple(work.typed("provisions").split()),
    )


def _label(name: str, language: Language) -> Text:
    return NOTICES[name].fill(language=LANGUAGE_NAMES[language])
