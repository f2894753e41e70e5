"""The sheet and the signed document: plain words, three languages, nothing hidden and nothing that runs."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from pypdf import PdfReader

from saqta.basis.text import LANGUAGES, Language, Text
from saqta.care.document import fingerprint, write_document
from saqta.care.judging import Registered
from saqta.care.phrases import phrases
from saqta.care.records import Decision, Findings, OverrideRecord, Signature
from saqta.care.sheet import ConsentSheet
from tests.rooms.care.plans import AT, FOUND, REGISTERED, START, session, written

LONGEST_SENTENCE = 20
"""Words that somebody who is worried takes in at one go."""
MOTHER = Signature("Ахметова Ұлжан Әбілқызы", "mother", "Ахметов Әлихан")
NASTY = '<script>alert(1)</script> #eval("1+1") $x$ *b* \\u{41} #panic() @ref <label> // /* ]'


def pages(pdf: bytes) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", text)


def printed(
    sheet: ConsentSheet, language: Language = "kk", decision: Decision = "agree", signature: Signature = MOTHER
) -> bytes:
    return write_document(sheet, decision, signature, language, at=AT)


def texts(sheet: ConsentSheet) -> list[Text]:
    return [text for section in sheet.sections for text in (section.heading, *section.paragraphs, *section.points)]


def of(sheet: ConsentSheet, code: str) -> list[str]:
    (section,) = (found for found in sheet.sections if found.code == code)
    return [text.en for text in (*section.paragraphs, *section.points)]


@pytest.mark.parametrize("code", phrases("consent"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_of_the_consent_are_short(code: str, language: Language) -> None:
    for sentence in re.split(r"[.!?:]\s", phrases("consent")[code].in_language(language)):
        assert len(re.findall(r"\w+", sentence)) <= LONGEST_SENTENCE


@pytest.mark.parametrize("name", ["consent", "refusals"])
def test_the_three_languages_ask_for_the_same_values_and_none_copies_another(name: str) -> None:
    for code, text in phrases(name).items():
        text.names()
        assert text.kk != text.ru or code == "document-page", code
        assert text.en != text.ru, code


def test_the_sheet_tells_everything_that_a_parent_has_to_weigh() -> None:
    sheet = written(session())
    assert [section.code for section in sheet.sections] == [
        *("planned", "why", "risks", "alternatives", "who", "clinic", "law", "questions", "rights", "signature"),
    ]
    assert len(of(sheet, "questions")) == 10
    assert any("10 December 2025, 09:00" in said.replace("\N{NO-BREAK SPACE}", " ") for said in of(sheet, "planned"))
    assert any("death" in said for said in of(sheet, "risks"))
    assert any(
        "no national" in said.lower() or "no law" in said.lower() or "limit" in said for said in of(sheet, "risks")
    )
    assert any("hospital" in said for said in of(sheet, "alternatives"))
    assert of(sheet, "clinic")[-1].startswith("We have no data about inspections")


def test_a_consent_to_be_given_is_not_told_as_a_demand_that_is_missing() -> None:
    sheet = written(session())
    assert not any("consent" in said.lower() for said in of(sheet, "law"))
    assert not any("Do not agree" in said for said in of(sheet, "rights"))


def test_a_missing_annex_is_told_as_unlawful_and_an_unknown_one_as_unknown() -> None:
    without = written(session(registered=Registered(REGISTERED.birth_date, False, True)))
    assert "unlawful" in of(without, "clinic")[0]
    unknown = written(session(registered=Registered(REGISTERED.birth_date, None, None)))
    assert of(unknown, "clinic")[0].startswith("We have no data")
    assert of(unknown, "who")[1].startswith("We have no data")


@pytest.mark.parametrize(
    ("indication", "words", "said"),
    [(None, None, "has not written"), (False, None, "there is no medical indication"), (True, "K", "“K”")],
)
def test_why_says_what_the_clinic_wrote_or_that_it_wrote_nothing(
    indication: bool | None, words: str | None, said: str
) -> None:
    assert said in of(written(session(medical_indication=indication, indication=words)), "why")[0]


def test_no_anaesthetist_named_is_said() -> None:
    assert of(written(session(anaesthetist=None)), "who") == [phrases("consent")["who-unnamed"].en]


def test_who_answers_for_an_unmet_demand_is_told_with_the_reason() -> None:
    answered = OverrideRecord(("examined-again",), "Байжанов Ерлан", "Осмотрен накануне", AT)
    assert "Байжанов Ерлан" in of(written(session(), (answered,)), "law")[-1]


def test_the_mark_of_a_sheet_changes_with_every_word_and_with_nothing_else() -> None:
    assert written(session()).mark == written(session()).mark
    marks = {
        written(asked).mark
        for asked in (
            session(),
            session(minutes_planned=71),
            session(indication="Другое"),
            session(FOUND.then(Findings(equipment_complete=False))),
            session(planned_at=START + timedelta(minutes=1)),
        )
    }
    assert len(marks) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_words_give_the_same_bytes_and_others_do_not(language: Language) -> None:
    sheet = written(session())
    assert printed(sheet, language) == printed(sheet, language)
    prints = {
        fingerprint(made)
        for made in (
            printed(sheet, language),
            printed(sheet, language, "refuse"),
            printed(sheet, language, signature=Signature(MOTHER.signer, "father", MOTHER.child)),
            write_document(sheet, "agree", MOTHER, language, at=AT + timedelta(minutes=1)),
        )
    }
    assert len(prints) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_can_be_read_back_word_by_word(language: Language) -> None:
    """Also in Kazakh, letter by letter, with a reader that is not ours."""
    sheet = written(session())
    read = pages(printed(sheet, language))
    for text in texts(sheet):
        assert re.sub(r"\s+", " ", text.in_language(language)) in read
    assert MOTHER.signer in read
    assert MOTHER.child in read


def test_the_letters_of_kazakh_have_glyphs() -> None:
    letters = "әіңғүұқөһ ӘІҢҒҮҰҚӨҺ"
    read = pages(printed(written(session(indication=letters))))
    assert letters in read
    assert "\N{REPLACEMENT CHARACTER}" not in read
    assert "\x00" not in read


def test_what_people_type_is_never_read_as_markup() -> None:
    sheet = written(session(indication=NASTY), clinic=NASTY, address=NASTY)
    read = pages(printed(sheet, signature=Signature(NASTY, "mother", NASTY)))
    assert read.replace(" ", "").count(NASTY.replace(" ", "")) == 5  # lines may break inside
    assert b"/JavaScript" not in printed(sheet)


def test_a_word_longer_than_a_line_stays_on_the_page() -> None:
    """What would leave the page would be signed and not read."""
    (page, *_) = PdfReader(io.BytesIO(printed(written(session(indication="қ" * 1000))))).pages
    lines = [line for line in page.extract_text().splitlines() if "ққ" in line]
    assert sum(line.count("қ") for line in lines) >= 1000
    assert max(map(len, lines)) < 100
