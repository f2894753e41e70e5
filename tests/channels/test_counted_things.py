"""Counted things read as each language counts them."""

from __future__ import annotations

import pytest

from saqta.basis.text import Text
from saqta.channels.web.counting import Counted
from saqta.channels.web.wording.counted import PAID_MONTHS, SECONDS
from saqta.channels.web.wording.opinions import OPINION_WORDS
from saqta.channels.web.wording.orders import ORDER_WORDS
from saqta.channels.web.wording.personal import PERSONAL
from saqta.channels.web.wording.status import STATUS


@pytest.mark.parametrize(
    ("count", "russian", "english"),
    [
        (0, "секунд", "seconds"), (1, "секунду", "second"), (2, "секунды", "seconds"), (4, "секунды", "seconds"),
        (5, "секунд", "seconds"), (11, "секунд", "seconds"), (12, "секунд", "seconds"), (14, "секунд", "seconds"),
        (21, "секунду", "seconds"), (22, "секунды", "seconds"), (25, "секунд", "seconds"), (101, "секунду", "seconds"),
        (111, "секунд", "seconds"), (112, "секунд", "seconds"), (3600, "секунд", "seconds"),
    ],
)  # fmt: skip
def test_seconds(count: int, russian: str, english: str) -> None:
    said = SECONDS.of(count)
    assert (said.ru, said.kk, said.en) == (f"{count} {russian}", f"{count} секунд", f"{count} {english}")


@pytest.mark.parametrize(
    "words", [STATUS, ORDER_WORDS, OPINION_WORDS, PERSONAL], ids=["status", "orders", "opinions", "me"]
)
def test_how_long_to_wait_is_a_sentence_in_each_language(words: dict[str, Text]) -> None:
    said = words["too_often"]
    assert "через 21 секунду" in said.fill(seconds=SECONDS.of(21)).ru
    assert "21 секундтан кейін" in said.fill(seconds=SECONDS.of(21)).kk
    assert "in 1 second" in said.fill(seconds=SECONDS.of(1)).en


def test_months_agree_with_their_number() -> None:
    assert [PAID_MONTHS.of(count).ru for count in (1, 3, 12)] == [
        "Оплачен 1 месяц из 12.",
        "Оплачены 3 месяца из 12.",
        "Оплачено 12 месяцев из 12.",
    ]
    assert [PAID_MONTHS.of(count).en for count in (1, 12)] == ["1 month of 12 is paid.", "12 months of 12 are paid."]


@pytest.mark.parametrize("counted", [SECONDS, PAID_MONTHS], ids=["seconds", "months"])
def test_a_kazakh_noun_stays_as_it_is_after_a_number(counted: Counted) -> None:
    assert counted.one.kk == counted.few.kk == counted.many.kk
