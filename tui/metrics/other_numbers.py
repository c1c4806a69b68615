"""What digits are that are no figure: years, dates, ordinals, names and codes. Each run of digits is one or the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.report.model import Metric
from tui.report.numerals import half_width

_RUN = re.compile(r"\d+(?:\.\d+)?")
_AROUND = 24
#: What a run is, by what stands before it and behind it; the first that fits decides. An example is each rule's reason.
_RULES: tuple[tuple[str, str, str, str], ...] = (
    ("网址", r"(?:https?://|www\.)\S*$", r"", "网址"),
    ("年份", r"", r"\s?年", "2023年"),
    ("年份", r"\d{4}\s?(?:-|—|~|至|、)\s?$", r"年", "2023-2025年"),
    ("年份", r"", r"(?:-|—|~|至|、)\s?\d{4}年", "2023-2025年"),
    ("日期", r"", r"\s?月", "4月底前"),
    ("日期", r"月\s?$", r"[日至号]?", "1月22日"),
    ("日期", r"\d{1,2}-$|\d{4}-\d{2}-$", r"", "11-15"),
    ("日期", r"", r"-\d{2}(?!\d)", "11-15"),
    ("次序", r"第$", r"", "第38高级中学"),
    ("次序", r"(?:^|\n)\s*[(（\[〔]?$", r"\s?[)）\]〕.、．]", "1. "),
    ("注号", r"[\[〔【]$", r"[\]〕】]", "[13]"),
    ("页码", r"[—-]\s?$", r"\s?[—-]", "— 10 —"),
    ("组合代号", r"\+$", r"", "“1+4”"),
    ("组合代号", r"", r"\+", "“1+4”"),
    ("型号", r"[A-Za-z]-?$", r"", "PM2.5"),
    ("型号", r"", r"(?:号|[A-Za-z])", "1号线，5G，7号地块"),
    ("规格", r"", r"(?:千伏|kV|强|蒸吨|座舱)", "220千伏，500强"),
    ("排位", r"前$", r"", "前20位"),
    ("比例", r"", r"\s?[:：∶]\s?\d", "22.3:31.5:46.2"),
    ("比例", r"\d\s?[:：∶]\s?$", r"", "22.3:31.5:46.2"),
    (
        "热线与代号",
        r"",
        r"(?:政务|便民|市长|指挥中心)|(?:市长热线|便民热线|热线|平台|工作制度|工程|”)",
        "12345热线",
    ),
    ("条目之数", r"", r"(?:个|大|项)?(?:方面|大方面|方向|层面)", "7个方面"),
    ("年岁与期限", r"", r"\s?(?:周?岁|周年|年|多年)", "3岁以下，75周年，再延长30年"),
    ("名称", r"[“《][^”》]{0,12}$", r"[^“《]{0,12}[”》]", "“五个100”"),
    ("年份", r"", r"[“\u4e00-\u9fff]", "2023全球预制食材博览会"),
    ("表格", r"\|\s*$", r"\s*[^|\n]{0,6}\|", "表格中的数"),
)
_COMPILED = tuple(
    (
        kind,
        re.compile(f"(?:{before})\\Z" if before and not before.endswith("$") else before),
        re.compile(behind),
        example,
    )
    for kind, before, behind, example in _RULES
)
OTHER = "没有单位"


class OtherNumber(NamedTuple):
    """A run of digits that is no figure.

    Attributes:
        start: Its first digit.
        end: One past its last.
        kind: What it is.
        example: The rule that decided, as an example of what it is for.
    """

    start: int
    end: int
    kind: str
    example: str


def other_numbers(text: str, metrics: Sequence[Metric]) -> Iterator[OtherNumber]:
    """The runs of digits that lie in no figure, in order."""
    half = half_width(text)
    starts = [metric.start for metric in metrics]
    for found in _RUN.finditer(half):
        index = bisect_right(starts, found.start()) - 1
        if index < 0 or found.start() >= metrics[index].end:
            yield OtherNumber(found.start(), found.end(), *_kind(half, found.start(), found.end()))


def _kind(half: str, start: int, end: int) -> tuple[str, str]:
    before, behind = half[max(0, start - _AROUND) : start], half[end : end + _AROUND]
    is_year = end - start == 4 and half[start : start + 2] in ("19", "20")
    for kind, wanted_before, wanted_behind, example in _COMPILED:
        if kind == "年份" and not is_year:
            continue
        if wanted_before.search(before) and wanted_behind.match(behind):
            return kind, example
    return OTHER, ""
