"""Find the part of a year a metric speaks of: a quarter, half a year, months; ``2023Q`` is of quarters that are told each."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.report.numerals import small_number

_HALVES = {"上": 1, "下": 2}


def _quarter(match: re.Match[str], year: int) -> str:
    return f"{year}Q{small_number(match[1])}"


def _three_quarters(match: re.Match[str], year: int) -> str:
    return f"{year}Q1-3"


def _half_year(match: re.Match[str], year: int) -> str:
    return f"{year}H{_HALVES[match[1]]}"


def _each_quarter(match: re.Match[str], year: int) -> str:
    return f"{year}Q"


def _each_month(match: re.Match[str], year: int) -> str:
    return f"{year}M"


def _months(match: re.Match[str], year: int) -> str:
    """Return the months that are told; all twelve are the year."""
    first, last = match["first"] or "1", match["last"] or match["number"]
    return str(year) if (first, last) == ("1", "12") else f"{year}M{first}-{last}"


#: 1—11月, 前11个月; no month alone, in which something was done.
_MONTHS = (
    r"(?<!\d)(?P<first>\d|1[0-2])月?(?:[-—–~～]+|[至到])(?P<last>\d|1[0-2])月份?(?![\d底初])"
    r"|[前头](?P<number>[2-9]|1[01])个?月(?!内)"
)
#: Parts of a year: how they are worded, what makes the period of the match and the year; an example, and its period if
#: 2023 is the usual year.
PART_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], str], str, str], ...] = (
    (re.compile(r"前(?:三|3)个?季度"), _three_quarters, "前三季度增长5%", "2023Q1-3"),
    (re.compile(r"(?<![前\d])第?([一二三四1-4])季度"), _quarter, "一季度增长5%", "2023Q1"),
    (re.compile(r"([上下])半年"), _half_year, "2022年下半年增长5%", "2022H2"),
    (re.compile(r"单季|各季度?(?=[^,;。]{0,12}分别)"), _each_quarter, "单季增速分别为5%", "2023Q"),
    (re.compile(r"单月|各月(?=[^,;。]{0,12}分别)"), _each_month, "单月增速最高达5%", "2023M"),
    (re.compile(_MONTHS), _months, "1—11月增长5%", "2023M1-11"),
)
#: A part of a year that opens a sentence holds for its clauses, until they speak of the year: 前三季度,全市生产总值增长6.5%.
_PART_OPENS = re.compile(
    rf"\A(?:[今去当]年|[12]\d{{3}}年)?(?:前[三3]个?季度|第?[一二三四1-4]季度|[上下]半年|{_MONTHS})[,，]"
)
_PART_MARK = re.compile("[季月]|半年")
#: What something was before it changed: 从上半年5.5%降到5.3%.
_PART_BEFORE = re.compile(rf"[从由比较](?:前[三3]个?季度|第?[一二三四1-4]季度|[上下]半年|{_MONTHS})")
_WHOLE_YEAR = re.compile(r"全年|年[底末内终]|一年|年度|预计|[今去明]年|[12]\d{3}年")


def period_in(year: int, earlier: str, clause: str, *, is_baseline: bool) -> str:
    """Return the period of a metric of one year as text.

    Args:
        year: The year.
        earlier: The sentence before its clause.
        clause: Its clause.
        is_baseline: Whether it is the first of two, as in 由36.7%提高到43.4%.
    """
    clause = _clause_of_part(earlier, clause, is_baseline)
    if _PART_MARK.search(clause):
        for pattern, period, _, _ in PART_RULES:
            if match := pattern.search(clause):
                return period(match, year)
    return str(year)


def _clause_of_part(earlier: str, clause: str, is_baseline: bool) -> str:
    """Return the clause that tells the part of the year: that of a figure, or the one that opens its sentence."""
    opening = _PART_OPENS.match(earlier)
    if opening and not _WHOLE_YEAR.search(earlier[opening.end() :] + clause):
        return opening[0]
    return clause if is_baseline else _PART_BEFORE.sub("", clause)
