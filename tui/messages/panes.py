"""Text of the panes: the outline tree, the text with the list of hits, the metrics panel, and the filter box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.messages.metrics import MEASURE_NAMES
from tui.messages.quoting import quoted

OUTLINE_TITLE = " 1 目录"
HITS = "命中"
METRICS = "指标"

METRICS_TITLE, SHORT_METRICS_TITLE = " 3 指标 ", " 3 "
TAB_NAMES = {"comparison": "对照", "section": "本节", "all": "全部", "promises": "承诺", "series": "历年"}
LONG_TAB_NAMES = {**TAB_NAMES, "promises": "去年承诺"}
ORDER_NAMES = {
    "text": "按原文次序",
    "size": "按大小",
    "kind": "按性质分组",
    "actual": "按结果大小",
    "target": "按目标大小",
    "verdict": "按结论分组",
    "year": "按年份",
}
#: Beside the heading of the column that rows are sorted by: values rise or fall on the way down.
RISING, FALLING = "↑", "↓"
KIND, VALUE = "按性质分组", "数值"
INDICATOR = "指标"
ACTUAL, TARGET = "结果", "目标"
MAIN_INDICATORS = "主要指标"
TARGETS_IN_WORDS = "文字目标"
NO_COMPARISONS = "没有可对照的指标"
NO_METRICS_HERE = "此处没有指标"
ALL_METRICS = "显示全部指标"
NO_SUCH_METRICS = "没有这样的指标"

FILTER_LABEL, FILTER_KEYS = "筛选：", " Enter 确定  Esc 取消 "
FILTER_PLACEHOLDER = (
    "空格分开的词都要有，A|B 有一个即可；可用拼音、status:target、unit:亿元、year:2024、>100亿"
)


def search_pane(report: str = "") -> str:
    """Name the pane with the text; with a report, say which one it is."""
    return f"2 {report} 搜索" if report else "2 搜索"


def search_placeholder(search_key: str) -> str:
    """Invite to search, in the empty box."""
    return f"按 {search_key} 或直接输入中文"


#: In the empty box while it has the focus.
WHAT_TO_SEARCH = '词、拼音、"一句话"、/正则/'


def search_by_key(search_key: str) -> str:
    """Tell how to search while Chinese that is typed filters another pane."""
    return f"按 {search_key} 搜索正文"


def section_end(name: str) -> str:
    """Mark the end of a chapter or section."""
    return f"〔{name} 完〕"


def tab_name(name: str, is_active: bool) -> str:
    """Return the name of a tab in the title, as wide as long as it is active and when it is not."""
    return f"[{name}]" if is_active else f" {name} "


#: Behind the tab that is shown.
TAB_END = "]"


def mark_before(shown: str, tab: str | None, is_wide: bool = False) -> str:
    """Return what stands before a tab in the title, and, for None, behind the last: the shown one is in brackets.

    Args:
        shown: The tab that is shown.
        tab: The tab behind the mark.
        is_wide: Whether there is room for a space between brackets and the next name.
    """
    names = [*TAB_NAMES, None]
    is_wide = is_wide and tab != names[0]
    if tab == shown:
        return " [" if is_wide else "["
    if names.index(tab) and names[names.index(tab) - 1] == shown:
        return f"{TAB_END} " if is_wide else TAB_END
    return "  " if is_wide else " "


def order_text(order: str, is_by_size: bool, is_reversed: bool) -> str:
    """Tell how metrics are sorted, and that only those of one kind and unit are compared."""
    if is_by_size:
        return f"{ORDER_NAMES[order]}：{'从小到大' if is_reversed else '从大到小'}，只比同类、同单位的"
    return f"{ORDER_NAMES[order]}{'，倒排' if is_reversed else ''}"


def scale_heading(measure: str, unit: str, count: int, has_sizes: bool) -> str:
    """Return the heading above metrics that are compared with each other, or are not compared at all."""
    what = (unit or "无单位") if has_sizes else "不比大小"
    return f"{MEASURE_NAMES[measure]}（{what}） {count} 项"


def without_value(count: int) -> str:
    """Return the heading above rows that do not have the value rows are sorted by."""
    return f"无此数 {count} 项"


def year_targets(count: int) -> str:
    """Return the heading above this year's targets without a matching actual value."""
    return f"本年目标（未见上年结果） {count} 项"


def plan_targets(count: int) -> str:
    """Return the heading above the targets of several years."""
    return f"规划期目标 {count} 项"


def next_metrics_in(section: str) -> str:
    """Return the heading above the metrics of the next section that has any."""
    return f"此处没有指标，往下是 {section}："


def next_metric_in(section: str) -> str:
    """Tell that a sentence has no metric, and where the next one is, if there is one."""
    return f"此句没有指标，下一个在 {section}" if section else "此句没有指标"


def of_all(count: int, total: int | None) -> str:
    """Return a number, and of how many where some are filtered out."""
    return f"{count}" if total is None else f"{count}/{total}"


def filtered_counts(words: str, counts: Sequence[str]) -> Iterator[str]:
    """Yield the filter and the number of rows it leaves, the longest text first; the filter rather than the number."""
    short = words if len(words) <= 3 else f"{words[:2]}…"
    yield from (f"{quoted(words)} {count}" for count in counts)
    yield from (f"{quoted(short)} {count}" for count in counts)
    yield from (quoted(words), quoted(short), *counts)


def pair_counts(count: str) -> tuple[str, str]:
    """Return how many comparisons have both values, as a longer and a shorter text."""
    return f"{count} 项成对", f"{count} 对"


def at_row(count: str, number: int, total: int) -> str:
    """Tell which row is lit, where those above it have scrolled out of view."""
    return f"第 {number}/{total} 行 · {count}"


def metric_count(count: str) -> str:
    """Return how many metrics are listed."""
    return f"{count} 项"


def and_others(name: str) -> str:
    """Name the overview of a chapter together with its other texts outside of sections."""
    return f"{name}等"


def section_metric_count(section: str, count: str) -> str:
    """Return which section the metrics are of, and how many there are."""
    return f"{section} {count} 项"
