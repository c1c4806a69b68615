"""Names: the words between a name and its number are taken off, however they are cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.metrics.clauses import Clauses
from tui.metrics.naming import _LAST_TAIL_WORD, _TAIL_WORD_MAX, _without_tail

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
    """The same by trying each offset: the first from which only tail words follow."""
    ends = {len(before)}
    for start in range(len(before) - 1, -1, -1):
        if any(_LAST_TAIL_WORD.fullmatch(before, start, end) for end in ends):
            ends.add(start)
    return before[: min(ends)]


@given(st.lists(st.sampled_from(WORDS), max_size=9).map("".join))
def test_the_longest_row_of_tail_words_is_taken_off(before: str) -> None:
    assert _without_tail(before) == tail_by_trying(before)


def test_no_tail_word_is_longer_than_is_looked_for() -> None:
    for word in ("由2023年底的", "至2023年底的", "超过每千人口", "达到每万人口", "不低于"):
        assert len(word) <= _TAIL_WORD_MAX
        assert _without_tail(f"甲{word}") == "甲"


@given(st.text("甲乙1,;。:!?\n", max_size=30), st.integers(0, 30))
def test_a_clause_goes_from_mark_to_mark(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    clauses = Clauses(text)
    start = clauses.start(offset)
    assert not set(text[start:offset]) & set(",;。:!?\n")
    assert start == 0 or text[start - 1] in ",;。:!?\n"
    clause = clauses.around(offset)
    assert text.startswith(clause, start)
    end = start + len(clause)
    assert end == len(text) or text[end] in ",;。:!?\n"


def test_a_clause_holds_eighty_characters_before_an_offset_and_behind_it() -> None:
    assert Clauses("甲" * 500).start(300) == 220
    assert len(Clauses("甲" * 500).around(300)) == 160
