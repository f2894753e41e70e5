"""The form of a parent's decision: what was typed, and what is still missing for the button that was pressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from saqta.basis.refusal import Refused
from saqta.basis.text import Text
from saqta.care.checks import check_signature
from saqta.care.phrases import phrases
from saqta.care.records import LONGEST_NAME, Decision, Relation, Signature
from saqta.channels.web.wording.consent import CONSENT_WORDS

QUESTIONS = ("why", "risks", "alternatives", "who", "answers")
"""To be answered with yes before one agrees. Whoever refuses answers none of them."""
NAMES = ("signer", "child")
RELATIONS: tuple[Relation, ...] = get_args(Relation)


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was sent, or empty. ``problems``: by field, what is missing or wrong; ``signature`` is None until it
    is whole; ``seen`` is the mark of the sheet that was read."""

    seen: str
    decision: Decision | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    relation: Relation | None = None
    signature: Signature | None = None
    problems: Mapping[str, Text] = field(default_factory=dict)

    def shown(self) -> dict[str, object]:
        """What the template shows. Nothing is filled in or ticked that was not so when the form was sent."""
        return {
            "seen": self.seen,
            "longest": LONGEST_NAME,
            "questions": [
                (name, CONSENT_WORDS[f"question_{name}"], self.answers.get(name), self.problems.get(name))
                for name in QUESTIONS
            ],
            "names": [
                (
                    name,
                    CONSENT_WORDS[name],
                    CONSENT_WORDS[f"hint_{name}"],
                    self.names.get(name, ""),
                    self.problems.get(name),
                )
                for name in NAMES
            ],
            "relations": [
                (relation, CONSENT_WORDS[f"relation_{relation}"], relation == self.relation) for relation in RELATIONS
            ],
            "relation_problem": self.problems.get("relation"),
            "problems": [(name, _label(name), text) for name, text in self.problems.items()],
        }


def read_form(sent: Mapping[str, str]) -> Form:
    """The form as it was sent, with everything that stands in the way of the decision."""
    decision: Decision | None = next((name for name in get_args(Decision) if name == sent.get("decision")), None)
    answers = {name: sent.get(name, "") for name in QUESTIONS}
    names = {name: " ".join(sent.get(name, "").split()) for name in NAMES}
    relation = next((name for name in RELATIONS if name == sent.get("relation")), None)
    problems: dict[str, Text] = {}
    if decision is None:
        problems["decision"] = phrases("refusals")["decision-missing"]
    if decision == "agree":
        problems |= _unanswered(answers)
    problems |= _unnamed(names)
    signature = None
    if relation is None:
        problems["relation"] = phrases("refusals")["relation-missing"]
    elif not problems:
        signature = Signature(names["signer"], relation, names["child"])
    return Form(sent.get("seen", ""), decision, answers, names, relation, signature, problems)


def _unanswered(answers: Mapping[str, str]) -> dict[str, Text]:
    words = phrases("refusals")
    return {
        name: words["answer-is-no" if answer == "no" else "answer-missing"]
        for name, answer in answers.items()
        if answer != "yes"
    }


def _unnamed(names: Mapping[str, str]) -> dict[str, Text]:
    found = {
        name: phrases("refusals")["name-too-long"].fill(most=str(LONGEST_NAME))
        for name, typed in names.items()
        if len(typed) > LONGEST_NAME
    }
    try:
        check_signature(Signature(names["signer"], "mother", names["child"]))
    except Refused as refused:
        found |= {(fault.where or "").removeprefix("$."): fault.text for fault in refused.faults}
    return found


def _label(name: str) -> Text:
    if name in QUESTIONS:
        return CONSENT_WORDS[f"question_{name}"]
    return CONSENT_WORDS["decide_title" if name == "decision" else name]
