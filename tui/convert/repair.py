"""Repair the damage of printing, copying and web pages, so that paragraphs are as they were written.

Each repair is made only if the whole text shows the damage, so that a sound text is never changed: page numbers count
up, wrapped lines are of similar width, a copy is as long as its original.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.convert.repairs.copies import drop_copies
from tui.convert.repairs.line_wraps import join_halves, join_wraps
from tui.convert.repairs.marks import (
    drop_bold_marks,
    drop_comments,
    drop_orphan_marks,
    drop_tags,
    drop_turned_pages,
)
from tui.convert.repairs.one_paragraph import split_one_paragraph
from tui.convert.repairs.page_numbers import drop_page_numbers
from tui.messages import reports
from tui.report.grammar import NUMERAL

_LONE_NUMBER = re.compile(
    rf"^([ \u3000]*(?:{NUMERAL}{{1,3}}、|[(（]{NUMERAL}{{1,3}}[)）]|第{NUMERAL}{{1,3}}(?:部分|[篇编章节])))[ \u3000]*\n\s*(?=\S)",
    re.MULTILINE,
)
#: Doubled question marks of a text in which they replace spaces wherever they are.
_MIN_LOST_SPACES = 5
#: Doubled question marks where no question ends: at the beginning of a line, between two characters.
#: As text: hardly any report has them.
_LOST_SPACES = r"(?m)^[ \u3000]*(?:\?\?)+(?=\S)|(?<=[\u4e00-\u9fff])\?\?(?=[\u4e00-\u9fff])"

#: 人口自然增长率控制在7%。以内: a mark that was read as two.
_SPLIT_PER_MILLE = re.compile(r"[%％]。(?<=\d[%％]。)(?=以[内下]|左右|[。；，、;,])")
_PER_MILLE = "‰"
#: The indent of a paragraph behind the end of the one above, in a line that is no row of a table.
_INDENT_INSIDE = re.compile(r"(?m)([。！？])(?:\u3000{2,}| {2,})(?=[^\s|][^|\n]{20,}$)")


class Repair(NamedTuple):
    """A repair of a whole text.

    Attributes:
        apply: Returns the repaired text and how much was done; the text itself and 0 if it has no such damage.
        note: What was done, a clause for people.
        example: A text with this damage only.
    """

    apply: Callable[[str], tuple[str, int]]
    note: Callable[[int], str]
    example: str


def repair(text: str) -> tuple[str, list[str]]:
    """Return the text with its paragraphs whole, and what was done to it, a clause each."""
    notes = []
    for rule in REPAIRS:
        repaired, count = rule.apply(text)
        if count and repaired.strip():
            text = repaired
            notes.append(rule.note(count))
    return text, notes


def restore_spaces(text: str) -> tuple[str, int]:
    """Restore spaces that a wrong encoding made ``??``."""
    if text.count("??") >= _MIN_LOST_SPACES:
        return re.subn(r"\?\?", "\u3000", text)
    return re.subn(_LOST_SPACES, "\u3000", text) if "??" in text else (text, 0)


def restore_per_mille(text: str) -> tuple[str, int]:
    """Restore per mille signs that became a per cent sign and a full stop."""
    return _SPLIT_PER_MILLE.subn(_PER_MILLE, text)


def break_at_indents(text: str) -> tuple[str, int]:
    """Break lines at the indent of a paragraph inside them."""
    return _INDENT_INSIDE.subn(r"\1\n", text)


def join_numbers(text: str) -> tuple[str, int]:
    """Join a number that has a line for itself with the heading it numbers, on the next one."""
    return _LONE_NUMBER.subn(r"\1", text)


_CLAUSE = "坚持稳中求进扎实推进各项重点工作，"
#: In the order in which they are applied.
REPAIRS = (
    Repair(drop_comments, reports.comments_dropped, "第一段。\n<!-- 图为会场 -->\n第二段。"),
    Repair(drop_turned_pages, reports.turned_pages_dropped, "新增25\n（下转第2版）\n（上接第1版）个项目。"),
    Repair(drop_tags, reports.tags_dropped, "第一段。<br>第二段。"),
    Repair(drop_bold_marks, reports.bold_marks_dropped, "**2023年\n工作回顾**"),
    Repair(restore_spaces, reports.spaces_restored, "政??府??工??作??报??告"),
    Repair(restore_per_mille, reports.per_mille_restored, "人口自然增长率控制在7%。以内。"),
    Repair(drop_copies, reports.copies_dropped, "\n".join(f"第{turn % 80}条措施落地见效。" * 2 for turn in range(160))),
    Repair(drop_page_numbers, reports.page_numbers_dropped, "\n".join(f"正文。\n— {page} —" for page in (1, 2, 3))),
    Repair(split_one_paragraph, reports.paragraph_split, " ".join(f"（{number}）抓项目。{_CLAUSE * 70}完成。" for number in "一二三")),
    Repair(break_at_indents, reports.indents_broken, f"第一段完成。  第二段{_CLAUSE * 2}完成。"),
    Repair(join_wraps, reports.wraps_joined, "\n".join([_CLAUSE * 2] * 20)),
    Repair(join_numbers, reports.numbers_joined, "一、\n2023年工作回顾"),
    Repair(drop_orphan_marks, reports.orphan_marks_dropped, "、新建厂房12万平方米。"),
    Repair(join_halves, reports.halves_joined, f"{_CLAUSE * 3}新增25\n个项目。"),
)  # fmt: skip
