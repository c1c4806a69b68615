"""Filters of a search in a library: ``place:郑州市``, ``level:city``, ``year:2018-2024``, ``in:plan``, ``in:review``."""

from __future__ import annotations

import re
import sqlite3
from typing import Any, NamedTuple

from tui.library.divisions import NATION, Divisions
from tui.messages import library as messages
from tui.report.errors import UsageError, did_you_mean
from tui.report.numerals import half_width

_FILTER = re.compile(r"(?:^|(?<=\s))(?P<name>place|level|year|in)[:：](?P<value>[^\s\"]+)", re.IGNORECASE)
_YEARS = re.compile(r"(?P<first>\d{4})?(?P<dash>[-—–~～至])?(?P<last>\d{4})?")
_LEVELS = {
    "national": "national", "province": "province", "city": "city", "county": "county",
    "全国": "national", "国家": "national", "省": "province", "省级": "province", "市": "city", "市级": "city", "地市": "city", "县": "county", "区县": "county", "县级": "county",
}  # fmt: skip
_CODE = re.compile(r"[0-9]{6}")
#: The condition for a place that is no division.
_BY_NAME = "place = ?"
_TENSES = {"plan": "plan", "review": "review", "安排": "plan", "回顾": "review"}


class Filters(NamedTuple):
    """Which reports and paragraphs are searched; None for all.

    Attributes:
        places: Names or codes of places, each with all below it.
        levels: Levels.
        first_year: The first plan year.
        last_year: The last one.
        tense: ``plan`` or ``review``.
    """

    places: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    tense: str | None = None


def split_filters(text: str) -> tuple[str, Filters]:
    """Return a query without its filters, and the filters; of years and tenses the last one counts.

    Raises:
        UsageError: For a level or years that are none.
    """
    filters = Filters()
    rest = text
    for match in _FILTER.finditer(text):
        name, value = match["name"].lower(), half_width(match["value"])
        if name == "in" and value not in _TENSES:
            continue  # a place of one report
        filters = _with(filters, name, value)
        rest = rest.replace(match[0], "", 1)
    return rest.strip(), filters


def has_filters(text: str) -> bool:
    """Tell whether a text has filters that only reports of a library pass: of place, level or year."""
    return any(match["name"].lower() != "in" for match in _FILTER.finditer(text))


def _with(filters: Filters, name: str, value: str) -> Filters:
    if name == "place":
        return filters._replace(places=(*filters.places, value))
    if name == "in":
        return filters._replace(tense=_TENSES[value])
    if name == "level":
        if value not in _LEVELS:
            raise UsageError(messages.no_such_level(value) + did_you_mean(value, _LEVELS, _LEVELS))
        return filters._replace(levels=(*filters.levels, _LEVELS[value]))
    years = _YEARS.fullmatch(value)
    if years is None or not (years["first"] or years["last"]):
        raise UsageError(messages.no_years(value))
    first, last = (int(years[end]) if years[end] else None for end in ("first", "last"))
    if first and last and first > last:
        raise UsageError(messages.years_reversed(value, f"{last}-{first}"))
    return filters._replace(first_year=first, last_year=last if years["dash"] else first)


def check_places(filters: Filters, connection: sqlite3.Connection, divisions: Divisions) -> None:
    """Check that each place is a division, or the name of a place in a library.

    Raises:
        UsageError: If one is neither.
    """
    for place in filters.places:
        query, values = _of_place(place, divisions)
        if query != _BY_NAME or connection.execute(f"SELECT 1 FROM report WHERE {query}", values).fetchone():
            continue
        names = {name for (name,) in connection.execute("SELECT DISTINCT place FROM report")}
        raise UsageError(messages.no_such_place(place) + did_you_mean(place, names))


def filter_value(text: str, name: str) -> str:
    """Return the value of the last filter of a name in a query; empty if there is none."""
    values = [match["value"] for match in _FILTER.finditer(text) if match["name"].lower() == name]
    return values[-1] if values else ""


def without_filter(text: str, name: str) -> str:
    """Return a query without the filters of a name."""
    return " ".join(
        _FILTER.sub(lambda match: "" if match["name"].lower() == name else match[0], text).split()
    )


def condition(filters: Filters, divisions: Divisions) -> tuple[str, list[Any]]:
    """Return the condition on rows of ``report`` in SQL, and its parameters.

    Raises:
        UsageError: For a place that is none.
    """
    parts: list[str] = []
    values: list[Any] = []
    if filters.places:
        of_places = [_of_place(place, divisions) for place in filters.places]
        parts.append("(" + " OR ".join(part for part, _ in of_places) + ")")
        values += [value for _, some in of_places for value in some]
    if filters.levels:
        parts.append(f"level IN ({', '.join('?' * len(filters.levels))})")
        values += filters.levels
    for year, comparison in ((filters.first_year, ">="), (filters.last_year, "<=")):
        if year is not None:
            parts.append(f"plan_year {comparison} ?")
            values.append(year)
    return " AND ".join(parts) or "1", values


def _of_place(place: str, divisions: Divisions) -> tuple[str, list[str]]:
    """Return the condition for a place and all below it; for a name that is no division's, for that name."""
    codes = {place} if _CODE.fullmatch(place) else divisions.codes_of(place)
    if place in ("全国", "国务院"):
        codes = {NATION}
    if not codes:
        return _BY_NAME, [place]
    globs = sorted({_glob(code) for code in codes} | {_glob(divisions.today(code)) for code in codes})
    parts = ["code GLOB ? OR today GLOB ?"] * len(globs)
    return f"({' OR '.join(parts)} OR place = ?)", [*(glob for glob in globs for _ in range(2)), place]


def _glob(code: str) -> str:
    if code == NATION:
        return code
    stem = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    return stem + "*" if len(stem) < 6 else code
