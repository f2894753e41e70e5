"""The forms of an anaesthesia plan: their fields, and how what was typed in them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import get_args

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.care.judging import CONSENT, LAW_OF_THE_DAY, Judgement
from saqta.care.phrases import phrases
from saqta.care.records import (
    LONGEST_CERTIFICATE,
    LONGEST_NAME,
    LONGEST_WORDS,
    Anaesthetist,
    Complication,
    ComplicationCode,
    Findings,
    Kind,
    SessionReport,
    ToldPlan,
    TreatedTooth,
    Treatment,
)
from saqta.channels.clock import KAZAKHSTAN
from saqta.channels.desk.fields import Field, Option, read_choice
from saqta.channels.desk.pages import Work
from saqta.channels.desk.wording.plans import COMPLICATIONS, PLANS

_TEETH_ROWS = 8
"""Rows for teeth on one form; those that stay empty are left out."""
_MOST_MINUTES = 1440
_DIAGNOSIS = re.compile(r"[A-Z][0-9]{2}(\.[0-9]{1,2})?", re.ASCII)
_TREATMENTS: tuple[Treatment, ...] = get_args(Treatment)
_KINDS: tuple[Kind, ...] = get_args(Kind)
_CODES: tuple[ComplicationCode, ...] = get_args(ComplicationCode)
_KNOWN = {"yes": True, "no": False, "unknown": None}


def plan_fields(work: Work, before: ToldPlan | None = None) -> Iterator[Field]:
    """What the parents are asked to agree to; as in the plan ``before``, where it is to be changed."""
    typed = work.typed
    at = typed("planned_at") or ("" if before is None else _local(before.planned_at))
    yield Field("planned_at", work.say(PLANS["planned_at"]), "datetime", value=at)
    kind = typed("kind") or ("general" if before is None else before.kind)
    yield _choice(work, "kind", [(one, PLANS[one]) for one in _KINDS], kind)
    minutes = typed("minutes") or ("" if before is None else str(before.minutes_planned))
    yield Field("minutes", work.say(PLANS["minutes"]), "number", value=minutes)
    yield _teeth(work, () if before is None else before.teeth)
    named = None if before is None else before.anaesthetist
    name, certificate = ("", "") if named is None else (named.name, named.certificate)
    yield Field("anaesthetist", work.say(PLANS["anaesthetist"]), value=typed("anaesthetist") or name, required=False)
    certificate = typed("certificate") or certificate
    yield Field("certificate", work.say(PLANS["certificate"]), value=certificate, required=False)
    known = None if before is None else before.medical_indication
    yield _known(work, "indicated", known)
    words = typed("indication") or (before and before.indication) or ""
    yield Field("indication", work.say(PLANS["indication"]), "words", value=words, required=False)
    code = typed("diagnosis") or (before and before.diagnosis) or ""
    yield Field("diagnosis", work.say(PLANS["diagnosis"]), value=code, required=False)


def read_plan(work: Work) -> ToldPlan:
    """The plan that was typed; raises ``Refused``."""
    name, certificate = work.typed("anaesthetist"), work.typed("certificate")
    anaesthetist = None
    if name or certificate:
        anaesthetist = Anaesthetist(
            read_words(work, "anaesthetist", LONGEST_NAME), read_words(work, "certificate", LONGEST_CERTIFICATE)
        )
    diagnosis = work.typed("diagnosis").upper() or None
    if diagnosis is not None and not _DIAGNOSIS.fullmatch(diagnosis):
        raise Refused(Fault("diagnosis-wrong", PLANS["diagnosis_wrong"], "diagnosis"))
    return ToldPlan(
        planned_at=_moment(work, "planned_at"),
        kind=read_choice(work, "kind", PLANS["kind"], _KINDS),
        teeth=_read_teeth(work),
        minutes_planned=_minutes(work, "minutes"),
        anaesthetist=anaesthetist,
        medical_indication=_KNOWN[read_choice(work, "indicated", PLANS["indicated"], tuple(_KNOWN))],
        indication=read_words(work, "indication", LONGEST_WORDS) if work.typed("indication") else None,
        diagnosis=diagnosis,
    )


def findings_fields(work: Work, *, again: bool) -> Iterator[Field]:
    """What is found out on the way; ``again`` asks also for the examination before the start."""
    for name in ("examined_at", "examined_again_at") if again else ("examined_at",):
        yield Field(name, work.say(PLANS[name]), "datetime", "note", work.typed(name), required=False)
    yield _known(work, "equipment", None)


def read_findings(work: Work) -> Findings:
    """What was noted; what was left empty is not known. Raises ``Refused``."""
    return Findings(
        examined_at=_moment_if_any(work, "examined_at"),
        examined_again_at=_moment_if_any(work, "examined_again_at"),
        equipment_complete=_KNOWN[read_choice(work, "equipment", PLANS["equipment"], tuple(_KNOWN))],
    )


def override_fields(work: Work, judged: Judgement) -> Iterator[Field]:
    """For which of the demands that are not met a physician answers, who, and why."""
    texts = {found.code: found.text for found in judged.answer.requirements}
    ticked = set(work.request.POST.getlist("demands"))
    options = tuple(
        Option(code, work.say(texts[code]), code in ticked)
        for code in judged.blocking
        if code not in CONSENT and code != LAW_OF_THE_DAY
    )
    yield Field("demands", work.say(PLANS["which"]), "ticks", options=options)
    yield Field("physician", work.say(PLANS["physician"]), "text", "override", work.typed("physician"))
    yield Field("reason", work.say(PLANS["reason"]), "words", "override", work.typed("reason"))


def complication_fields(work: Work) -> Iterator[Field]:
    """What went wrong."""
    codes = [(code, COMPLICATIONS[code]) for code in _CODES]
    yield _choice(work, "complication", codes, work.typed("complication"))
    now = work.typed("happened_at") or _local(work.at)
    yield Field("happened_at", work.say(PLANS["happened_at"]), "datetime", "report", now)
    serious = Option("yes", work.say(PLANS["serious"]), bool(work.typed("serious")))
    yield Field("serious", work.say(PLANS["complication"]), "ticks", options=(serious,))
    yield Field("words", work.say(PLANS["words"]), "words", "report", work.typed("words"), required=False)


def read_complication(work: Work) -> Complication:
    """The complication that was typed; raises ``Refused``."""
    return Complication(
        code=read_choice(work, "complication", PLANS["complication"], _CODES),
        happened_at=_moment(work, "happened_at"),
        serious=bool(work.typed("serious")),
        words=read_words(work, "words", LONGEST_WORDS) if work.typed("words") else None,
    )


def report_fields(work: Work, planned: ToldPlan) -> Iterator[Field]:
    """What was done; begins with what was planned."""
    yield _teeth(work, planned.teeth)
    yield Field("minutes", work.say(PLANS["minutes_done"]), "number", "finish", work.typed("minutes"))


def read_report(work: Work) -> SessionReport:
    """What was done, as typed; raises ``Refused``."""
    return SessionReport(_read_teeth(work), _minutes(work, "minutes"))


def read_words(work: Work, name: str, longest: int) -> str:
    """The words in a field that must not stay empty; raises ``Refused``."""
    typed = work.typed(name)
    if not 0 < len(typed) <= longest:
        raise _wrong("words_wrong", name, longest=str(longest))
    return typed


def treatment_text(treatment: str) -> Text:
    """What is done to a tooth, in the words of the parents' sheet."""
    return phrases("consent")[f"treatment-{treatment}"]


def _teeth(work: Work, before: tuple[TreatedTooth, ...]) -> Field:
    """Rows of a tooth and what is done to it."""
    rows = []
    for row in range(max(_TEETH_ROWS, len(before))):
        had = before[row] if row < len(before) and not work.sent else None
        tooth = work.typed(f"tooth-{row}") or ("" if had is None else str(had.tooth))
        chosen = work.typed(f"treatment-{row}") or ("" if had is None else had.treatment)
        options = (Option(one, work.say(treatment_text(one)), one == chosen) for one in _TREATMENTS)
        rows.append((f"{row}", tooth, (Option("", ""), *options)))
    return Field("teeth", work.say(PLANS["teeth"]), "teeth", rows=tuple(rows))


def _read_teeth(work: Work) -> tuple[TreatedTooth, ...]:
    found = []
    for name in (name for name in work.request.POST if name.startswith("tooth-")):
        treatment = f"treatment-{name.removeprefix('tooth-')}"
        typed = work.typed(name)
        if not typed and not work.typed(treatment):
            continue
        if not (typed.isascii() and typed.isdecimal() and len(typed) == 2) or not work.typed(treatment):
            raise Refused(Fault("tooth-wrong", PLANS["tooth_wrong"], "teeth"))
        found.append(TreatedTooth(int(typed), read_choice(work, treatment, PLANS["treatment"], _TREATMENTS)))
    return tuple(found)


def _choice(work: Work, name: str, offered: Sequence[tuple[str, Text]], chosen: str) -> Field:
    options = tuple(Option(value, work.say(text), value == chosen) for value, text in offered)
    return Field(name, work.say(PLANS[name]), "choice", options=options)


def _known(work: Work, name: str, known: bool | None) -> Field:
    """Yes, no, or not known, which is what an answer begins with."""
    chosen = work.typed(name) or next(word for word, value in _KNOWN.items() if value is known)
    texts = {word: PLANS.get(f"{name}-{word}", PLANS[word]) for word in _KNOWN}
    return _choice(work, name, [(word, texts[word]) for word in ("unknown", "yes", "no")], chosen)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone(KAZAKHSTAN):%Y-%m-%dT%H:%M}"


def _moment(work: Work, name: str) -> datetime:
    """What is typed without a time zone is time in Kazakhstan."""
    try:
        return datetime.fromisoformat(work.typed(name)).replace(tzinfo=KAZAKHSTAN)
    except ValueError:
        raise _wrong("moment_wrong", name) from None


def _moment_if_any(work: Work, name: str) -> datetime | None:
    return _moment(work, name) if work.typed(name) else None


def _minutes(work: Work, name: str) -> int:
    typed = work.typed(name)
    if not (typed.isascii() and typed.isdecimal() and 0 < int(typed) <= _MOST_MINUTES):
        raise _wrong("number_wrong", name)
    return int(typed)


def _wrong(code: str, name: str, **values: str) -> Refused:
    return Refused(Fault(code.replace("_", "-"), PLANS[code].fill(name=PLANS[name], **values), name))
