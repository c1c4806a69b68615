"""What the index alone counts is what the texts hold."""

from __future__ import annotations

import sqlite3
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.test_searching import no_place
from tui.library import letters as by_letters
from tui.library import schema
from tui.library.candidates import Candidates
from tui.library.divisions import default_divisions
from tui.library.grams import FoldedParagraph, folded_paragraphs, grams_of
from tui.library.indexing import add_to_index, remove_from_index
from tui.library.initials import classes_of
from tui.library.making import statements
from tui.library.searching import LibrarySearch
from tui.library.vocabulary import is_learnt, learn
from tui.search.matcher import Matcher
from tui.search.query import parse_query


def texts_of(*parts: str) -> st.SearchStrategy[list[str]]:
    """Return some texts made of parts."""
    return st.lists(st.lists(st.sampled_from(parts), max_size=20).map("".join), min_size=1, max_size=3)


#: Of several paragraphs, in which pairs come often, across line ends, and beside one another.
TEXTS = texts_of("发展", "经济", "发展经济", "发", "展", "发展发展", "\n", "\n", "。", "1")
#: Characters of one reading and of several, by which the letters below are spelt, some by single letters.
SPOKEN = texts_of(
    "黄河",
    "招商",
    "黄合",
    "黄和",
    "事实施",
    "湖安年国和二",
    "黄",
    "河",
    "着上",
    "安",
    "和",
    "二",
    "\n",
    "\n",
    "。",
)
LETTERS = [
    "huanghe",
    "zhaoshang",
    "shishi",
    "huangh",
    "anhe",
    "hehe",
    "shangan",
    "heer",
    "zhaos",
    "huhe",
    "sshi",
    "huang",
    "shi",
    "an",
    "heh",
    "heshihe",  # as written it overlaps itself
]


@contextmanager
def library_of(texts: Sequence[str]) -> Iterator[sqlite3.Connection]:
    """Open a library with reports of some texts, numbered from 1 on."""
    connection = sqlite3.connect(":memory:")
    for script in (schema.TABLES, schema.OWN_TABLES):
        for statement in statements(script):
            connection.execute(statement)
    for number, text in enumerate(texts, 1):
        add(connection, number, text)
    learn(connection)
    try:
        yield connection
    finally:
        connection.close()


def add(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Add a report of a text, under a number."""
    empty = ["", "", "", "", "", "", None, None, "", "", "", len(text), text, b"", "", ""]
    connection.execute(f"INSERT INTO report VALUES({', '.join('?' * 17)})", [number, str(number), *empty[1:]])
    paragraphs = list(folded_paragraphs(text))
    rows = [[*one[:2], "1", "review", *one[2:], grams_of(one)] for one in paragraphs]
    own = "".join(map(own_of, paragraphs))
    add_to_index(connection, number, rows, "", b64encode(classes_of(own)).decode())


def own_of(paragraph: FoldedParagraph) -> str:
    return paragraph.folded[paragraph.lead : paragraph.lead + paragraph.length]


def counted(texts: Sequence[str], query: str) -> dict[int, int]:
    """Count the hits of a query in each text by itself."""
    counts = {
        number: sum(map(len, Matcher(text, no_place).hits(parse_query(query))))
        for number, text in enumerate(texts, 1)
    }
    return {number: count for number, count in counts.items() if count}


@given(TEXTS)
def test_pairs_are_counted_together_as_in_each_text(texts: list[str]) -> None:
    with library_of(texts) as connection:
        candidates = Candidates(connection, None, None)
        assert candidates.tally(["发展"]) == counted(texts, "发展")
        assert candidates.tally(["发展", "经济"]) == counted(texts, "发展 经济")
        without = Counter(counted(texts, "发展"))
        without.subtract(candidates.tally(["发展"], ["经济"]))
        assert +without == Counter(counted(texts, "发展 -经济"))
        each = Counter(counted(texts, "发展")) + Counter(counted(texts, "经济"))
        assert candidates.tally_each(["发展", "经济"]) == each


def test_a_pair_is_counted_however_often_it_is_in_a_paragraph() -> None:
    with library_of(["发展" * 200_000]) as connection:
        assert Candidates(connection, None, None).tally(["发展"]) == {1: 200_000}


@given(TEXTS, st.sampled_from(["发展 经济", "发展 -经济", "发展 展经", "经济 发展 济发", "发展", "发展经"]))
def test_queries_are_counted_as_in_each_text(texts: list[str], query: str) -> None:
    with library_of(texts) as connection:
        assert LibrarySearch(connection, query, default_divisions()).counts() == counted(texts, query)


@given(SPOKEN, st.sampled_from(LETTERS))
def test_letters_are_counted_as_in_each_text(texts: list[str], letters: str) -> None:
    with library_of(texts) as connection:
        assert LibrarySearch(connection, letters, default_divisions()).counts() == counted(texts, letters)


@given(SPOKEN, st.sampled_from(LETTERS))
def test_letters_are_found_where_the_index_has_them(texts: list[str], letters: str) -> None:
    with library_of(texts) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(by_letters, "FEW_REPORTS", -1)  # so that no report is looked through
        patch.setattr(by_letters, "_LOOKED_THROUGH", 100)
        found = LibrarySearch(connection, letters, default_divisions()).hits()
        assert {one.report.id: len(one.hits) for one in found} == counted(texts, letters)


@pytest.mark.parametrize("query", ['"。（四）资"', "。四资"])
def test_what_begins_with_a_mark_at_a_line_end_is_found(query: str) -> None:
    texts = ["车站。\n\n（四）资源", "车站。\n\n四资源"]
    with library_of(texts) as connection:
        found = LibrarySearch(connection, query, default_divisions()).hits()
        assert {one.report.id: len(one.hits) for one in found} == counted(texts, query) != {}


@pytest.mark.parametrize(
    ("texts", "letters", "counts"),
    [
        (["黄\n河。黄河"], "huanghe", {1: 1}),  # one goes over a line end
        (["黄河黄河", "黄和"], "huanghe", {1: 2, 2: 1}),  # 和 has other readings
        (["事实事实事"], "sshi", {1: 2}),  # 事实 and 实事 overlap
        (["招商。着上", "着上"], "zhaoshang", {1: 1, 2: 1}),  # 着 is read so in other words only
        (["黄河huanghe", "黄河"], "huanghe", {1: 1, 2: 1}),  # as written first
        (["招商\n着上"], "zhaoshang", {1: 1}),  # not otherwise, in whatever paragraph
        (["湖二\n河湖", "河湖"], "heh", {2: 1}),  # 湖二河 goes over a line end, and hides 河湖
        # Too long to be found in a paragraph as they are written.
        (["高质量发展。高质量发展", "高质量"], "gaozhiliangfazhan", {1: 2}),
        (["高质量发展\ngaozhiliangfazhan", "高质量发展"], "gaozhiliangfazhan", {1: 1, 2: 1}),
    ],
)
def test_letters_are_counted(texts: list[str], letters: str, counts: dict[int, int]) -> None:
    with library_of(texts) as connection:
        assert (
            LibrarySearch(connection, letters, default_divisions()).counts()
            == counts
            == counted(texts, letters)
        )


def test_letters_are_counted_before_they_are_learnt() -> None:
    with library_of(["黄河黄河", "黄和"]) as connection:
        connection.execute("DELETE FROM vocabulary")
        connection.execute("UPDATE learnt SET paragraph = 0")
        assert LibrarySearch(connection, "huanghe", default_divisions()).counts() == {1: 2, 2: 1}


@given(TEXTS, TEXTS)
def test_the_vocabulary_has_all_pairs_of_letters(before: list[str], more: list[str]) -> None:
    texts = [*before, *more]
    with library_of(texts) as connection:
        first = dict(connection.execute("SELECT first, followers FROM vocabulary"))
        paragraphs = [one for text in texts for one in folded_paragraphs(text)]
        words = {word for one in paragraphs for word in grams_of(one).split(" ") if len(word) == 2}
        pairs = {one + other for one, some in first.items() for other in some}
        assert {word for word in words if word.isalpha() and not word[0].isdigit()} <= pairs
        # A few more paragraphs are read themselves.
        connection.execute("DELETE FROM vocabulary")
        last = connection.execute("SELECT max(id) FROM paragraph").fetchone()[0] or 0
        connection.execute("UPDATE learnt SET paragraph = ?", (last * 9 // 10,))
        learn(connection)
        own = [own_of(one) for one in paragraphs[last * 9 // 10 :]]
        learnt = dict(connection.execute("SELECT first, followers FROM vocabulary"))
        for text in own:
            for one, other in pairwise(text):
                assert not (one + other).isalpha() or other in learnt[one]


def remove(connection: sqlite3.Connection, report: int) -> None:
    remove_from_index(connection, report)
    connection.execute("DELETE FROM paragraph WHERE report = ?", (report,))


@pytest.mark.parametrize("gone", [[3], [2, 3], [3, 2], [1, 3]])
def test_what_takes_the_ids_of_what_is_gone_is_learnt(gone: list[int]) -> None:
    with library_of(["发展\n规划", "经济\n建设", "社会\n事业"]) as connection:
        for report in gone:
            remove(connection, report)
            assert is_learnt(connection), "what remains is known"
        add(connection, 4, "生态")
        assert not is_learnt(connection)
        learn(connection)
        assert connection.execute("SELECT followers FROM vocabulary WHERE first = '生'").fetchone() == ("态",)
