"""Names: words between a name and its number are stripped; clauses end at punctuation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.metrics.naming import _LAST_TAIL_WORD, _MAX_TAIL_WORD_CHARACTERS, _without_tail
from tui.metrics.passage import MAX_CLAUSE_CHARACTERS, Clauses

WORDS = [
    "预计",
    "力争",
    "同比",
    "均",
    "为",
    "达到",
    "达",
    "到",
    "约",
    "有",
    "已有",
    "国",
    "由2023年底的",
    "2023年",
    "的",
    "至2024年",
    "年均",
    "每年",
    "增长",
    "增",
    "长",
    "经济",
    "甲",
    "每",
    "超过每万人口",
    "达每",
    "人",
    "口",
    "控制",
    "在",
    "以",
    "可以",
    "年",
    "底",
]


def tail_by_trying(before: str) -> str:
    """Strip tail words by trying each offset."""
    ends = {len(before)}
    for start in range(len(before) - 1, -1, -1):
        if any(_LAST_TAIL_WORD.fullmatch(before, start, end) for end in ends):
            ends.add(start)
    return before[: min(ends)]


@given(st.lists(st.sampled_from(WORDS), max_size=9).map("".join))
def test_longest_row_of_tail_words_is_stripped(before: str) -> None:
    assert _without_tail(before) == tail_by_trying(before)


def test_no_tail_word_is_longer_than_the_limit() -> None:
    for word in ("由2023年底的", "至2023年底的", "超过每千人口", "达到每万人口", "不低于"):
        assert len(word) <= _MAX_TAIL_WORD_CHARACTERS
        assert _without_tail(f"甲{word}") == "甲"


@given(st.text("甲乙1,;。:!?\n", max_size=30), st.integers(0, 30))
def test_clause_ends_at_punctuation(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    clauses = Clauses(text)
    start = clauses.start(offset)
    assert not set(text[start:offset]) & set(",;。:!?\n")
    assert start == 0 or text[start - 1] in ",;。:!?\n"
    clause = clauses.around(offset)
    assert text.startswith(clause, start)
    end = start + len(clause)
    assert end == len(text) or text[end] in ",;。:!?\n"


def test_clause_has_at_most_eighty_characters_on_each_side() -> None:
    assert Clauses("甲" * 500).start(300) == 220
    assert len(Clauses("甲" * 500).around(300)) == 160


@given(st.text("甲1,;。\n", max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_clauses_of_a_part_equal_those_of_the_text(text: str, start: int, offset: int) -> None:
    start, offset = min(start, len(text)), min(offset, len(text))
    margin = max(0, start - MAX_CLAUSE_CHARACTERS)
    part = Clauses(text[margin:], margin)
    if offset >= start:
        assert part.start(offset) == Clauses(text).start(offset)
        assert part.around(offset) == Clauses(text).around(offset)
