"""Which report a row is from, where there are several: columns in front of all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.cli.tables import end_of
from tui.library.divisions import default_divisions
from tui.library.identity import named_place
from tui.metrics.export import Headings, table_of
from tui.report.model import Report
from tui.report.sanitize import one_line

_FIELDS = ("report", "place", "year")


def origin(arguments: dict[str, Any], report: Report) -> dict[str, object]:
    """Return what tells a report from others: path, place and year; nothing if it is alone."""
    if arguments["is_alone"]:
        return {}
    front = report.front
    year = front.plan_year or (int(front.date[:4]) if front.date else None)
    path, form = arguments["path"], arguments["format"]
    place = report.place or named_place(report, path, default_divisions())
    if form != "json":
        path = end_of(one_line(path)) if form == "table" else one_line(path)
    return dict(zip(_FIELDS, (path, place, year), strict=True))


def with_origin(
    first: dict[str, object], table: Sequence[Sequence[str]], headings: Headings
) -> list[list[str]]:
    """Return the columns for people with those in front that tell the report, as :func:`origin` returns them."""
    if not first:
        return [list(row) for row in table]
    head, cells = table_of([first], _FIELDS, headings)
    return [[*head, *table[0]], *([*cells, *row] for row in table[1:])]
