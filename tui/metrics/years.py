"""Read the years of a period: 2019 and 2023 of ``2019-2023``. Apart, so that showing metrics loads no rules."""

from __future__ import annotations

import re
from functools import lru_cache

_YEAR_DIGITS = 4
_YEARS = re.compile(r"\d{4}")


@lru_cache(maxsize=256)  # few periods, asked for again for each figure
def years_of(period: str) -> tuple[int, int] | None:
    """Return the first and the last year of a period as text; None where it is unknown."""
    years = _YEARS.findall(period)
    return (int(years[0]), int(years[-1])) if years else None


def is_span(period: str) -> bool:
    """Return whether a period as text has several years."""
    years = years_of(period)
    return years is not None and years[0] < years[1]


def part_of_year(period: str) -> str:
    """Return the part of a year a period as text is: ``Q1`` of ``2023Q1``; empty if it is a whole one or several."""
    return period[_YEAR_DIGITS:] if is_part_of_year(period) else ""


def is_part_of_year(period: str) -> bool:
    """Return whether a period as text is a part of a year: ``2023Q1``, ``2023H1``, ``2023M1-11``."""
    return not period.replace("-", "").isdecimal() and _YEARS.match(period) is not None
