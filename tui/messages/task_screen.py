"""Text of the screen of tasks."""

from __future__ import annotations

WHAT = "任务"
NUMBER, TASK, FIGURE, DEADLINE, CHAPTER = "序", "任务", "指标", "时限", "章节"
ORDERS = {"text": "原文次序", "deadline": "时限", "figure": "指标大小"}
TASKS, WITH_FIGURE, WITH_DEADLINE = "任务", "有指标", "有时限"
PART_OF = "属于"


def title(place: str, year: int | None, is_long: bool) -> str:
    """Name the plan."""
    if not is_long:
        return f"{place} {year or '？'} 任务"
    return f"{place} · {year or '？'} 年计划分解成的任务"


def figures(first: str, others: int) -> str:
    """Write the first figure of a task, and how many more it has."""
    return f"{first} 等{others + 1}项" if others else first


def part_of(number: int) -> str:
    """Tell which task one is a part of."""
    return f"第 {number} 项"
