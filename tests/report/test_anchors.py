"""Quotes are found again in texts that have changed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.report.anchors import Found, Quote, QuoteFinder

BEFORE = "一、工作回顾\n全年地区生产总值增长6%。新建口袋公园8个,改造老旧小区18个。新增城镇就业5200人,新增公交车辆60台。\n二、工作安排\n新建口袋公园8个,改造老旧小区12个。"
FIRST = "改造老旧小区18个"
#: What is quoted, the text it is looked for in, and what is found there; None for nothing.
CASES = {
    "the same text": (FIRST, BEFORE, FIRST),
    "a text with more before it": (FIRST, "政府工作报告\n各位代表:\n" + BEFORE, FIRST),
    "a text without what stood before": (FIRST, "改造老旧小区18个。新增城镇就业5200人。", FIRST),
    "a line break inside": ("新建口袋公园8个,改造老旧小区18个", BEFORE.replace("8个,改造", "8个,\n改造"), "新建口袋公园8个,\n改造老旧小区18个"),
    "other marks": ("新增城镇就业5200人,新增公交车辆60台。", BEFORE.replace(",", "，"), "新增城镇就业5200人，新增公交车辆60台。"),
    "spaces between characters": ("新增公交车辆60台", BEFORE.replace("公交", "公 交"), "新增公 交车辆60台"),
    "another number": (FIRST, BEFORE.replace("18", "20"), "改造老旧小区20个"),
    "a typing error that was corrected": ("新增城镇就业5200人", BEFORE.replace("城镇", "城填"), "新增城填就业5200人"),
    "words put into it": ("新增公交车辆60台", BEFORE.replace("公交", "纯电动公交"), "新增纯电动公交车辆60台"),
    "words left out at its end": ("新增公交车辆60台。", BEFORE.replace("60台", ""), "新增公交车辆。"),
    "a number that is now part of a longer one": ("6%", BEFORE.replace("增长6%", "增长1.6%"), None),
    "a passage that was taken out": ("新增公交车辆60台", BEFORE.replace(",新增公交车辆60台", ""), None),
    "short words elsewhere are not the passage": ("18个", "新建学校18个,改造医院18个。", None),
    "nothing is not found": ("改造老旧小区18个", "", None),
    "a passage that was taken out, and is like another": ("新建口袋公园8个,改造老旧小区18个", BEFORE.replace("新建口袋公园8个,改造老旧小区18个。", ""), None),
}  # fmt: skip
#: Those whose place is likely.
LIKELY = {
    "another number",
    "a typing error that was corrected",
    "words put into it",
    "words left out at its end",
}


@pytest.mark.parametrize("name", CASES)
def test_a_passage_is_found_in(name: str) -> None:
    words, text, wanted = CASES[name]
    start = BEFORE.index(words)
    found = QuoteFinder(text).find(Quote.of(BEFORE, start, start + len(words)))
    assert (text[slice(*found.span)] if found else None) == wanted
    assert not found or found.is_likely == (name in LIKELY)


def test_of_equal_passages_the_one_with_the_same_words_around_it_is_found() -> None:
    words = "新建口袋公园8个"
    first, second = BEFORE.index(words), BEFORE.rindex(words)
    moved = BEFORE[BEFORE.index("二、") :] + "\n" + BEFORE[: BEFORE.index("二、")]
    finder = QuoteFinder(moved)
    for start, place in ((first, moved.rindex(words)), (second, moved.index(words))):
        assert finder.find(Quote.of(BEFORE, start, start + len(words))) == Found((place, place + len(words)))


@given(st.text(st.sampled_from("甲乙丙,。\n 1"), max_size=80), st.data())
def test_every_passage_of_an_unchanged_text_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = QuoteFinder(text).find(Quote.of(text, start, end))
    assert found == (Found((start, end)) if start < end else None)


@given(
    st.text(st.sampled_from("甲乙丙丁,。\n 1"), max_size=60),
    st.text(st.sampled_from("甲乙丙丁,。\n 1"), max_size=60),
    st.data(),
)
def test_what_is_certain_has_the_letters_of_the_passage(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = QuoteFinder(other).find(Quote.of(text, start, end))
    if found is not None:
        low, high = found.span
        assert 0 <= low < high <= len(other)
        if not found.is_likely:
            assert [*filter(str.isalnum, other[low:high])] == [*filter(str.isalnum, text[start:end])]


def test_a_passage_that_occurs_everywhere_is_looked_for_in_linear_time() -> None:
    text = "的" * 500_000
    begun = time.process_time()
    for start in range(0, 500_000, 10_000):
        assert QuoteFinder(text).find(Quote.of(text, start + 40, start + 41)) is not None
    assert time.process_time() - begun < 10
