"""Find by when something is to be done, as a report says it."""

from __future__ import annotations

import re

from tui.metrics.times import plan_years

_N = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2})"
#: A year in digits, or in Chinese ones.
_NUMBER = r"(?:(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})"
_YEAR = rf"(?:{_NUMBER}年|今年|明年|本年|当年)"
_PLAN = r"[“\"](?:十[一二三四五]?|[一二三四六七八九])五[”\"]"
_BEFORE = r"(?:之?前|以前)"
#: The first that fits at an offset counts.
_DEADLINES = (
    rf"(?:[到至])?{_YEAR}?{_N}月(?:{_N}日|[上中下]旬|份)?(?:底|末|{_BEFORE}|初|中)+",
    rf"(?:[到至])?{_YEAR}?{_N}月{_N}日(?:{_BEFORE})",
    rf"{_N}月份(?!的|以来)",
    rf"(?:[到至])?(?:{_YEAR}|今|明|本)?(?<![\d一二两三四五六七八九十几])(?:年[底末](?:{_BEFORE})?|年内(?!涝)|年中(?![央国小心等西东部旬医华高型学]))",
    rf"(?:[到至])?{_YEAR}(?:[底末内]{_BEFORE}?|{_BEFORE}|[上下]半年|[一二三四]季度)",
    rf"(?:[到至])?{_YEAR}?(?:[上下]半年|第?[一二三四]季度)(?:{_BEFORE}|[内末底])?(?!的|完成)",
    rf"(?:春节|元旦|国庆节?|中秋节?|“五一”|“十一”|“七一”|主?汛期?|入冬|[供采]暖[期季]?|入汛|秋季开学|开学){_BEFORE}",
    rf"(?:[到至]|(?<=展望)){_NUMBER}年(?!以来)",
    r"(?:[到至])?(?:本世纪|二十世纪|20世纪)(?:末|中叶)",
    rf"(?:[到至])?{_PLAN}(?:期间|时期|期末|末|期内)",
    rf"(?:今后|未来)(?:的)?{_N}(?:[到至-]{_N})?年",
    rf"(?:(?<=用)|(?<=经过)|(?<=力争)|(?<=争取)|(?<=通过))(?:约)?{_N}(?:[到至-]{_N})?年(?:左右)?(?:的?时间)?(?!行动|计划)",
    rf"(?<![\d今明本]){_N}(?:[到至-]{_N})?年(?:之?内|左右|(?:的)?时间(?:内)?)",
    r"本届政府任期内|任期内",
)  # fmt: skip
_DEADLINE = re.compile("|".join(f"(?:{pattern})" for pattern in _DEADLINES))
#: What makes a time one that is compared with, or one that is past.
_COMPARED = re.compile(r"(?:[比较从自由与同截按以]|恢复|截至|截止)到?$|[》”]$")
#: 平均受教育年限达到11年左右: how long it lasts.
_LASTS = re.compile(r"(?:年限|寿命|年龄|期限|工期)[^,;]{0,8}$")
_PAST = re.compile(r"(?:的?水平|基础上|同期|以来|的?报告|度?(?:任务|计划|目标|预算)(?:完成|执行))")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAN_NAME = re.compile(_PLAN)
_SPACE = re.compile(r"[ \t\u3000]+")
#: Deadlines of one task.
_MOST = 2


def deadlines_in(half: str, first_year: int | None = None) -> list[str]:
    """Return by when something is to be done, as some words say it, without spaces.

    Args:
        half: The words in half-width characters.
        first_year: Earlier years, and plans that ended before, are no deadlines; None if it is not known.
    """
    words = _SPACE.sub("", half)
    found = [
        match[0]
        for match in _DEADLINE.finditer(words)
        if not _COMPARED.search(words, max(0, match.start() - 3), match.start())
        and not _LASTS.search(words, max(0, match.start() - 12), match.start())
        and not _PAST.match(words, match.end())
        and not _is_over(match[0], first_year)
    ]
    return list(dict.fromkeys(found))[:_MOST]


def _is_over(deadline: str, first_year: int | None) -> bool:
    if first_year is None:
        return False
    if year := _ANY_YEAR.search(deadline):
        return int(year[0]) < first_year
    years = plan_years(deadline) if _PLAN_NAME.search(deadline) else None
    return years is not None and years[1] < first_year
