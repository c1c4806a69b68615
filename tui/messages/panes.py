"""Text of the panes: the outline tree, the text with the list of hits, the metrics panel, and the filter box."""

from __future__ import annotations

OUTLINE_TITLE = " 1 目录"
HITS = "命中"
METRICS = "指标"

METRICS_TITLE = " 3 指标 "
TAB_NAMES = {"comparison": "对照", "section": "本节", "all": "全部"}
ORDER_NAMES = {"text": "按原文次序", "size": "按大小", "kind": "按性质"}
INDICATOR = "指标"
ACTUAL, TARGET = "结果", "目标"
UNNAMED = "（未名）"
NO_COMPARISONS = "没有可对照的指标"
NO_METRICS_HERE = "此处没有指标"
NO_SUCH_METRICS = "没有这样的指标"

FILTER_PLACEHOLDER = "筛选指标：词、拼音、status:target、unit:亿元、year:2024、>100亿"


def targets_only(count: int) -> str:
    """Return the heading above targets without a matching actual value."""
    return f"只有今年的目标 {count} 项"


def next_metrics_in(section: str) -> str:
    """Return the heading above the metrics of the next section that has any."""
    return f"此处没有指标，往下是{section}："


def pair_count(count: int) -> str:
    """Return how many comparisons have both values."""
    return f"{count} 对"


def metric_count(count: int) -> str:
    """Return how many metrics are listed."""
    return f"{count} 项"


def section_metric_count(section: str, count: int) -> str:
    """Return which section the metrics are of, and how many there are."""
    return f"{section} {count} 项"
