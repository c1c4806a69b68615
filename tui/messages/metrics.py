"""Text about metrics and comparisons: labels, notes, and the reasons for how a metric was read."""

from __future__ import annotations

STATUS_NAMES = {"achieved": "已完成", "target": "目标", "ongoing": "进行中", "background": "背景"}
MEASURE_NAMES = {
    "level": "数量",
    "growth": "增速",
    "share": "占比",
    "completion": "完成率",
    "rank": "位次",
    "multiple": "倍数",
}  # fmt: skip
