"""Why a table across reports cannot be shown, and what to do then."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.metrics import MEASURE_NAMES
from tui.messages.quoting import quoted

NO_LIBRARY = "要有书库才能对照：在终端执行 huiji-tui library add 文件夹"
NO_PLACE_OR_YEAR = "这份报告没有写明地区或年份，无从找去年的报告"
LINKING = "正在对照两年的报告"
SPLITTING = "正在分解任务"
OPENING = "正在读取"


FINDING_COUNTERPARTS, FINDING_RELATED = "正在找前后对应的内容", "正在书库里找相近的句子"
NO_UNITS = "这份报告分不出回顾与计划的章节，无从对照"
NO_LIBRARY_TO_SEARCH = "要有书库才能找相似句：在终端执行 huiji-tui library add 文件夹"
NO_SENTENCE = "这里没有可比的句子：先把光标移到一句上"


def no_neighbour(place: str, year: int | None, years: Sequence[int]) -> str:
    """Tell that neither the year before nor the year after is in the library, and which years are."""
    if year is None:
        return NO_PLACE_OR_YEAR
    others = "、".join(str(one) for one in years if one != year)
    has = f"，{place}另有 {others} 年的" if others else ""
    return f"书库里没有{place} {year - 1} 年或 {year + 1} 年的报告{has}；用 huiji-tui library add 加入"


def no_predecessor(place: str, year: int) -> str:
    """Tell that the report of the year before is not in the library."""
    return f"书库里没有{place} {year} 年的报告；用 huiji-tui library add 加入"


READING_YEARS, READING_PLACES = "正在查找历年", "正在查找各地"
NO_PLACE = "这份报告没有写明地区，或不在书库里，查不出历年与位次"


def nothing_stated(name: str, measure: str, place: str) -> str:
    """Tell that no report of a place states an indicator."""
    return f"书库里{place}的报告未提及{quoted(name)}{f'的{MEASURE_NAMES[measure]}' if measure in MEASURE_NAMES else ''}"


NO_REPORTS_OF_LEVEL = "书库中没有这一级的报告"


def nothing_ranked(name: str, year: int, has_reports: bool) -> str:
    """Tell that no place states an indicator for a year, or that there are no reports that could."""
    if not has_reports:
        return f"书库中没有这一级 {year} 年、{year + 1} 年的报告"
    return f"这一级的报告均未提及 {year} 年的{quoted(name)}"


def other_measure(asked: str, shown: str) -> str:
    """Tell that another measure is shown than was asked for, which is not stated."""
    names = [MEASURE_NAMES.get(one, one) for one in (asked, shown)]
    return f"这里没有{names[0]}，所列为{names[1]}"
