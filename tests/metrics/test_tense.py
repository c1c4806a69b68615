"""The tense of paragraphs: the whole report at once, and one offset alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.metrics.tense import Tense, Tenses, _most_likely, heading_points, tense_at
from tui.report.model import FrontMatter

FRONT = FrontMatter("", "", "", "", None, 2023, 2024)
PIECES = [
    "同比",
    "要",
    "加快",
    "。",
    "\n",
    "2023年",
    "一、2023年工作回顾\n",
    "二、今年的工作\n",
    "二、2024年\n",
    "平" * 130,
    "平",
]


def best_by_trying(points: list[int], first: Tense) -> int:
    """Return the most points of all sequences of tenses."""
    best = {"past": -700, "plan": -700, first: 0}
    for value in points:
        best = {
            "past": max(best["past"], best["plan"] - 700) + value,
            "plan": max(best["plan"], best["past"] - 700) - value,
        }
    return max(best.values())


def total(points: list[int], tenses: list[Tense], first: Tense) -> int:
    changes = sum(one != other for one, other in zip([first, *tenses], tenses, strict=False))
    gains = sum(value if tense == "past" else -value for value, tense in zip(points, tenses, strict=True))
    return gains - 700 * changes


@given(
    st.lists(st.sampled_from([-3000, -800, -700, -350, -108, -8, 0, 100, 350, 700, 800, 3000]), max_size=12),
    st.sampled_from(["past", "plan"]),
)
def test_sequence_of_tenses_has_the_most_points(points: list[int], first: Tense) -> None:
    assert total(points, _most_likely(points, first), first) == best_by_trying(points, first)


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join),
    st.sampled_from([FRONT.title, "某省第七个五年计划"]),
    st.data(),
)
def test_tense_of_one_offset_is_that_of_the_whole_report(text: str, title: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    front = FRONT._replace(title=title)
    assert tense_at(text, front, offset) == Tenses(text, front).at(offset)


@pytest.mark.parametrize(
    ("heading", "sign"),
    [
        ("一、2023年工作回顾", 1),
        ("二、2024年工作重点", -1),
        ("一、2023年", 1),
        ("二、2024年", -1),
        ("三、2022年", 0),
        ("——2024年1月18日在第三次会议上", 0),
        ("（一）产业", 0),
    ],
)
def test_heading_tells_the_tense_by_its_words_or_its_year(heading: str, sign: int) -> None:
    points = heading_points(heading, FRONT)
    assert (points > 0) - (points < 0) == sign
