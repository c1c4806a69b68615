"""Text of the screen of counterparts: what a report has done on a subject beside what it plans."""

from __future__ import annotations

from tui.messages.wording import LIKELY, NOT_FOUND

#: What stands on the left and on the right.
SIDES = ("做了什么", "打算做什么")
#: The same in a word, for copies and files.
SHORT_SIDES = ("回顾", "计划")
NO_SECOND = "未找到次相近的内容"
LAST, FIRST = "已是最后一项", "已是第一项"
LAST_SECTION, FIRST_SECTION = "已是最后一节", "已是第一节"
WHAT = "前后对照"


def title(place: str, year: int | None, is_long: bool) -> str:
    """Name the report."""
    if not is_long:
        return f"{place} {year or '？'} 前后对照"
    return f"{place} · {year or '？'} 年报告前后对照：做了什么，打算做什么"


def nearest_counterpart(key: str, where: str) -> str:
    """Tell how to get to what has a counterpart."""
    return f"按 {key} 到最近有对应的：{where}"


def likely(where: str) -> str:
    """Mark where a counterpart stands that is not sure."""
    return f"{LIKELY} {where}"


def summary(number: int, total: int, is_sure: bool) -> str:
    """Tell which of how many counterparts is shown."""
    return f"{'相近' if is_sure else LIKELY} {number}/{total}" if total else NOT_FOUND
