"""What to ask a person next, one question at a time, until it is certain whether care is free.

Only facts that can still change the verdict are asked for, the most telling for their cost first. What only a
professional may state is never asked of a citizen; whoever does not know an answer says so and is asked something else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal

import msgspec

from saqta.basis.text import Text, listed
from saqta.law.book import Book, Law
from saqta.rules import entitlement
from saqta.rules.answer import Missing, Verdict
from saqta.rules.care_case import CareCase
from saqta.rules.care_missing import missing_facts
from saqta.rules.care_standing import OPEN_STATUS, CareStanding
from saqta.rules.catalogue import find_service
from saqta.rules.facts import EntitlementFacts, Need
from saqta.rules.phrases import phrases

FOR_PROFESSIONALS = frozenset(
    {
        "need.dentist_found_urgent",
        "need.dangerous_to_others",
        "need.life_threatening",
        "need.epidemic_disease",
        "need.on_list",
        "need.months_since_event",
    }
)
"""Facts that only a doctor or a dentist may state."""

CLINIC = "facility.contract_with_fund"

YES_OR_NO = frozenset(
    {
        "insured",
        "pregnant",
        CLINIC,
        "need.referral",
        "need.first_visit",
        "need.congenital_maxillofacial_pathology",
        "need.dentofacial_anomaly",
        "need.low_income_family",
    }
)

Answer = bool | str | tuple[str, ...] | None


class Choice(msgspec.Struct, frozen=True):
    """One answer that may be given, and what it puts into the facts document, by path; nothing for "I do not know"."""

    text: Text
    sets: Mapping[str, Answer]


class Question(msgspec.Struct, frozen=True):
    """One question: the fact it asks for, why it is asked, and the answers to choose from.

    A ``date`` or a ``country`` is typed and set at ``fact``; of ``categories`` several may be chosen.
    """

    fact: str
    text: Text
    why: Text
    kind: Literal["yes_no", "choice", "categories", "date", "country"]
    choices: tuple[Choice, ...]


class NextQuestion(msgspec.Struct, frozen=True):
    """The next question, or none: then the verdict is certain, or what is ``left`` only others can say."""

    verdict: Verdict
    says: Text
    question: Question | None
    left: tuple[Missing, ...]


def next_question(
    facts: EntitlementFacts,
    service: str,
    on: date,
    book: Book,
    *,
    unknown: Collection[str] = (),
    known_at: date | None = None,
    follow: Mapping[str, str] | None = None,
) -> NextQuestion:
    """What to ask next about the service; ``unknown`` are the facts that the person was asked for and does not know.

    Raises ``Refused`` as ``entitlement.ask`` does.
    """
    case = CareCase(facts, book.on(on, known_at, follow), find_service(service, book))
    standing = entitlement.standing_of(case)
    if standing is None:
        answer = entitlement.ask(facts, service, on, book, known_at=known_at, follow=follow)
        return NextQuestion(answer.verdict, answer.says, None, ())
    # Whoever knows the status is not asked what it follows from.
    found = missing_facts(standing, of_status="insured" in unknown) or _status_that_only_the_fund_knows(standing)
    says = entitlement.verdict_sentence(standing, found)
    # A clinic can still be chosen, so it is asked about when all else is settled.
    for missing in sorted(found, key=lambda missing: missing.fact == CLINIC):
        answered_before = missing.fact in unknown or (
            missing.fact == "need.diagnosis" and _has_said_of_the_disease(facts)
        )
        question = None if answered_before else _question(missing.fact, case.law)
        if question is not None:
            return NextQuestion(standing.verdict, says, question, ())
    return NextQuestion(standing.verdict, says, None, found)


def _has_said_of_the_disease(facts: EntitlementFacts) -> bool:
    """Whether all that is asked of a patient about the disease was said; a more exact code only a doctor can give."""
    need = facts.need or Need()
    return any(
        said is not None for said in (need.diagnosis, need.socially_significant_disease, need.infectious_disease)
    )


def _status_that_only_the_fund_knows(standing: CareStanding) -> tuple[Missing, ...]:
    """Where the law leaves the insured status open, the Fund's system may still show one."""
    open_status = standing.verdict == "undetermined" and OPEN_STATUS in standing.inquiry.readings
    return (Missing("insured", phrases("entitlement")["lacks-insured"]),) if open_status else ()


def answered(facts: EntitlementFacts, sets: Mapping[str, Answer], on: date) -> EntitlementFacts:
    """The facts with an answer put in. A category that a person names is taken as held on the day asked about; naming
    them makes the list complete."""
    document = msgspec.to_builtins(facts)
    for path, value in sets.items():
        if path == "categories" and isinstance(value, tuple):
            named = [{"code": code, "from": on.isoformat()} for code in value]
            document["categories"] = [*(document.get("categories") or ()), *named]
        elif path.startswith("categories["):
            place, _, attribute = path.removeprefix("categories[").partition("].")
            document["categories"][int(place)][attribute] = value
        else:
            field, _, inner = path.rpartition(".")
            if field:
                document[field] = {**(document.get(field) or {}), inner: value}
            else:
                document[inner] = value
    return msgspec.convert(document, EntitlementFacts)


def _question(path: str, law: Law) -> Question | None:
    """The question that asks for a fact; None for one that is not asked of a citizen."""
    if path in FOR_PROFESSIONALS or path.startswith("payments"):
        return None
    words = phrases("entitlement_questions")
    name = path.rpartition(".")[2] if path.startswith("categories[") else path
    if f"q-{name}" not in words:
        return None
    kind, choices = _choices(path, name, law)
    unsure = Choice(words["dont-know"], {})
    return Question(path, words[f"q-{name}"], words[f"why-{name}"], kind, (*choices, unsure))


def _choices(
    path: str, name: str, law: Law
) -> tuple[Literal["yes_no", "choice", "categories", "date", "country"], tuple[Choice, ...]]:
    words = phrases("entitlement_questions")
    if path in YES_OR_NO or name == "since_childhood":
        return "yes_no", (Choice(words["answer-yes"], {path: True}), Choice(words["answer-no"], {path: False}))
    match name:
        case "award":
            yes, no = {path: "altyn_alqa"}, {path: "mother_heroine"}
            return "yes_no", (Choice(words["answer-yes"], yes), Choice(words["answer-no"], no))
        case "person.died_on":
            return "yes_no", (Choice(words["answer-yes"], {path: False}),)
        case "person.birth_date":
            return "date", ()
        case "person.citizenship":
            return "country", tuple(Choice(words[f"answer-{code}"], {path: code}) for code in ("KZ", "stateless"))
        case "person.residence":
            ways = ("permanent", "temporary", "refugee", "asylum_seeker")
            return "choice", tuple(Choice(words[f"answer-{code}"], {path: code}) for code in ways)
        case "need.urgency":
            return "choice", tuple(Choice(words[f"answer-{code}"], {path: code}) for code in ("urgent", "planned"))
        case "categories":
            return "categories", (*_categories(law), Choice(words["answer-none"], {path: ()}))
        case _:
            return "choice", tuple(_diseases(name, law))


def _categories(law: Law) -> Iterator[Choice]:
    """The categories of the day by their names in law; a child's is known by the date of birth."""
    for code in law.book.categories:
        wording = law.wording(code)
        if wording is not None and code != "child":
            yield Choice(wording.name, {"categories": (code,)})


def _diseases(name: str, law: Law) -> Iterator[Choice]:
    """Of which kind the disease is, without its name; a suspected one is named by the first code of its group."""
    words = phrases("entitlement_questions")
    groups = [group for group in law.book.diseases.values() if group.on(law.day)]
    if name == "need.suspected_disease":
        for group in groups:
            wording = group.on(law.day)
            if wording is not None:
                yield Choice(group.name, {name: wording.icd10[0].partition("-")[0]})
        return
    significant = words["answer-significant"].fill(facts=listed([group.name for group in groups]))
    yield Choice(significant, {"need.socially_significant_disease": True})
    yield Choice(words["answer-infectious"], {"need.infectious_disease": True})
    neither: dict[str, Answer] = {"need.socially_significant_disease": False, "need.infectious_disease": False}
    yield Choice(words["answer-no-such-disease"], neither)
