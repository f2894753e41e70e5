"""The form of a parent's decision, field by field."""

from __future__ import annotations

import re

import pytest

from saqta.basis.text import LANGUAGES, Language
from saqta.care.phrases import phrases
from saqta.channels.web.consent_form import NAMES, QUESTIONS, Form, read_form
from saqta.channels.web.wording.consent import CONSENT_WORDS

WHOLE = {
    "seen": "0" * 64,
    "decision": "agree",
    **dict.fromkeys(QUESTIONS, "yes"),
    "signer": "Ахметова  Ұлжан",
    "child": "Ахметов Әлихан",
    "relation": "mother",
}

BLANKS: dict[str, tuple[dict[str, str], list[str]]] = {
    "nothing": ({}, []),
    "no name": ({"signer": " "}, ["signer"]),
    "no name of the child": ({"child": ""}, ["child"]),
    "a name without letters": ({"signer": "12 34"}, ["signer"]),
    "a name too long": ({"signer": "ы" * 101}, ["signer"]),
    "nobody to the child": ({"relation": ""}, ["relation"]),
    "somebody else to the child": ({"relation": "neighbour"}, ["relation"]),
    "no decision": ({"decision": ""}, ["decision"]),
    "another decision": ({"decision": "maybe"}, ["decision"]),
    "a question left out": ({"who": ""}, ["who"]),
    "a question answered with no": ({"risks": "no"}, ["risks"]),
    "an answer that is none": ({"why": "да"}, ["why"]),
    "many things": ({"signer": "", "relation": "", "risks": ""}, ["risks", "signer", "relation"]),
}


@pytest.mark.parametrize(("blank", "fields"), BLANKS.values(), ids=BLANKS)
def test_what_is_missing_stands_at_its_field(blank: dict[str, str], fields: list[str]) -> None:
    form = read_form({**WHOLE, **blank})
    assert list(form.problems) == fields
    assert (form.signature is None) == bool(fields)


def test_whoever_refuses_answers_no_question() -> None:
    form = read_form({**WHOLE, "decision": "refuse", **dict.fromkeys(QUESTIONS, "no")})
    assert form.problems == {}
    assert form.signature is not None
    assert form.signature.signer == "Ахметова Ұлжан"


def test_an_empty_form_has_nothing_ticked_and_nothing_filled_in() -> None:
    shown = Form(seen="0" * 64).shown()
    assert [answer for _, _, answer, _ in shown["questions"]] == [None] * len(QUESTIONS)  # type: ignore[attr-defined]  # a list
    assert [typed for _, _, _, typed, _ in shown["names"]] == [""] * len(NAMES)  # type: ignore[attr-defined]  # a list
    assert not any(chosen for _, _, chosen in shown["relations"])  # type: ignore[attr-defined]  # a list


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_parents_read_is_said_in_short_sentences(language: Language) -> None:
    """UX-24: twenty words, whatever is filled in counting as one."""
    told = {**phrases("consent"), **CONSENT_WORDS}
    sentences = [part for text in told.values() for part in re.split(r"(?<=[.!?])\s+", text.in_language(language))]
    assert [one for one in sentences if len(re.findall(r"[\w{}'-]+", one)) > 20] == []
