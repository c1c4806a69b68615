"""Words near hits: windows, counts, and how telling they are."""

from __future__ import annotations

from collections import Counter
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.wording.borders import Neighbours, entropy, is_word_like
from tui.wording.collocates import collocates, likelihood_ratio
from tui.wording.model import Collocate, Span

#: 项目 stands near 招商 in different surroundings, 农业 elsewhere only.
_NEAR = "狠抓招商项目落地。大力招商,项目成群。突出招商引来项目若干。重视招商和项目储备。紧盯招商、项目不放。坚持招商为先,项目为王。"
_FAR = (
    "稳住农业,稳定人心。发展农业园区。重视农业技术。夏收农业丰产。推广农业机械。扶持农业大户。保障农业用水。"
)


def spans(text: str, word: str) -> list[Span]:
    return [(at, at + len(word)) for at in range(len(text)) if text.startswith(word, at)]


def found(text: str, word: str, characters: int = 10) -> dict[str, Collocate]:
    return {one.text: one for one in collocates([(text, spans(text, word))], characters)}


def test_words_that_are_often_near_hits_are_found_and_others_are_not() -> None:
    text = _NEAR + _FAR * 3
    words = found(text, "招商")
    assert words["项目"].observed == text.count("项目") == 6
    assert "农业" not in words
    assert "招商" not in words


def test_expected_is_the_share_of_the_windows() -> None:
    text = _NEAR + _FAR * 3
    near = 10
    covered = set()
    for start, end in spans(text, "招商"):
        low = max(text.rfind("。", 0, start) + 1, start - near)
        high = min(text.find("。", end) + 1, end + near)
        covered |= set(range(low, high)) - set(range(start, end))
    expected = text.count("项目") * len(covered) / len(text)
    assert found(text, "招商", near)["项目"].expected == pytest.approx(expected)


def test_a_window_ends_with_the_sentence() -> None:
    text = (
        "狠抓招商。项目落地。大力招商。项目成群。突出招商。项目若干。重视招商。项目储备。紧盯招商。项目不放。"
    )
    assert "项目" not in found(text + _FAR * 3, "招商")


def test_a_window_has_so_many_characters() -> None:
    text = "".join(f"{word}招商一二三四项目。" for word in ("狠抓", "大力", "突出", "重视", "紧盯"))
    assert not found(text + _FAR * 3, "招商", 4)


def test_no_hits_have_no_collocates() -> None:
    assert collocates([]) == []
    assert collocates([("", []), (_FAR, [])]) == []


def test_the_likelihood_ratio_is_that_of_the_table() -> None:
    cells = ((10, 90), (20, 880))  # in windows, elsewhere; the word, other characters
    rows = [sum(row) for row in cells]
    columns = [sum(column) for column in zip(*cells, strict=True)]
    expected = 2 * sum(
        cell * log(cell * 1000 / (rows[i] * columns[j]))
        for i, row in enumerate(cells)
        for j, cell in enumerate(row)
    )
    assert likelihood_ratio(10, 100, 30, 1000) == pytest.approx(expected)
    assert likelihood_ratio(3, 100, 30, 1000) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("word", "is_word"),
    [("项目", True), ("的发展", False), ("推进了", False), ("5个", False), ("和完善", False)],
)
def test_words_do_not_begin_or_end_with_particles(word: str, is_word: bool) -> None:
    assert is_word_like(word) is is_word


def test_each_mark_is_a_neighbour_of_its_own() -> None:
    assert entropy(Counter({"": 4})) == pytest.approx(log(4))
    assert entropy(Counter({"甲": 4})) == 0
    assert entropy(Counter({"甲": 2, "乙": 2})) == pytest.approx(log(2))
    neighbours = Neighbours()
    neighbours.add("“", "甲")
    assert neighbours.before == {"": 1}


@given(st.text("招商项目引资,。\n1a", max_size=80), st.integers(1, 12))
def test_observed_is_never_more_than_the_text_has(text: str, characters: int) -> None:
    for one in collocates([(text, spans(text, "招商"))], characters):
        assert 3 <= one.observed <= len(spans(text, one.text))
        assert one.observed > one.expected
