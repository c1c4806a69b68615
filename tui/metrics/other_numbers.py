"""Classify digit runs that are no metrics: years, dates, ordinals, names and codes.

Every run of digits in a report is part of a metric or classified here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.report.model import Metric
from tui.report.numerals import half_width

_RUN = re.compile(r"\d+(?:\.\d+)?")
_AROUND_CHARACTERS = 24
#: Kind, what stands before a run, what stands behind it, and an example; the first rule that matches decides.
_RULES: tuple[tuple[str, str, str, str], ...] = (
    (messages.URL, r"(?:https?://|www\.)\S*$", r"", "网址"),
    (messages.YEAR, r"", r"\s?年", "2023年"),
    (messages.YEAR, r"\d{4}\s?(?:-|—|~|至|、)\s?$", r"年", "2023-2025年"),
    (messages.YEAR, r"", r"(?:-|—|~|至|、)\s?\d{4}年", "2023-2025年"),
    (messages.DATE, r"", r"\s?月", "4月底前"),
    (messages.DATE, r"月\s?$", r"[日至号]?", "1月22日"),
    (messages.DATE, r"\d{1,2}-$|\d{4}-\d{2}-$", r"", "11-15"),
    (messages.DATE, r"", r"-\d{2}(?!\d)", "11-15"),
    (messages.ORDINAL, r"第$", r"", "第38高级中学"),
    (messages.ORDINAL, r"(?:^|\n)\s*[(（\[〔]?$", r"\s?[)）\]〕.、．]", "1. "),
    (messages.NOTE_NUMBER, r"[\[〔【]$", r"[\]〕】]", "[13]"),
    (messages.PAGE_NUMBER, r"[—-]\s?$", r"\s?[—-]", "— 10 —"),
    (messages.CODE_OF_PARTS, r"\+$", r"", "“1+4”"),
    (messages.CODE_OF_PARTS, r"", r"\+", "“1+4”"),
    (messages.MODEL, r"[A-Za-z]-?$", r"", "PM2.5"),
    (messages.MODEL, r"", r"(?:号|[A-Za-z])", "1号线，5G，7号地块"),
    (messages.SPECIFICATION, r"", r"(?:千伏|kV|强|蒸吨|座舱)", "220千伏，500强"),
    (messages.RANKING, r"前$", r"", "前20位"),
    (messages.RATIO, r"", r"\s?[:：∶]\s?\d", "22.3:31.5:46.2"),
    (messages.RATIO, r"\d\s?[:：∶]\s?$", r"", "22.3:31.5:46.2"),
    (messages.HOTLINE, r"", r"政务|便民|市长|指挥中心|热线|平台|工作制度|工程|”", "12345热线"),
    (messages.COUNT_OF_POINTS, r"", r"(?:个|大|项)?(?:方面|大方面|方向|层面)", "7个方面"),
    (messages.AGE_OR_TERM, r"", r"\s?(?:周?岁|周年|年|多年)", "3岁以下，75周年，再延长30年"),
    (messages.TITLE, r"[“《][^”》]{0,12}$", r"[^“《]{0,12}[”》]", "“五个100”"),
    (messages.YEAR, r"", r"[“\u4e00-\u9fff]", "2023全球预制食材博览会"),
    (messages.TABLE_CELL, r"\|\s*$", r"\s*[^|\n]{0,6}\|", "表格中的数"),
)
_COMPILED = tuple(
    (kind, re.compile(before), re.compile(behind), example) for kind, before, behind, example in _RULES
)


class OtherNumber(NamedTuple):
    """A run of digits that is no metric.

    Attributes:
        start: Its first digit.
        end: One past its last.
        kind: What it is.
        example: The example of the rule that decided; empty where none did.
    """

    start: int
    end: int
    kind: str
    example: str


def other_numbers(text: str, metrics: Sequence[Metric]) -> Iterator[OtherNumber]:
    """Yield the digit runs that are in no metric, in order."""
    half = half_width(text)
    starts = [metric.start for metric in metrics]
    for run in _RUN.finditer(half):
        index = bisect_right(starts, run.start()) - 1
        if index < 0 or run.start() >= metrics[index].end:
            yield OtherNumber(run.start(), run.end(), *_kind(half, run.start(), run.end()))


def _kind(half: str, start: int, end: int) -> tuple[str, str]:
    before, behind = half[max(0, start - _AROUND_CHARACTERS) : start], half[end : end + _AROUND_CHARACTERS]
    is_year = end - start == 4 and half[start : start + 2] in ("19", "20")
    for kind, wanted_before, wanted_behind, example in _COMPILED:
        if kind == messages.YEAR and not is_year:
            continue
        if wanted_before.search(before) and wanted_behind.match(behind):
            return kind, example
    return messages.NO_UNIT, ""
