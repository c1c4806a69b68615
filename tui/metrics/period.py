"""The period a metric speaks of: ``2023``, ``2019-2023``, ``2023Q1``, ``2023H1``."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.report.grammar import YEAR
from tui.report.numerals import small_number

#: A year, unless something is compared with it: ``比2020年增长8%``.
_YEAR = re.compile(rf"(?<![\d比较])({YEAR})年")
_COMPARED_YEAR = re.compile(rf"(?<=[比较])({YEAR})年")
_YEARS = re.compile(rf"(?<!\d)({YEAR})年?(?:-|—|至|到)({YEAR})年")
_YEARS_OF_PERIOD = re.compile(r"\d{4}")
_UP_TO_YEAR = re.compile(r"(?:过去|近|这)?([五三])年(?:来|间|累计)")


def _several_years(match: re.Match[str], year: int) -> str:
    return f"{year - (small_number(match[1]) or 1) + 1}-{year}"


def _quarter(match: re.Match[str], year: int) -> str:
    return f"{year}Q{small_number(match[1])}"


def _half_year(match: re.Match[str], year: int) -> str:
    return f"{year}H{1 if match[1] == '上' else 2}"


#: Periods counted from a year: how they are worded, whether they may stand beside a year the clause states, what makes
#: the period of the match and the year; an example, and its period if 2023 is the usual year.
PART_RULES: tuple[tuple[re.Pattern[str], bool, Callable[[re.Match[str], int], str], str, str], ...] = (
    (_UP_TO_YEAR, False, _several_years, "五年来新增3万人", "2019-2023"),
    (re.compile(r"第?([一二三四1-4])季度"), True, _quarter, "一季度增长5%", "2023Q1"),
    (re.compile(r"([上下])半年"), True, _half_year, "2022年下半年增长5%", "2022H2"),
)


def years_of(period: str) -> tuple[int, int] | None:
    """Return the first and the last year of a period as text; None where it is unknown."""
    years = _YEARS_OF_PERIOD.findall(period)
    return (int(years[0]), int(years[-1])) if years else None


def is_long_term(clause: str, plan_year: int | None) -> bool:
    """Return whether a clause compares with an earlier year than the one before the plan: ``比2020年翻一番``."""
    return plan_year is not None and any(int(year) < plan_year - 1 for year in _COMPARED_YEAR.findall(clause))


def period_of(clause: str, usual_year: int | None) -> str:
    """Return the period of a clause in half-width characters; empty where neither it nor the report tells.

    Args:
        clause: The clause.
        usual_year: The year the clause speaks of if it states none.
    """
    usual = str(usual_year or "")
    if "年" not in clause and "季度" not in clause:
        return usual
    if years := _YEARS.search(clause):
        return f"{years[1]}-{years[2]}"
    stated = _YEAR.findall(clause)
    year = stated[-1] if stated else usual
    for pattern, beside_stated_year, period, _, _ in PART_RULES:
        if year and (beside_stated_year or not stated) and (match := pattern.search(clause)):
            return period(match, int(year))
    return year
