"""Read the years of a period: 2019 and 2023 of ``2019-2023``. Apart, so that showing metrics loads no rules."""

from __future__ import annotations

import re
from functools import lru_cache

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
