"""Text of the tabs of the metrics panel that show other reports of the place: last year's promises, and earlier years."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.quoting import quoted
from tui.messages.series import BASIS_NAMES
from tui.messages.verdicts import BREAK_SIGN, LIKELY_SIGN, OWN_VERDICT, SIGNS, VERDICT_NAMES

SEARCHING = "正在查找…"

# -- last year's promises ------------------------------------------------------------------------

LIKELY = "可能相符，不计入"
RESULT = "结果"
NO_PROMISES = "去年的报告里没有数字目标"
NO_LIBRARY = "要有书库才能查往年：在终端执行 huiji-tui library add 文件夹，把往年的报告加入"
NO_NAME = "没有识别出这个数的名称，查不出历年；先选一个有名称的指标"
NO_METRIC = "先选一个指标，再看它的历年"
NO_MEASURE = "位次、倍数、比例没有历年；先选数额、增速或占比"


def group(name: str, count: int) -> str:
    """Return a heading with the number of promises below it."""
    return f"{name} {count} 项"


def promised_for(year: int | None) -> str:
    """Name the column of targets."""
    return f"{year}目标" if year is not None else "去年目标"


#: Signs that mean something else beside values of one report: ▲ is a higher target there.
_NAMED_SIGNS = {SIGNS[verdict]: VERDICT_NAMES[verdict] for verdict in ("exceeded", "met", "missed")}


def promise_counts(signs: Sequence[tuple[str, int]], likely: int, is_long: bool = False) -> str:
    """Count promises by their signs, as far as the verdict is a fact; where there is room, say what ▲, = and ▼ mean."""
    names = _NAMED_SIGNS if is_long else {}
    counted = " ".join(f"{sign}{names.get(sign, '')}{count}" for sign, count in signs if count)
    return f"{counted}  可能{LIKELY_SIGN}{likely}" if likely else counted


def own_verdict(name: str, note: str) -> str:
    """Tell a person's own verdict."""
    return f"{OWN_VERDICT}：{name}{f'（{note}）' if note else ''}"


def likely(verdict: str) -> str:
    """Tell a verdict that is not sure."""
    return f"可能{verdict}"


def promised(sentence: str) -> str:
    """Quote the sentence of a target."""
    return f"原承诺{quoted(sentence)}"


def candidates(count: int) -> str:
    """Tell that sentences are offered."""
    return f"候选 {count} 句，Enter 逐句看"


# -- an indicator through the years --------------------------------------------------------------

#: Powers of ten that values are written in, the largest first.
POWERS = ((8, "亿"), (4, "万"))
#: Beside the first and the last year that there is room for.
EARLIER, LATER = "←", "→"
#: Before a number in a narrow column, by qualifier; a fall by 3% or more is a number of −3 or less.
QUALIFIER_MARKS = {
    "at_least": "≥", "over": ">", "more": ">", "at_most": "≤", "under": "<", "about": "约", "nearly": "近",
}  # fmt: skip
OF_FALLS = {"≥": "≤", "≤": "≥", ">": "<", "<": ">"}
YEAR, TARGET, ACTUAL = "年", "目标", "结果"
SAME_CELL, NOT_JOINED = "同格", "不与上年相连"
#: Behind a value, by how firm it is.
BASIS_MARKS = {"estimated": "预", "preliminary": "初"}
#: What marks at values mean.
MARK_NAMES = {**{BASIS_MARKS[basis]: name for basis, name in BASIS_NAMES.items()}, BREAK_SIGN: NOT_JOINED}
NOT_INDICATOR = "不在主要指标之列，按名称逐年查找"


def years(count: int) -> str:
    """Count years."""
    return f"{count} 年"


def series_name(name: str, measure: str, place: str) -> str:
    """Name a series: ``地区生产总值 增速 · 甘肃省``."""
    return f"{name} {measure} · {place}"


def no_series(name: str, place: str) -> str:
    """Tell that no report of the place states an indicator."""
    return f"书库里{place}的报告均未提及{quoted(name)}"


def said(sentence: str) -> str:
    """Quote the sentence of a value."""
    return quoted(sentence)


def not_joined(reason: str) -> str:
    """Tell why a value cannot be joined to that of the year before."""
    return f"{BREAK_SIGN} {reason}，不与上年相连"
