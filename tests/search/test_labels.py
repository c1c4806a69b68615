"""Rows filtered by words and pinyin."""

from __future__ import annotations

import pytest

from tui.search.labels import Labels

LABELS = Labels(
    ["改造老旧小区18个", "新增城镇就业5200人", "推动ＧＤＰ增长", "支持重庆企业 融资", "两行\n文字"]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("小区", [0]),
        ("xiaoqu", [0]),
        ("ljxq", [0]),
        ("gdp", [2]),
        ("ＧＤＰ", [2]),
        ("5200", [1]),
        ("就业 新增", [1]),
        ("就业 小区", []),
        ("chongqing", [3]),
        ("企业融资", []),
        ("hangwen", []),
        ("x", []),
        ("没有", []),
    ],
)
def test_texts_hold_all_terms_as_typed_or_as_pinyin(text: str, found: list[int]) -> None:
    assert LABELS.matching(text) == found
    assert LABELS.matching(text) == found
