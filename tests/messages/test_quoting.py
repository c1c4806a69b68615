"""Quotations with marks inside."""

from __future__ import annotations

import pytest

from tui.messages.quoting import quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("黄河", "“黄河”"),
        ("新增“四上”企业", "“新增‘四上’企业”"),
        ("说“要‘稳’字当头”", "“说‘要“稳”字当头’”"),
    ],
)
def test_marks_inside_are_those_of_the_next_level(text: str, shown: str) -> None:
    assert quoted(text) == shown
