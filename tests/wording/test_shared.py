"""The words that two texts share, and which sentences go together."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.wording.likeness import Weights, masked_grams
from tui.wording.shared import most_alike, shared_words

#: Sentences of a report, which tell that 工作 and 推进 say little.
_REPORT = [
    masked_grams(f"推进{subject}工作。") for subject in ("养老", "交通", "教育", "水利", "就业", "环保")
]
WEIGHTS = Weights.of_sentences(_REPORT)


def words(one: str, other: str, least: int = 3) -> tuple[list[str], list[str]]:
    spans = shared_words(one, other, WEIGHTS, least)
    here, there = (
        [text[start:end] for start, end in some] for text, some in zip((one, other), spans, strict=True)
    )
    return here, there


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("新能源汽车产量83万辆。", "力争新能源汽车超70万辆。", ["新能源汽车"]),
        ("签约项目238个，签约额2918亿元。", "力争签约额2500亿元。", ["签约额"]),
        ("推进养老工作。", "推进交通工作。", []),
        ("建成APP平台。", "升级app平台功能。", ["APP平台"]),
        ("增长5%。", "增长5%。", []),
        ("", "改造老旧小区。", []),
    ],
)
def test_words_of_some_length_are_shared_unless_the_whole_report_has_them(
    one: str, other: str, shared: list[str]
) -> None:
    assert words(one, other)[0] == shared


def test_shorter_words_are_left_out_of_whole_texts() -> None:
    assert words("签约额2918亿元。", "签约额2500亿元。", 4) == ([], [])


@given(st.text("老旧小区改造12,。İA\n", max_size=60), st.text("老旧小区改造12,。İA\n", max_size=60))
def test_what_is_lit_is_in_the_other_text_and_spans_are_in_order(one: str, other: str) -> None:
    for text, another, spans in zip(
        (one, other), (other, one), shared_words(one, other, WEIGHTS, 2), strict=True
    ):
        ends = [0]
        for start, end in spans:
            assert ends[-1] <= start < end <= len(text)
            assert text[start:end].lower() in another.lower()
            ends.append(end)


@pytest.mark.parametrize("part", ["啊", "改造", "老旧小区\t15个,", "一二三四五六七八九"])
def test_long_texts_that_repeat_themselves_take_no_more_than_two_seconds(part: str) -> None:
    text = part * (60_000 // len(part))
    begin = time.process_time()
    shared_words(text, text[1:], WEIGHTS, 4)
    assert time.process_time() - begin < 2


def test_the_most_alike_sentence_is_found_and_none_where_none_is_alike() -> None:
    others = [masked_grams(text) for text in ("新增城镇就业5800人。", "改造老旧小区10个。", "")]
    assert most_alike(masked_grams("15个老旧小区改造完成。"), others, WEIGHTS) == 1
    assert most_alike(masked_grams("馆藏档案数字化。"), others, WEIGHTS) is None
    assert most_alike(masked_grams(""), others, WEIGHTS) is None
    assert most_alike(masked_grams("改造"), [], WEIGHTS) is None
