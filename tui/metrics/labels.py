"""How figures are worded for a reader. Loads nothing, since the first screen needs it."""

from __future__ import annotations

from tui.report.model import Metric

STATUS_NAMES = {"achieved": "已完成", "target": "目标", "ongoing": "进行中", "background": "背景"}
MEASURE_NAMES = {
    "level": "数量",
    "growth": "增速",
    "share": "占比",
    "completion": "完成率",
    "rank": "位次",
    "multiple": "倍数",
}  # fmt: skip
_SIGNS = {"about": ("", "左右"), "at_least": ("", "以上"), "at_most": ("", "以内"), "under": ("", "以下")}
_SIGNS |= {"over": ("超", ""), "nearly": ("近", "")}


def format_short_value(metric: Metric) -> str:
    """The value where it stands beside one of its kind: ``6%预计``, ``7%左右``."""
    before, after = _SIGNS.get(metric.qualifier, ("", ""))
    fall = "降" if metric.direction == "down" else ""
    return f"{fall}{before}{metric.quote}{after}{'预计' if metric.estimated else ''}"


def format_value(metric: Metric) -> str:
    """The value as a reader is shown it: with its kind where the unit does not tell, and what qualifies it."""
    before, after = _SIGNS.get(metric.qualifier, ("", ""))
    kind = ""
    if metric.measure == "growth":
        kind = "降" if metric.direction == "down" else "增"
    elif metric.measure == "completion":
        kind = "完成"
    return f"{'预计' if metric.estimated else ''}{kind}{before}{metric.quote}{after}"
