"""Dates as they are said."""

from __future__ import annotations

from tui.messages import reports


def spoken_date(date: str) -> str:
    """Return a date as it is said: 2024年1月22日; as it is if it is no whole date."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    is_whole = month.isdecimal() and day.isdecimal()
    return reports.spoken_date(year, int(month), int(day)) if is_whole else date
