"""Text of the screen of counterparts: what a report has done on a subject beside what it plans."""

from __future__ import annotations

#: What stands on the left and on the right.
SIDES = ("做了什么", "打算做什么")
#: The same in a word, for copies and files.
SHORT_SIDES = ("回顾", "计划")
NOTHING_ALIKE = "没有相近的内容"
NO_SECOND = "没有次相近的内容"
LAST, FIRST = "已是最后一项", "已是第一项"
LAST_SECTION, FIRST_SECTION = "已是最后一节", "已是第一节"
WHAT = "前后对照"
#: Columns of an exported table.
COLUMNS = ("章节", "正文", "次序", "相近的章节", "相近的正文", "把握")


def title(place: str, year: int | None, is_long: bool) -> str:
    """Name the report."""
    if not is_long:
        return f"{place} {year or '？'} 前后对照"
    return f"{place} · {year or '？'} 年报告前后对照：做了什么，打算做什么"


def likeness(score: float) -> str:
    """Write how alike two texts are."""
    return f"{score:.2f}"


def summary(number: int, total: int) -> str:
    """Tell which of how many counterparts is shown."""
    return f"相近 {number}/{total}" if total else NOTHING_ALIKE
