"""Line breaking: lines cover the text, fit the width, and never break numbers, words or marks."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import source_text
from tui.typeset.cells import cell_length, cell_widths, cut, pad, pad_left
from tui.typeset.wrap import CLOSING, OPENING, break_lines

WIDTHS = range(20, 161)
NUMBER = re.compile(
    r"\d+(?:[.-]\d+)*(?:%|万?亿?(?:元|平方米|平方公里|人次|人|户|家|个|亩|套|件|名|吨|公里))?"
)
MIXED = st.lists(
    st.sampled_from(
        [
            "惠济区", "高质量发展", "26.12亿元", "1-2个", "7%", "PM2.5", "，", "。", ",", "；", "“", "”", "《", "》", "（", "）",
            "——", " ", "　", "a", "GDP", "e\u0301", "😀", "1", "0", ".", "…",
        ]
    ),
    max_size=80,
).map("".join)  # fmt: skip


def shown(text: str, width: int) -> list[str]:
    return [text[start:end].rstrip(" 　") for start, end in break_lines(text, width)]


@given(MIXED | st.text(max_size=200), st.integers(min_value=2, max_value=100))
def test_lines_cover_the_text_and_fit_the_width(text: str, width: int) -> None:
    text = text.replace("\n", " ")
    lines = list(break_lines(text, width))
    assert [start for start, _ in lines] == [0, *(end for _, end in lines[:-1])]
    assert lines[-1][1] == len(text)
    for start, end in lines:
        assert start < end or not text
        assert cell_length(text[start:end].rstrip(" 　\u00a0")) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_of_the_built_in_report_follow_the_rules(width: int) -> None:
    for paragraph in source_text().split("\n"):
        lines = list(break_lines(paragraph, width))
        numbers = [found.span() for found in NUMBER.finditer(paragraph)]
        for start, end in lines:
            line = paragraph[start:end].rstrip(" ")
            assert cell_length(line) <= width
            assert not (start and line[0] in CLOSING), line
            assert end == len(paragraph) or line[-1] not in OPENING, line
            assert not any(low < start < high for low, high in numbers), paragraph[start - 9 : start + 9]


@pytest.mark.parametrize("folder", ["/tmp/reports/2024", "~/reports/2024"])
def test_a_path_begins_in_the_line_its_first_name_stands_in(folder: str) -> None:
    text = f"已写入 47 行：承诺对照.csv（在 {folder}）"
    for width in range(24, 50):
        assert any(f"（在 {folder[:8]}" in line for line in shown(text, width)), width


def test_lines_without_marks_are_filled() -> None:
    assert [len(line) for line in shown("惠济区政府" * 20, 40)] == [20] * 5


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("完成收入26.12亿元以上", 12, ["完成收入", "26.12亿元以", "上"]),
        ("惠济“一园一港”提速", 6, ["惠济", "“一园", "一港”", "提速"]),
        ("增长7%左右,投资", 8, ["增长7%左", "右,投资"]),
        ("谋划—决策—执行", 10, ["谋划—决策—", "执行"]),
        ("1-2个项目", 6, ["1-2个", "项目"]),
        ("2023-2025年规划", 12, ["2023-2025年", "规划"]),
        ("文本、.docx、.rtf", 12, ["文本、", ".docx、.rtf"]),
        ("长文本、.docx、.rtf", 15, ["长文本、.docx、", ".rtf"]),
    ],
)
def test_numbers_and_marks_are_not_broken(text: str, width: int, lines: list[str]) -> None:
    assert shown(text, width) == lines


def test_text_without_permitted_breaks_is_broken_at_the_width() -> None:
    assert shown("，" * 10, 6) == ["，，，", "，，，", "，，，", "，"]
    assert shown("a" * 10, 4) == ["aaaa", "aaaa", "aa"]


def test_spaces_at_the_end_of_a_line_may_exceed_the_width() -> None:
    assert list(break_lines("甲乙 丙丁", 4)) == [(0, 3), (3, 5)]


def test_cells_are_counted_as_rich_counts_them() -> None:
    from rich.cells import get_character_cell_size

    for code in [*range(0x20, 0x7F), *range(0xA1, 0x100), *range(0x2010, 0x2060), *range(0x3000, 0x3100)]:
        if unicodedata.category(chr(code)) in ("Cf", "Cn", "Zl", "Zp"):
            continue  # cleaned out of every text
        assert cell_widths(chr(code))[0] == get_character_cell_size(chr(code)), hex(code)
    for code in range(0x4E00, 0xA000):
        assert cell_widths(chr(code)) == b"\2"
    for code in range(0xFF01, 0xFF5F):
        assert cell_widths(chr(code)) == b"\2"


@given(MIXED, st.integers(min_value=0, max_value=30))
def test_cut_and_padded_text_has_the_requested_width(text: str, width: int) -> None:
    assert cell_length(cut(text, width)) <= width
    assert cell_length(pad(text, width)) == width
    assert cell_length(pad_left(text, width)) == width
    if cell_length(text) > width > 0:
        assert cut(text, width).endswith("…")
