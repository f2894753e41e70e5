"""From the facts that a rule of care still needs to their places in the facts document."""

from __future__ import annotations

from collections.abc import Iterator

from saqta.logic.ask import Question
from saqta.rules.answer import Missing
from saqta.rules.care_case import CareCase
from saqta.rules.care_standing import CareStanding
from saqta.rules.phrases import phrases


def missing_facts(standing: CareStanding, *, of_status: bool = True) -> tuple[Missing, ...]:
    """Each place once, the most telling first; none unless the verdict depends on them. Where the insured status is
    missing and would be worked out, what is missing for that follows it, unless ``of_status`` leaves it out: to
    find it is a search of its own."""
    found: dict[str, Missing] = {}
    if standing.verdict != "depends":
        return ()
    for question in standing.inquiry.questions:
        for path in paths_of(standing.case, question):
            found.setdefault(path, Missing(path, phrases("entitlement")[f"lacks-{_last_word(path)}"]))
    if of_status and "insured" in found and standing.case.standing is not None:
        for missing in standing.case.standing.missing:
            found.setdefault(missing.fact, missing)
    return tuple(found.values())


def paths_of(case: CareCase, question: Question) -> Iterator[str]:
    """Where the facts behind a question stand: a membership that is given lacks an attribute, a diagnosis that is given
    lacks the time since its event or a more exact code."""
    for name in question.facts:
        if name == "since_childhood":
            yield from _attribute(case, "carer_of_group_1_disabled", "since_childhood")
        elif name == "awarded_mother" and list(_places(case, name)):
            yield from _attribute(case, name, "award")
        elif question.path == "need.diagnosis" and case.diagnosis_lacks_time:
            yield "need.months_since_event"
        else:
            yield question.path


def _attribute(case: CareCase, code: str, attribute: str) -> Iterator[str]:
    for place in _places(case, code):
        yield f"categories[{place}].{attribute}"


def _places(case: CareCase, code: str) -> Iterator[int]:
    for place, membership in enumerate(case.facts.categories or ()):
        if membership.code == code:
            yield place


def _last_word(path: str) -> str:
    return path.rpartition(".")[2] if path.startswith("categories[") else path
