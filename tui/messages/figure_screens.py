"""Text of the screens of an indicator through the years and among places."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.metrics import MEASURE_NAMES
from tui.messages.quoting import quoted
from tui.messages.tables import report_year
from tui.messages.verdicts import ACTUAL, NOT_MENTIONED, SIGNS, TARGET, signed

AMOUNT = "数额"
BREAKS, AMOUNT_BREAKS, ABOVE = "断点", "数额断点", "上级"
YEAR, PLACE = "年", "地区"
WHAT_SERIES, WHAT_RANKING = "历年", "位次"
NO_FIGURES = "这一年的报告均未提及"
MENTIONED = "这一年的报告提及而无数"
NOT_STATED = "这一年的报告未提及"

CHOOSE_INDICATOR, INDICATOR_PLACEHOLDER = "换指标", "指标的名称或拼音"
ADD_PLACE, PLACE_PLACEHOLDER = "增减地区", "地名或拼音"
ADD, TAKE_AWAY = "加", "去掉"
ONLY_ONE_PLACE = "只有一个地区，不能去掉"
NO_LATER, NO_EARLIER = "没有更晚一年的报告", "没有更早一年的报告"
#: The most places beside each other.
MAX_PLACES = 8
TOO_MANY_PLACES = f"最多并列 {MAX_PLACES} 个地区"

MEASURES = {name: MEASURE_NAMES[name] for name in ("growth", "level", "share")}
LEVELS = {"province": "省", "city": "市", "county": "区县"}
KINDS = {
    **{
        verdict: (signed(verdict), SIGNS[verdict])
        for verdict in ("exceeded", "met", "missed", "not_comparable")
    },
    "target": ("只有目标", "○"),
    "actual": ("只有结果", "●"),
    "missing": (NOT_MENTIONED, SIGNS["not_mentioned"]),
}
ALL_PLACES = "全部"
OWN_SIGN, ABOVE_SIGN = "★", "‹"
YEAR_ORDERS = {"year": "年份", "target": "目标", "actual": "结果", "gap": "差距", "amount": "数额"}
ORDERS = {"actual": "结果", "target": "目标", "gap": "差距", "place": "地区"}


def only_mentioned(name: str) -> str:
    """Head a sentence that names the indicator without a target or a result of it."""
    return f"{name}（提及无数）"


def indicator_title(name: str, measure: str) -> str:
    """Name an indicator with what is stated of it, unless the name says so."""
    kind = MEASURES.get(measure, "")
    return name if kind in name or (measure == "level" and name.endswith(("额", "量", "数"))) else name + kind


def series_title(places: Sequence[str], name: str, first: int, last: int, is_long: bool) -> str:
    """Name a series."""
    mark = " · " if is_long else " "
    return f"{'、'.join(places)} · {name}{mark}{first}–{last}"


def series_counts(targets: int, actuals: int, kept: int, missed: int, is_long: bool) -> str:
    """Count what the series has."""
    if is_long:
        return f"目标 {targets} · 结果 {actuals} · 达到 {kept} · 未达 {missed}"
    return f"目标{targets} 结果{actuals} 未达{missed}"


def ranking_title(level: str, parent: str, year: int, name: str, is_long: bool) -> str:
    """Name a ranking."""
    where = f"{parent}各{level}" if parent else f"各{level}" if is_long else level
    return f"{where} · {year} 年 · {name}"


def no_other_level(name: str, year: int) -> str:
    """Tell that no other level has reports that state an indicator for a year."""
    return f"其他各级没有报告，或均未提及 {year} 年的{quoted(name)}"


def report_of(place: str, year: int | None, path: str) -> str:
    """Tell where a sentence stands."""
    return f"{place} {report_year(year)} {path}".strip()


def verdict(name: str, gap: str) -> str:
    """Write a verdict and the gap."""
    return f"{name} {gap}".strip()


def number_of_places(shown: int, total: int) -> str:
    """Count places."""
    return f"{shown} 地" if shown == total else f"{shown}/{total} 地"


def place_line(place: str) -> str:
    """Name the place that the rows below are of."""
    return f" {place}"


def above(place: str, target: str, actual: str) -> str:
    """Tell what a division above states: ``河北省 目标 6.5% 结果 6.6%``."""
    values = [f"{TARGET} {target}" if target else "", f"{ACTUAL} {actual}" if actual else ""]
    return " ".join(filter(None, [place, *values]))


def as_named(name: str) -> str:
    """Offer a name as it was typed."""
    return f"按名称{quoted(name.strip())}"
