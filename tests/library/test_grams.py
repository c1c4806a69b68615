"""Paragraphs are folded with what stands around them, and the index never misses one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from tests.library.test_searching import no_place
from tests.support.samples import SMALL
from tui.library import schema
from tui.library.frequent import OFTEN, OFTEN_PAIRS, frequent_counts, frequent_words
from tui.library.grams import (
    AROUND_CHARACTERS,
    MAX_TERM_CHARACTERS,
    IndexedText,
    folded_paragraphs,
    grams_of,
    pairs_query,
)
from tui.library.making import statements
from tui.library.paragraphs import Paragraph
from tui.search.fold import fold
from tui.search.matcher import Matcher
from tui.search.query import parse_query

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
            if len(wanted[0]) > 1:
                assert set(wanted) <= set(words)
            else:
                assert any(word.startswith(wanted[0]) for word in words)
        begin += one.length


@given(TEXTS)
def test_paragraphs_have_the_same_words_alone_and_in_their_text(text: str) -> None:
    indexed = IndexedText(fold(text, False).text)
    at = 0
    for one in folded_paragraphs(text):
        assert indexed.grams_at(at, one.length) == grams_of(one)
        at += one.length


def test_the_words_of_the_index_hold_nothing_sqlite_would_split() -> None:
    for one in folded_paragraphs(SMALL):
        assert all(
            len(word) in (2, 3) and not any(map(str.isascii, word)) for word in grams_of(one).split(" ")
        )


def rows_of(text: str) -> Iterator[Paragraph]:
    for number, one in enumerate(folded_paragraphs(text)):
        yield Paragraph(
            1, number, one.lead, one.lead + one.length, one.folded, one.start, one.end, one.dropped, "plan"
        )


@given(TEXTS, st.booleans())
def test_folded_characters_are_mapped_back_to_the_text(text: str, with_marks: bool) -> None:
    whole = fold(text, with_marks)
    at = 0
    for one in rows_of(text):
        view = one.view(with_marks)
        own = view.text[view.lead : view.stop]
        # Marks on a line without letters belong to no paragraph.
        at = whole.text.index(own, at)
        for index in range(len(own)):
            low = view.lead + index
            assert view.span(low, low + 1) == whole.span(at + index, at + index + 1)
        at += len(own)


@given(st.text(st.sampled_from("发展新区人1,。\n“ "), max_size=200), st.integers(0, 200))
def test_what_is_kept_as_frequent_is_what_a_search_counts(text: str, split: int) -> None:
    folded = fold(text, False).text
    paragraphs = [("review", folded[:split]), ("plan", folded[split:])]
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements(schema.TABLES):
            connection.execute(statement)
        connection.execute("INSERT INTO frequent(rowid, words) VALUES(7, ?)", (frequent_words(paragraphs),))
        for term in ("发展", "展新区", "人1", "人人", "新区"):
            starts = [hit.start for hits in Matcher(folded, no_place).hits(parse_query(term)) for hit in hits]
            plan = sum(start >= split for start in starts)
            for tense, count in ((None, len(starts)), ("plan", plan), ("review", len(starts) - plan)):
                kept = frequent_counts(connection, term, tense)
                assert kept in ({}, {7: count})
                often = OFTEN_PAIRS if len(term) == 2 else OFTEN
                assert kept or len(starts) < often or not term.isalpha() or term == "人人"
