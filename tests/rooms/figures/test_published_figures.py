"""What was published stands as it was said, is compared with itself, and is never put right."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from saqta.basis.text import LANGUAGES, Language, Text
from saqta.figures import published_wording
from saqta.figures.content import said_text
from saqta.figures.published import Published, PublishedFigure, Statement, Sum, published
from saqta.figures.published_content import PublishedContent
from saqta.figures.reconciling import reconciled

FOUND = published()
CHECKED = reconciled(FOUND)


def test_the_figures_of_the_minister_are_those_that_were_said() -> None:
    said = FOUND.statement("ministry-2025-12-08")
    assert said.as_of == date(2025, 12, 8)
    assert {figure.measure: figure.value for figure in said.figures} == {
        "organisations.listed": 622,
        "inspections.registered": 290,
        "inspections.completed": 135,
        "inspections.in_progress": 103,
        "inspections.removed": 52,
        "inspections.being_registered": 26,
        "objects.sent": 316,
        "objects.packages": 34,
        "objects.paid_only": 282,
    }


@pytest.mark.parametrize(
    ("total", "parts", "left", "ours"),
    [
        (406, (247, 84, 75), 0, False),
        (290, (135, 103, 52), 0, False),
        (316, (34, 282), 0, False),
        (316, (290, 26), 0, True),
        (622, (316,), 306, True),
        (441, (274, 68, 26, 73), 0, False),
        (622, (392,), 230, True),
    ],
)
def test_every_sum_comes_out_and_says_whose_it_is(total: int, parts: tuple[int, ...], left: int, ours: bool) -> None:
    found = [
        (one.left, one.ours, one.holds)
        for one in CHECKED.sums
        if one.total.value == total and tuple(part.value for part in one.parts) == parts
    ]
    assert found == [(left, ours, True)]
    assert len(CHECKED.sums) == 7


def test_one_number_that_stands_for_two_things_is_named() -> None:
    shared = {one.value: {use.measure for use in one.uses} for one in CHECKED.shared}
    assert shared == {
        103: {"inspections.in_progress", "clinics.without_violations"},
        26: {"inspections.being_registered", "inspections.in_progress"},
    }


def test_only_figures_of_the_same_measure_make_a_course() -> None:
    courses = {course.measure: [point.figure.value for point in course.points] for course in CHECKED.courses}
    assert courses["inspections.completed"] == [135, 274]
    assert courses["clinics.checked"] == [260, 392]
    assert "inspections.registered" not in courses  # 290 leaves out what 441 counts in


def test_a_statement_without_a_day_says_so_and_after_which_it_came() -> None:
    keys = [statement.key for statement in FOUND.statements]
    assert len(set(keys)) == len(keys)
    for statement in FOUND.statements:
        if statement.as_of is None:
            assert statement.said is not None
            assert statement.after is not None
            assert keys.index(statement.after) < keys.index(statement.key)
    dated = [statement.as_of for statement in FOUND.statements if statement.as_of]
    undated = {statement.after for statement in FOUND.statements if statement.as_of is None}
    assert dated[:4] == sorted(dated[:4])
    assert undated == {"campaign-2025-12-25", "atyrau-2026-02-06"}


def test_every_measure_is_used_and_every_figure_has_one() -> None:
    assert {figure.measure for statement in FOUND.statements for figure in statement.figures} == set(FOUND.measures)
    keys = {statement.key for statement in FOUND.statements}
    assert all(set(remark.about) <= keys for remark in FOUND.remarks)


def _one(sums: tuple[Sum, ...], *figures: PublishedFigure) -> Published:
    statement = msgspec.structs.replace(FOUND.statements[0], figures=figures, sums=sums)
    return msgspec.structs.replace(FOUND, statements=(statement,), remarks=())


def test_a_sum_that_does_not_come_out_is_shown_and_not_mended() -> None:
    wrong = _one(
        (Sum("rooms.without_licence", ("rooms.inspected", "rooms.left")),),
        PublishedFigure("rooms.without_licence", 100),
        PublishedFigure("rooms.inspected", 60),
        PublishedFigure("rooms.left", 41),
    )
    (checked,) = reconciled(wrong).sums
    assert (checked.left, checked.holds) == (-1, False)
    (sentence,) = next(part for part in PublishedContent(wrong).sections() if part.code == "sums").says[1:]
    assert "2025, does not come out:" in sentence.en
    assert "-1 (does not come out)" in sentence.en


def test_a_sum_of_figures_that_were_said_roughly_is_not_called_right() -> None:
    rough = _one(
        (Sum("rooms.without_licence", ("rooms.inspected",)),),
        PublishedFigure("rooms.without_licence", 100, "about"),
        PublishedFigure("rooms.inspected", 100),
    )
    assert not reconciled(rough).sums[0].holds


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_every_figure_with_its_source_and_how_exactly_it_was_said(language: Language) -> None:
    content = PublishedContent(FOUND)
    sections = {section.code: section for section in content.sections()}
    for statement in FOUND.statements:
        section = sections[statement.key]
        assert statement.publisher.in_language(language) in section.says[0].in_language(language)
        assert len(section.lines) == len(statement.figures)
    rooms = sections["procedure-rooms-2025-11-21"].lines[0]
    assert said_text(rooms, 0, "count").in_language(language) == {
        "ru": "не менее 1\N{NO-BREAK SPACE}900", "kk": "кемінде 1\N{NO-BREAK SPACE}900", "en": "at least 1,900"
    }[language]  # fmt: skip


def _texts(value: object) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, msgspec.Struct):
        return [text for name in value.__struct_fields__ for text in _texts(getattr(value, name))]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    return [text for item in value for text in _texts(item)] if isinstance(value, tuple) else []


def test_every_sentence_is_written_in_three_languages() -> None:
    names_of_newspapers = {statement.publisher for statement in FOUND.statements}
    for text in [*_texts(FOUND), *_texts(vars(published_wording))]:
        text.names()
        words = [word for word in text.ru.replace("{", " {").split() if not word.startswith("{") and word.isalpha()]
        if len(words) > 1 and text not in names_of_newspapers:
            assert text.kk != text.ru


def test_a_statement_is_a_document_of_its_own() -> None:
    for statement in FOUND.statements:
        assert msgspec.json.decode(msgspec.json.encode(statement), type=Statement) == statement
