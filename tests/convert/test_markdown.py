"""Marks of Markdown: which are removed, and which are text."""

from __future__ import annotations

import pytest

from tui.convert.formats.markdown import markdown_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**甲**乙", "甲乙"),
        ("__甲__乙", "甲乙"),
        ("**甲__乙", "**甲__乙"),
        ("** 甲**", "** 甲**"),
        ("**甲 **", "**甲 **"),
        ("**甲 ** 乙**", "甲 ** 乙"),
        ("**甲\n乙**", "**甲\n乙**"),
        ("****", "****"),
        ("*****", "*"),
        ("***甲***", "*甲*"),
        ("**甲**乙**丙**", "甲乙丙"),
        ("**甲**乙**", "甲乙**"),
        ("**__甲__**", "__甲__"),
        ("# 甲\n####### 乙\n#丙", "甲\n####### 乙\n#丙"),
        (r"\*甲\#\甲", r"*甲#\甲"),
        ("---\ntitle: 某县工作报告\n---\n\n\n甲", "某县工作报告\n\n甲"),
        ("---\ntitle: 某县\n---\n政府工作报告\n甲", "政府工作报告\n甲"),
        ("---\n---\n甲", "甲"),
        ("---\n甲\n---", "---\n甲\n---"),
        ("---\n甲\n ---\n乙", "---\n甲\n ---\n乙"),
        ("甲\n---\n乙\n---\n", "甲\n---\n乙\n---\n"),
    ],
)
def test_marks_are_removed(source: str, text: str) -> None:
    assert markdown_text(source).text == text


def test_headings_are_lines_with_marks_and_lines_in_bold() -> None:
    source = "# **甲**\n\u3000**乙** \n**丙**丁\n__戊__\n##  己 \n"
    assert markdown_text(source).headings == {"甲", "乙", "戊", "己"}
