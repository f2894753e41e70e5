"""A drawing says its figures in words, keeps their proportions, and is the same picture everywhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from saqta.basis.regions import REGIONS
from saqta.basis.text import LANGUAGES
from saqta.drawing.bars import MARGIN, WIDTH, Bar, Chart, bars
from saqta.drawing.pictures import DOTS, png, table, write_picture
from saqta.drawing.tiles import NAMES, PLACES, SHADES, RegionMap, shade, tiles
from tests.rooms.drawing.reading_pictures import boxes_in, read_png, said_in

LONG = "Снята с учёта, потому что клиника по этому адресу фактически не работает и не работала"
CHART = Chart(
    "290 проверок <за> два месяца & шесть дней: завершено меньше половины",
    "На 8 декабря 2025 года",
    (Bar("Завершены", 0.5, "135", "#0b7285"), Bar(LONG, 0.25, "52", "#adb5bd"), Bar("Нет", 0.0, "0", "#adb5bd")),
    "Saqta",
    (0.9, "вся страна"),
    (("#0b7285", "завершены"), ("#adb5bd", "остальные")),
)


def test_every_word_and_figure_of_a_chart_is_text_that_can_be_read_and_copied() -> None:
    said = " ".join(said_in(bars(CHART)))
    for words in (CHART.title, CHART.subtitle, LONG, "135", "52", "Saqta", "вся страна", "завершены"):
        assert words in said


def test_bars_are_as_long_as_their_shares_and_nothing_is_no_bar_at_all() -> None:
    room = WIDTH - 2 * MARGIN
    tracks_and_bars = [float(box["width"]) for box in boxes_in(bars(CHART)) if box["height"] == "10"]
    assert tracks_and_bars == [room, room * 0.5, room, room * 0.25, room]


def test_nothing_is_drawn_outside_the_paper() -> None:
    for drawn in (bars(CHART), tiles(RegionMap("Карта", "", {}, "Saqta"), "kk")):
        for box in boxes_in(drawn):
            assert float(box["x"]) >= 0
            assert float(box["x"]) + float(box["width"]) <= WIDTH


def test_a_drawing_uses_no_style_no_script_and_no_address() -> None:
    for drawn in (bars(CHART), tiles(RegionMap("Карта", "", {"71": 3}, "Saqta"), "en")):
        assert not any(word in drawn for word in ("style", "script", "href", "url(", "class"))


def test_every_region_has_a_tile_of_its_own_and_a_name_that_fits() -> None:
    assert set(PLACES) == set(NAMES) == {region.prefix for region in REGIONS}
    assert len(set(PLACES.values())) == len(PLACES)
    assert all(len(name.in_language(language)) <= 11 for name in NAMES.values() for language in LANGUAGES)


def test_a_region_without_a_figure_is_a_question_and_one_without_inspections_is_a_nought() -> None:
    said = said_in(tiles(RegionMap("Карта", "", {"71": 0, "75": 57}, "Saqta"), "ru"))
    assert said[said.index("Астана") + 1] == "0"
    assert said[said.index("г. Алматы") + 1] == "57"
    assert said.count("?") == len(REGIONS) - 2


def test_the_more_the_darker_and_only_nothing_is_lightest() -> None:
    assert [shade(count, 100) for count in (0, 1, 20, 21, 99, 100)] == [0, 1, 1, 2, 5, 5]
    assert shade(1, 1) == len(SHADES) - 1


def test_a_picture_is_the_drawing_dot_for_dot(tmp_path: Path) -> None:
    write_picture(tmp_path / "chart.svg", bars(CHART))
    write_picture(tmp_path / "chart.png", bars(CHART))
    assert (tmp_path / "chart.svg").read_text() == bars(CHART)
    read = read_png((tmp_path / "chart.png").read_bytes())
    assert read.width == WIDTH * DOTS
    assert read.variety > 50


@pytest.mark.parametrize("letter", "әғқңөұүһіӘҒҚҢӨҰҮҺІ₸№«»—…≥")
def test_the_fonts_that_ship_have_the_letters_of_the_languages(letter: str) -> None:
    """A letter that no font has is drawn as nothing, so the picture would equal the one without it."""
    with_it, without = (Chart("", "", (Bar(label, 0.5, "", "#0b7285"),), "") for label in (f"а{letter}а", "аа"))
    missing = Chart("", "", (Bar("а\N{CJK UNIFIED IDEOGRAPH-4E2D}а", 0.5, "", "#0b7285"),), "")
    assert png(bars(with_it)) not in (png(bars(without)), png(bars(missing)))


def test_a_table_is_read_back_by_a_spreadsheet() -> None:
    rows = [("Область Абай", 3), ('Клиника "Тіс", Астана', 4)]
    written = table(("регион", "проверок"), rows)
    assert written.startswith("\N{ZERO WIDTH NO-BREAK SPACE}")
    read = list(csv.reader(io.StringIO(written[1:])))
    assert read == [["регион", "проверок"], *[[name, str(count)] for name, count in rows]]
