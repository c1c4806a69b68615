"""Sentences and half-width text: fast functions give the results of simple ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.report.numerals import HALF_WIDTH, half_width
from tui.report.sentences import sentence_at, sentences_at

TEXTS = st.text("甲乙1 \n。！”)?　", max_size=60)


@given(TEXTS, st.lists(st.integers(0, 59), max_size=8))
def test_sentences_of_several_offsets_are_those_of_each(text: str, offsets: list[int]) -> None:
    inside = sorted(offset for offset in offsets if offset < len(text))
    assert list(sentences_at(text, inside)) == [sentence_at(text, offset) for offset in inside]


@given(st.text("甲乙1 ", min_size=1, max_size=40), st.integers(0, 3000))
def test_a_sentence_may_be_of_any_length(words: str, far: int) -> None:
    text = f"先。{'丙' * far}{words}丁。后。"
    start, end = sentence_at(text, text.index("丁"))
    assert text[start:end] == text[2 : text.index("丁") + 2].strip()


@given(st.text())
def test_half_width_equals_translation_by_the_table(text: str) -> None:
    assert half_width(text) == text.translate(HALF_WIDTH)
