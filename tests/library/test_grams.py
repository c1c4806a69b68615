"""Paragraphs are folded with what stands around them, and the index never misses one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import SMALL
from tui.library.grams import AROUND_CHARACTERS, MAX_TERM_CHARACTERS, folded_paragraphs, grams_of, pairs_query
from tui.search.fold import fold

TEXTS = st.text(st.sampled_from("年度总结增长7%.PM2“”、，。 \n\u3000Ａａ发髮"), max_size=120)


@given(TEXTS)
def test_the_own_characters_of_all_paragraphs_are_the_folded_text(text: str) -> None:
    whole = fold(text, False).text
    paragraphs = list(folded_paragraphs(text))
    assert "".join(one.folded[one.lead : one.lead + one.length] for one in paragraphs) == whole
    at = 0
    for one in paragraphs:
        assert one.folded == whole[max(0, at - AROUND_CHARACTERS) : at + one.length + AROUND_CHARACTERS]
        assert "\n" not in text[one.start : one.end]
        at += one.length


@given(TEXTS, st.integers(0, 119), st.integers(1, MAX_TERM_CHARACTERS))
def test_a_paragraph_has_all_pairs_of_what_begins_in_it(text: str, at: int, size: int) -> None:
    whole = fold(text, False).text
    term = whole[at : at + size]
    begin = 0
    for one in folded_paragraphs(text):
        if begin <= at < begin + one.length:
            words = grams_of(one).split(" ")
            wanted = [word.strip('"') for word in pairs_query(term).removesuffix("*").split(" AND ")]
            if len(term) > 1:
                assert set(wanted) <= set(words)
            else:
                assert any(word.startswith(wanted[0]) for word in words)
        begin += one.length


def test_the_words_of_the_index_hold_nothing_sqlite_would_split() -> None:
    for one in folded_paragraphs(SMALL):
        assert all(len(word) == 2 and not word.isascii() for word in grams_of(one).split(" "))
