"""Words found by their first character are those a pattern of all of them finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.metrics.words import Words

LISTS = st.lists(st.text("甲乙丙", min_size=1, max_size=3), min_size=1, max_size=6)
TEXTS = st.text("甲乙丙", max_size=9)


@given(LISTS, TEXTS, st.integers(0, 9))
def test_the_longest_word_at_an_offset(words: list[str], text: str, start: int) -> None:
    pattern = re.compile("|".join(sorted(words, key=len, reverse=True)))
    match = pattern.match(text, start)
    assert Words(words).at(text, start) == (match[0] if match else "")


@given(LISTS, TEXTS, st.integers(0, 9))
def test_all_words_at_an_offset(words: list[str], text: str, start: int) -> None:
    assert sorted(Words(words).all_at(text, start)) == sorted(
        word for word in set(words) if text.startswith(word, start)
    )


@given(LISTS, TEXTS)
def test_a_row_of_words(words: list[str], text: str) -> None:
    assert Words(words).is_row(text) == bool(re.fullmatch(f"(?:{'|'.join(words)})+", text))
