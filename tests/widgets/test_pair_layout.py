"""Pairs of sentences in lines: nothing is lost, no line is too wide, and steps go the same way down and up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.typeset.cells import CellWidths, cell_length
from tui.widgets.pair_layout import MARGIN, Line, PairLayout

_TEXTS = st.text(alphabet="中文，。“”（）123%.abc \u0301\u200b…—", max_size=60)
_PAIRS = st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=6)


class Sample:
    """Pairs of given texts."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._pairs = pairs

    def __len__(self) -> int:
        return len(self._pairs)

    def texts(self, index: int) -> tuple[str, str]:
        """Return both texts."""
        return self._pairs[index]

    def margin(self, index: int) -> Sequence[str]:
        """Return two lines for each other pair."""
        return ("改动", ".80 移") if index % 2 else ("照旧",)


def layout(
    pairs: Sequence[tuple[str, str]],
    width: int = 60,
    is_beside: bool = True,
    is_spaced: bool = False,
    ambiguous: int = 1,
) -> PairLayout:
    """Return pairs in lines."""
    return PairLayout(Sample(pairs), width, is_beside, is_spaced, CellWidths(ambiguous))


@given(_PAIRS, st.integers(12, 120), st.booleans(), st.booleans(), st.integers(1, 2))
def test_every_sentence_is_shown_once_in_lines_that_fit(
    pairs: list[tuple[str, str]], width: int, is_beside: bool, is_spaced: bool, ambiguous: int
) -> None:
    lines = layout(pairs, width, is_beside, is_spaced, ambiguous)
    for index, texts in enumerate(pairs):
        for side, text in enumerate(texts):
            spans = [span for row in lines.rows(index) if (span := (row.first, row.second)[side]) is not None]
            if not is_beside and texts[0] == texts[1] and not side:
                assert not spans, "said once"
                continue
            shown = "".join(text[slice(*span)] for span in spans)
            assert shown.replace(" ", "") == text.replace(" ", "")
            assert all(
                cell_length(text[slice(*span)], CellWidths(ambiguous)) <= lines.column for span in spans
            )
            assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(_PAIRS, st.booleans(), st.booleans(), st.integers(0, 40))
def test_steps_down_and_up_and_walks_agree(
    pairs: list[tuple[str, str]], is_beside: bool, is_spaced: bool, rows: int
) -> None:
    lines = layout(pairs, 30, is_beside, is_spaced)
    walked = list(lines.walk(Line(0, 0)))
    assert walked == sorted(set(walked)) and walked[-1] == lines.last
    rows = min(rows, len(walked) - 1)
    assert lines.step(Line(0, 0), rows) == walked[rows]
    assert lines.step(walked[rows], -rows) == Line(0, 0)
    assert lines.step(lines.last, -rows) == walked[-1 - rows]
    assert lines.step(Line(0, 0), 1000) == lines.last


def test_both_sides_begin_in_the_same_line_and_the_shorter_one_leaves_room() -> None:
    lines = layout([("短。", "长" * 60)], 60)
    rows = lines.rows(0)
    assert rows[0].first == (0, 2) and rows[0].second is not None
    assert [row.first for row in rows[1:]] == [None] * (len(rows) - 1)
    assert MARGIN + 2 * lines.column < 60


def test_above_each_other_the_earlier_sentence_comes_first() -> None:
    rows = layout([("早。", "晚。")], 60, is_beside=False).rows(0)
    assert [(row.first, row.second, row.margin) for row in rows] == [
        ((0, 2), None, "照旧"), (None, (0, 2), ""),
    ]  # fmt: skip


@pytest.mark.parametrize("is_beside", [True, False])
def test_a_blank_line_is_between_pairs_only(is_beside: bool) -> None:
    lines = layout([("早。", "晚。"), ("", "晚。")], 60, is_beside, is_spaced=True)
    assert lines.last_row(0) == lines.last_text_row(0) + 1
    assert lines.last_row(1) == lines.last_text_row(1)


def test_only_what_is_needed_is_wrapped() -> None:
    lines = layout([(f"句{number}。", "") for number in range(1000)])
    lines.step(Line(500, 0), 10)
    assert len(lines._rows) < 20
