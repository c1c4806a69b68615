"""What holds of all new terms: where they are, how often, and that the other report has none."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wording.small import text_report
from tui.wording.elsewhere import Elsewhere, rise
from tui.wording.model import NewTerm
from tui.wording.terms import Others, term_changes
from tui.wording.word_gaps import AT_MARK, WordGaps

_WORDS = (
    "低空经济", "“一网通办”", "发展", "推进", "新型工业化", "GDP", "5G", "的", "“十四五”", "改造", "海洋强县", "《条例》", "各位代表", "“双十”工程", "大众创业、万众创新",
)  # fmt: skip
_MARKS = ("，", "。", "、", "\n", "", " ")
_clauses = st.tuples(*map(st.sampled_from, (_WORDS, _WORDS, _WORDS, _MARKS))).map("".join)
_texts = st.lists(_clauses, max_size=12).map("".join)
_others = st.lists(_texts, min_size=12, max_size=14)


def check(terms: tuple[NewTerm, ...], text: str, without: str, is_gone: bool) -> None:
    """Check what holds of the terms that a text has and another lacks."""
    assert len({term.text for term in terms}) == len(terms)
    for term in terms:
        assert text[term.start : term.end] == term.text
        own, other = (term.before, term.after) if is_gone else (term.after, term.before)
        assert own == text.count(term.text) > 0
        assert other == without.count(term.text) == 0
        assert all(member in text and member not in without for member in term.members)


@given(_texts, _texts)
def test_terms_are_where_they_are_said_to_be_and_not_in_the_other_report(one: str, other: str) -> None:
    new, gone = term_changes(text_report(one), text_report(other))
    check(new, other, one, is_gone=False)
    check(gone, one, other, is_gone=True)
    assert all(term.elsewhere is None for term in (*new, *gone))


@given(_texts, _texts, _others, _others)
def test_counts_elsewhere_are_those_of_the_texts(
    one: str, other: str, earlier: list[str], later: list[str]
) -> None:
    new, gone = term_changes(text_report(one), text_report(other), Others(earlier, later, later[:3]))
    check(new, other, one, is_gone=False)
    check(gone, one, other, is_gone=True)
    for term in (*new, *gone):
        having = tuple(sum(term.text in text for text in texts) for texts in (earlier, later))
        assert term.elsewhere == having


@given(_texts, st.lists(_texts, max_size=5), st.data())
def test_texts_with_a_term_are_counted_as_by_looking_through_them(
    text: str, texts: list[str], data: st.DataObject
) -> None:
    elsewhere = Elsewhere([text], texts)
    start = data.draw(st.integers(0, len(text)))
    term = text[start : data.draw(st.integers(start, len(text)))]
    assert elsewhere.count(term) == sum(term in other for other in texts) <= elsewhere.most(term)


@pytest.mark.parametrize(
    ("before", "after", "sign"),
    [(0, 10, 1), (10, 0, -1), (5, 5, 0), (10, 10, 0), (0, 0, 0), (9, 10, 1)],
)
def test_a_rise_is_positive_and_a_fall_negative(before: int, after: int, sign: int) -> None:
    texts = [["词语好"] * count + ["别的"] * (10 - count) for count in (before, after)]
    found = rise("词语好", *(Elsewhere(["词语好"], some) for some in texts))
    assert (found > 0) - (found < 0) == sign


def test_a_larger_rise_is_surer_and_nothing_rises_among_no_texts() -> None:
    def risen(after: int) -> float:
        texts = ["词语好"] * after + ["别的"] * (20 - after)
        return rise("词语好", Elsewhere(["词语好"], ["别的"] * 20), Elsewhere(["词语好"], texts))

    assert risen(20) > risen(10) > risen(3) > 3.84
    assert rise("词语好", Elsewhere((), ()), Elsewhere(["词语好"], ["词语好"])) == 0


@given(_texts, st.text(alphabet="发展经济5GA", min_size=1, max_size=8))
def test_runs_have_borders_at_both_ends(text: str, run: str) -> None:
    strengths = WordGaps([text]).strengths(run)
    assert len(strengths) == len(run) + 1
    assert strengths[0] == strengths[-1] == AT_MARK


@pytest.mark.parametrize(
    "repeated", ["发展", "“发展”", "“", "《", "展", "大众创业、万众创新", "获“甲”", "低空经济，"]
)
def test_long_repetitive_texts_take_no_longer_than_they_are_long(repeated: str) -> None:
    def seconds(characters: int) -> float:
        text = repeated * (characters // len(repeated))
        start = process_time()
        term_changes(text_report("加快发展。"), text_report(text))
        return process_time() - start

    seconds(1_000)
    assert seconds(60_000) < 40 * max(seconds(6_000), 0.02)
