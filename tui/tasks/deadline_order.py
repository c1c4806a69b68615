"""Sort deadlines as they are printed: ``6月底前`` is before ``10月底前``, and both before ``年底前``."""

from __future__ import annotations

import re

from tui.metrics.times import QUOTED_PLAN, plan_years, years_in
from tui.report.numerals import half_width, small_number

_N = r"([一二两三四五六七八九十]{1,3}|\d{1,2})"
_NEXT_YEAR = re.compile(r"明年")
_PLAN = re.compile(QUOTED_PLAN)
#: Years from now: ``今后三年``, ``3年内``.
_SPAN = re.compile(rf"{_N}(?:[到至-]{_N})?年")
_MONTH = re.compile(rf"{_N}月(?:{_N}日)?")
_QUARTER = re.compile(r"([一二三四])季度")
#: When in a year, by words; the first that is found counts. Days of a month tell what comes before another.
_TIMES: tuple[tuple[re.Pattern[str], int, int], ...] = (
    (re.compile("元旦"), 1, 1),  # 元旦前
    (re.compile("春节"), 2, 1),  # 春节前
    (re.compile("五一"), 5, 1),  # “五一”前
    (re.compile("汛"), 6, 1),  # 主汛期前
    (re.compile("上半年|年中"), 6, 30),  # 上半年
    (re.compile("七一"), 7, 1),  # “七一”前
    (re.compile("开学"), 9, 1),  # 秋季开学前
    (re.compile("中秋"), 9, 15),  # 中秋节前
    (re.compile('国庆|十一[”"]'), 10, 1),  # 国庆节前
    (re.compile("入冬|[供采]暖"), 11, 15),  # 供暖期前
)
_DAYS = {"初": 5, "上旬": 10, "中": 15, "中旬": 20, "下旬": 30, "底": 31, "末": 31}
_YEAR_END = 12, 31
_NEVER = 9999


def deadline_key(deadline: str, plan_year: int | None) -> tuple[int, int, int]:
    """Return year, month and day by which something is to be done, as far as a deadline says; no deadline is last.

    Args:
        deadline: As it is printed; the first of several counts.
        plan_year: The year of the plan; None if it is not known.
    """
    text = half_width(deadline)
    if not text:
        return (_NEVER, 0, 0)
    this_year = plan_year or 0
    if (plan := _PLAN.search(text)) and (years := plan_years(plan[0])):
        return (years[1], *_YEAR_END)
    year = this_year
    if stated := years_in(text):
        year = stated[0]
    elif _NEXT_YEAR.search(text):
        year += 1
    elif span := _SPAN.search(text):
        return (this_year + _number(span[2] or span[1]) - 1, *_YEAR_END)
    elif "任期" in text:
        return (_NEVER - 1, 0, 0)
    return (year, *_in_year(text))


def _in_year(text: str) -> tuple[int, int]:
    """Return month and day; the last day of the year if none is told."""
    if month := _MONTH.search(text):
        rest = text[month.end() :]
        part = next((day for name, day in _DAYS.items() if rest.startswith(name)), 31)
        return _number(month[1]), _number(month[2]) if month[2] else part
    if quarter := _QUARTER.search(text):
        return _number(quarter[1]) * 3, 31
    return next(((month, day) for pattern, month, day in _TIMES if pattern.search(text)), _YEAR_END)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else small_number(text.replace("两", "二")) or 0
