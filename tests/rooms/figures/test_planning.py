"""Which clinic next: every point has a line, what is not known adds nothing, and the weights are data with a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.text import LANGUAGES, Text
from saqta.figures import planning, planning_wording
from saqta.figures.planning import ClinicSigns, NoWeights, ScoreLine, all_weights, score, weights_on

DAY = date(2025, 12, 8)
WEIGHTS = weights_on(DAY)
QUIET = ClinicSigns(0, 0, None, 0, 0, 0, DAY)
SIGNS = st.builds(
    ClinicSigns,
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from([True, False, None]),
    st.integers(0, 5),
    st.integers(0, 30),
    st.integers(0, 10),
    st.one_of(st.none(), st.dates(date(2015, 1, 1), DAY)),
)


def line(signs: ClinicSigns, sign: str) -> ScoreLine:
    (found,) = (one for one in score(signs, DAY, WEIGHTS).lines if one.sign == sign)
    return found


def but(**changes: object) -> ClinicSigns:
    return msgspec.structs.replace(QUIET, **changes)


@given(SIGNS)
def test_the_points_are_the_sum_of_the_lines_and_what_is_not_known_adds_nothing(signs: ClinicSigns) -> None:
    found = score(signs, DAY, WEIGHTS)
    assert found.points == sum(one.points for one in found.lines)
    assert len({one.sign for one in found.lines}) == 6
    assert all(one.points == 0 for one in found.lines if not one.known)
    assert all(one.points >= 0 for one in found.lines)


@given(SIGNS, st.sampled_from(["complaints", "grave_complaints", "wide_sessions", "violations"]))
def test_more_of_a_sign_never_lowers_the_score(signs: ClinicSigns, sign: str) -> None:
    more = msgspec.structs.replace(signs, **{sign: getattr(signs, sign) + 1})
    assert score(more, DAY, WEIGHTS).points >= score(signs, DAY, WEIGHTS).points


def test_a_clinic_inspected_today_of_which_nothing_bad_is_known_has_no_points() -> None:
    assert score(QUIET, DAY, WEIGHTS).points == 0


@pytest.mark.parametrize(("complaints", "points"), [(0, 0), (1, 4), (5, 20), (6, 20)])
def test_complaints_count_one_by_one_up_to_their_bound(complaints: int, points: int) -> None:
    assert line(but(complaints=complaints), "complaints").points == points


@pytest.mark.parametrize(
    ("annex", "plans", "points", "known"),
    [(False, 1, 40, True), (True, 1, 0, True), (None, 1, 0, False), (False, 0, 0, False)],
)
def test_a_missing_annex_weighs_only_where_anaesthesia_is_offered_and_annexes_are_known(
    annex: bool | None, plans: int, points: int, known: bool
) -> None:
    found = line(but(annex=annex, plans=plans), "missing_annex")
    assert (found.points, found.known) == (points, known)


@pytest.mark.parametrize(("violations", "points"), [(0, 0), (1, 0), (2, 15), (3, 30), (9, 30)])
def test_the_first_violation_is_no_repetition(violations: int, points: int) -> None:
    assert line(but(violations=violations), "repeat_violations").points == points


@pytest.mark.parametrize(
    ("days", "points"), [(0, 0), (364, 0), (365, 5), (729, 5), (730, 10), (4 * 365, 20), (9 * 365, 20)]
)
def test_time_since_the_last_inspection_counts_in_full_years(days: int, points: int) -> None:
    assert line(but(last_inspected=DAY - timedelta(days=days)), "time_since").points == points


def test_a_clinic_never_inspected_is_not_taken_for_a_good_one() -> None:
    found = line(but(last_inspected=None), "time_since")
    assert found.points == WEIGHTS.time_since.never > 0


def test_a_session_counts_as_wide_where_the_weights_say_so() -> None:
    found = line(but(plans=2, wide_sessions=2), "wide_sessions")
    assert found.points == 2 * WEIGHTS.wide_session.points
    assert f"{WEIGHTS.wide_session.teeth} teeth" in found.says.en
    assert not line(QUIET, "wide_sessions").known


def test_weights_follow_one_another_without_gap_and_say_whose_they_are() -> None:
    for before, after in zip(all_weights(), all_weights()[1:], strict=False):
        assert before.until == after.start
    assert all_weights()[-1].until is None
    assert all("Saqta" in found.source.in_language(language) for found in all_weights() for language in LANGUAGES)
    first = all_weights()[0].start
    assert weights_on(first).start == first
    with pytest.raises(NoWeights):
        weights_on(first - timedelta(days=1))


def test_no_weight_stands_in_the_code() -> None:
    code = "\n".join(
        row for row in Path(planning.__file__).read_text().splitlines() if not re.match(r"\s*@lru_cache", row)
    )
    assert set(re.findall(r"(?<![\w.])\d+(?![\w.])", re.sub(r'""".*?"""', "", code, flags=re.DOTALL))) <= {"0", "1"}


def test_every_sentence_is_written_in_three_languages() -> None:
    said = list(vars(planning_wording).values())
    said += [text for value in said if isinstance(value, dict) for text in value.values()]
    texts = [value for value in said if isinstance(value, Text)]
    assert len(texts) > 12
    for text in texts:
        text.names()
        assert text.kk != text.ru or text == planning_wording.LINE


def test_no_public_page_and_no_operation_for_programs_knows_the_score() -> None:
    channels = Path(planning.__file__).parents[1] / "channels"
    telling = {
        path.relative_to(channels).as_posix()
        for path in channels.rglob("*.py")
        if re.search(r"figures\.(planning|next_clinics)", path.read_text())
    }
    working_pages = {path for path in telling if path.startswith("desk/")}
    assert telling - working_pages == {"cli/inspections_risk.py", "cli/schemas.py"}
    for path in working_pages:
        assert "@working_page(Permission.READ_INSPECTIONS)" in (channels / path).read_text()
