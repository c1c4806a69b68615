"""ASCII marks next to Chinese are drawn in full width; offsets do not change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import source_text
from tui.typeset.full_width import full_width_marks


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("增长,为", "增长，为"),
        ("增长86%,为", "增长86%，为"),
        ("增长16%,6%", "增长16%，6%"),
        ("目标是:一", "目标是：一"),
        ("颗粒物(PM2.5)浓度", "颗粒物（PM2.5）浓度"),
        ("(一)聚焦", "（一）聚焦"),
        ("(2024年)", "（2024年）"),
        ("“四上”,154家", "“四上”，154家"),
        ("PM2.5,GDP", "PM2.5,GDP"),
        ("12:30", "12:30"),
        ("12,345元", "12,345元"),
        ("f(x)", "f(x)"),
        ("全角，不变。", "全角，不变。"),
    ],
)
def test_marks_next_to_chinese_are_full_width(published: str, shown: str) -> None:
    assert full_width_marks(published) == shown


@given(st.text("增长，。“”(),;:!?%7.a \n"))
def test_only_marks_change_and_offsets_stay(text: str) -> None:
    shown = full_width_marks(text)
    assert len(shown) == len(text)
    full_width = dict(zip(",;:!?()", "，；：！？（）", strict=True))
    assert all(b == a or full_width.get(a) == b for a, b in zip(text, shown, strict=True))
    assert full_width_marks(shown).count("（") >= shown.count("（")


def test_brackets_change_in_pairs() -> None:
    shown = full_width_marks(source_text())
    assert shown.count("（") == shown.count("）")
    assert shown.count("(") == shown.count(")")
